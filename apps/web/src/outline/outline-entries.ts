// The board as a list in words: what is on it, in reading order, each thing by what is written in it or by what it is.
import { readingOrder } from "@inkroom/editor";
import type { BoardView } from "@inkroom/model";
import type { Shape, ShapeId } from "@inkroom/shapes";
import { isMessageKey, t } from "../i18n/translate-later.ts";

export type OutlineEntry = {
  readonly id: ShapeId;
  readonly kind: Shape["kind"];
  readonly label: string;
  /** What is written in it; found by what it is besides. */
  readonly more: string;
  readonly depth: number;
};

/** More of a text would not be read in a list, UTF-16 units. */
const MAX_LABEL = 120;

export function outlineEntries(view: BoardView, isFromRight: boolean): readonly OutlineEntry[] {
  return readingOrder(view, isFromRight).map(({ shape, depth }) => {
    const name = kindName(shape);
    const said = textOf(shape);
    const look = "color" in shape ? t("outline.entry", { kind: name, color: t(`color.${shape.color}`) }) : name;
    const label = said === "" ? look : said.slice(0, MAX_LABEL);
    return { id: shape.id, kind: shape.kind, label, more: said === "" ? "" : `${name} ${said}`, depth };
  });
}

function textOf(shape: Shape): string {
  return "text" in shape ? shape.text.replaceAll(/\s+/g, " ").trim() : "";
}

/** A kind without a name of its own has that of the tool that makes it. */
function kindName(shape: Shape): string {
  const names = [`kind.${shape.kind}`, `command.tool.${"form" in shape ? shape.form : shape.kind}`];
  return t(names.find(isMessageKey) ?? "kind.other");
}
