// Writes down what is printed on the paper of a board: one record, under an id of its own.
import type { Op } from "@inkroom/model";
import { PAGE_ID, PAPER_ID, type PaperShape, type PatternName } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";

/** As one undo step; nothing where it is printed already. */
export function printPaper({ store, history }: EditorContext, pattern: PatternName): void {
  if (store.view.pattern !== pattern) history.commit([opFor(store.view.record(PAPER_ID)?.state, pattern)]);
}

/** What was undone is there no more, and only comes back. */
function opFor(state: "live" | "dead" | undefined, pattern: PatternName): Op {
  if (state === "live") return { op: "set", id: PAPER_ID, props: { pattern } };
  const place = { parent: PAGE_ID, index: "a0", x: 0, y: 0, rotation: 0, opacity: 1, locked: false, link: "" };
  const shape: PaperShape = { id: PAPER_ID, kind: "paper", ...place, pattern };
  return state === "dead" ? { op: "restore", shape } : { op: "add", shape };
}
