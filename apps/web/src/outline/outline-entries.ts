// The board as a list in words: what is on it, in reading order, each thing by what is written in it or by what it is.
import { readingOrder } from "@inkroom/editor";
import type { BoardView } from "@inkroom/model";
import { type Color, contentStart, hasItems, isCustomColor, itemOf, type Shape, type ShapeId } from "@inkroom/shapes";
import { seenText } from "../find/seen-words.ts";
import { isMessageKey, t } from "../i18n/translate-later.ts";

export type OutlineEntry = {
  readonly id: ShapeId;
  readonly kind: Shape["kind"];
  readonly label: string;
  /** All that is written in it as it is seen, on one line; "" for nothing. */
  readonly text: string;
  /** What else it is found by. */
  readonly more: string;
  readonly depth: number;
};

/** More of a text would not be read in a list, UTF-16 units. */
const MAX_LABEL = 120;

export function outlineEntries(view: BoardView, isFromRight: boolean): readonly OutlineEntry[] {
  return readingOrder(view, isFromRight).map(({ shape, depth }) => {
    const name = kindName(shape);
    const said = "text" in shape ? seenText(shape.text) : onOneLine(wordsOf(shape));
    return { id: shape.id, kind: shape.kind, label: shapeLabel(shape), text: said, more: said === "" ? "" : `${name} ${said}`, depth };
  });
}

/** What a shape is called: what is written in it, or else what it is. */
export function shapeLabel(shape: Shape): string {
  const label = plainLabel(shape);
  return shape.link === "" ? label : t("outline.linked", { label });
}

function plainLabel(shape: Shape): string {
  const said = onOneLine(spoken(wordsOf(shape)));
  if (said !== "") return signed(shape, said.slice(0, MAX_LABEL));
  const name = kindName(shape);
  return signed(shape, "color" in shape ? t("outline.entry", { kind: name, color: colorName(shape) }) : name);
}

function wordsOf(shape: Shape): string {
  if (shape.kind === "image") return shape.altText;
  if ("text" in shape) return shape.text;
  return "name" in shape && typeof shape.name === "string" ? shape.name : "";
}

function onOneLine(words: string): string {
  return words.replaceAll(/\s+/g, " ").trim();
}

/** The items of lists without their markers; a box is told by whether it is ticked. */
function spoken(words: string): string {
  if (!hasItems(words)) return words;
  const lines = words.split("\n").filter((line) => line.trim() !== "");
  return lines.map(spokenLine).join(", ");
}

/** A number is part of what is said. */
function spokenLine(line: string): string {
  const item = itemOf(line);
  if (item === undefined || item.kind === "number") return line.trim();
  const said = line.slice(contentStart(item));
  if (item.kind === "bullet") return said;
  return t(item.isDone ? "outline.done" : "outline.toDo", { item: said });
}

/** A note says who wrote it. */
function signed(shape: Shape, label: string): string {
  return shape.kind === "note" && shape.author !== "" ? t("outline.by", { label, author: shape.author }) : label;
}

function colorName({ kind, color }: Extract<Shape, { readonly color: Color }>): string {
  if (isCustomColor(color)) return color;
  return t(kind === "note" && color === "ink" ? "color.plain" : `color.${color}`);
}

/** A kind without a name of its own has that of the tool that makes it. */
function kindName(shape: Shape): string {
  const names = [`kind.${shape.kind}`, `command.tool.${"form" in shape ? shape.form : shape.kind}`];
  return t(names.find(isMessageKey) ?? "kind.other");
}
