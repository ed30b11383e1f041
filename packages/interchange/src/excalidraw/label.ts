// The words on a shape. In Excalidraw they are an element of their own, bound to that of the shape.
import {
  type Color,
  fittedLabel,
  fittedNote,
  hasText,
  LINE_HEIGHT,
  type Shape,
  shapeKindOf,
  type TextBearing,
  type TextShape,
  textFontSize,
  toPage,
} from "@inkroom/shapes";
import { fontNumber } from "./fonts.ts";
import { paintedLook } from "./look.ts";
import type { LossCount } from "./losses.ts";
import { readColor, wordsOn } from "./palette.ts";
import type { MeasureText } from "./shapes-of-element.ts";

/** The title of a card is the card's own. */
type Bearer = Exclude<TextBearing, { kind: "text" | "card" }>;
type Record = { readonly [field: string]: unknown };

/** Letters that come out larger or smaller than they were by more than this factor are told. */
const TOLD_FACTOR = 1.3;

export function hasLabel(shape: Shape): shape is Bearer {
  return hasText(shape) && shape.kind !== "text" && shape.kind !== "card" && shape.text !== "";
}

/** Excalidraw's lines hold no words, and of geometric shapes only the diamond is none: there the words lie over the element. */
export function isContainer(shape: Shape): boolean {
  return shape.kind !== "line" && (shape.kind !== "geo" || shape.form === "diamond");
}

export const labelId = ({ id }: Shape): string => `${id}-label`;

/** `base`: what the shape's element has in common with others. */
export function elementOfLabel(shape: Bearer, base: Record): Record {
  const block = shapeKindOf<TextBearing>(shape).textBlock?.(shape);
  const { x, y, w, h } = block?.box ?? shapeKindOf<TextBearing>(shape).frame(shape);
  const middle = toPage(shape, { x: x + w / 2, y: y + h / 2 });
  return {
    ...base,
    id: labelId(shape),
    type: "text",
    x: middle.x - shape.textW / 2,
    y: middle.y - shape.textH / 2,
    width: shape.textW,
    height: shape.textH,
    ...labelLook(shape),
    roundness: null,
    boundElements: null,
    link: null,
    text: shape.text,
    originalText: shape.text,
    fontSize: block?.fontSize,
    fontFamily: fontNumber(shape.font),
    textAlign: block?.align ?? "center",
    verticalAlign: "middle",
    containerId: isContainer(shape) ? shape.id : null,
    autoResize: true,
    lineHeight: LINE_HEIGHT,
  };
}

/** What the words on a shape are written in. */
function labelLook(shape: Bearer): Record {
  const { customData, ...look } = paintedLook(isOnColor(shape) ? {} : { color: shape.color });
  return { ...look, ...(isOnColor(shape) ? { strokeColor: wordsOn(shape) } : {}), customData };
}

function isOnColor(shape: Bearer): shape is Extract<Bearer, { readonly w: number }> {
  return shape.kind === "note" || ("w" in shape && shape.fill === "solid");
}

/**
 * The shape with a text as the words on it; undefined for one that has none on a board, or has some. They stand in its middle, in the
 * letters that go with its size and in a colour that goes with its own: what they were else is told.
 */
export function labelled(
  shape: Shape,
  { text, align, font, scale, size, color, link }: TextShape,
  { measure, losses }: LabelContext,
): Shape | undefined {
  if (!hasText(shape) || shape.kind === "text" || shape.kind === "card" || shape.text !== "") return undefined;
  const words = { text, font, link: shape.link === "" ? link : shape.link };
  if (shape.kind === "note") {
    const note = { ...shape, ...words, align };
    return { ...note, ...fittedNote(note, measure) };
  }
  const bearer = { ...shape, ...words, ...("align" in shape ? { align } : {}) };
  const { fontSize = 1 } = shapeKindOf<TextBearing>(bearer).textBlock?.(bearer) ?? {};
  const factor = fontSize / textFontSize({ size, scale });
  if (Math.max(factor, 1 / factor) > TOLD_FACTOR) losses.note("letters");
  if (color !== colorOfWords(bearer, losses)) losses.note("color");
  return { ...bearer, ...fittedLabel(bearer, measure, { isWidthKept: true }) };
}

type LabelContext = { readonly measure: MeasureText; readonly losses: LossCount };

function colorOfWords(shape: Exclude<Bearer, { kind: "note" }>, losses: LossCount): Color | undefined {
  return isOnColor(shape) ? readColor(wordsOn(shape), losses) : shape.color;
}
