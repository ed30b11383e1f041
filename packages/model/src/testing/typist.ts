// Someone who types into the one text of a small room: UndoClient with a text field. Test code only.
import { PLAIN_FACE } from "@inkroom/shapes";
import type { TextShape } from "@inkroom/shapes";
import type { Op } from "../ops/op.ts";
import { freshClock, textBodyOf } from "../text/text-body.ts";
import { applyTextEdit } from "../text/text-edit.ts";
import { editOfSplice, type TextSplice } from "../text/text-splice.ts";
import { UndoClient } from "./undo-client.ts";

export const TEXT_ID = "t";

export function textShape(text: string): TextShape {
  const place = { parent: "page", index: "a0", x: 0, y: 0, rotation: 0, opacity: 1, locked: false, link: "" };
  const look = { autoWidth: true, scale: 1, align: "left", ...PLAIN_FACE, color: "ink", size: "m" } as const;
  return { id: TEXT_ID, kind: "text", ...place, text, ...boxOf(text), ...look };
}

/** Stands in for measuring: wide as it is long. */
export function boxOf(text: string): { readonly w: number; readonly h: number } {
  return { w: text.length, h: 10 };
}

export class Typist extends UndoClient {
  /** The text as this person sees it; undefined while there is none. */
  get text(): string | undefined {
    const shape = this.view.get(TEXT_ID);
    return shape?.kind === "text" ? shape.text : undefined;
  }

  /** The op of a splice of what is seen now; undefined where there is no text or nothing to do. */
  opOf(splice: TextSplice): Op | undefined {
    const entry = this.view.entry(TEXT_ID);
    const body = entry && textBodyOf(entry);
    if (body === undefined) return undefined;
    const edit = editOfSplice(body, splice, freshClock(body, this.client, this.nextN));
    const effect = applyTextEdit(body, edit, this.client);
    return effect && { op: "txt", id: TEXT_ID, ...boxOf(effect.body.text), ...edit };
  }

  /** Types, as one undo step. */
  type(splice: TextSplice): void {
    this.visit([() => splice]);
  }

  /** One undo step of several inputs, each made of the text after the one before. */
  visit(inputs: readonly ((text: string) => TextSplice)[]): void {
    this.gesture((commit) => {
      for (const input of inputs) {
        const op = this.opOf(input(this.text ?? ""));
        if (op !== undefined) commit([op]);
      }
    });
  }
}
