// Where the words on a shape stand: in the middle of what its outline leaves room for, or along a line, half way unless they were moved.
import {
  type Box,
  boxCenter,
  boxContainsPoint,
  boxCorners,
  expandBox,
  pointAt,
  pointCount,
  segmentsIntersect,
  type Vec,
} from "@inkroom/geometry";
import type { ArrowShape } from "../arrow/schema.ts";
import type { Paint } from "../display-list.ts";
import { drawnLine, isClosedLine } from "../drawn-line.ts";
import type { EllipseShape } from "../ellipse/schema.ts";
import { LABEL_AREAS } from "../geo/outlines.ts";
import type { GeoShape } from "../geo/schema.ts";
import type { LineShape } from "../line/schema.ts";
import { insideColor } from "../outline-item.ts";
import type { RectShape } from "../rect/schema.ts";
import { FONT_SIZES } from "../style.ts";
import type { AlignName } from "../text/schema.ts";
import { ALIGN_SHARES, type TextBlock } from "../text/text-block.ts";
import { pointAlong } from "./along-line.ts";
import { MIDDLE } from "./schema.ts";

type LabelledBox = EllipseShape | GeoShape | RectShape;
type LabelledLine = ArrowShape | LineShape;

/** Free space around the words inside of a shape, page units. */
const PADDING = 8;
/** The words on a line wrap at this many times their font size. */
const LINE_LABEL_EMS = 12;
/** Free space between the words on a line and the line, page units. */
const LINE_GAP = 6;
/** Between the words on a line and its ends, page units: a head and some shaft. */
const FREE_AT_ENDS = 28;
/** In steps of this share of the line words are moved from its ends. */
const LABEL_STEP = 1 / 64;
/** Words need some width, however narrow the shape: this many times their font size. */
const LEAST_EMS = 1;

const FULL: Box = { x: 0, y: 0, w: 1, h: 1 };
/** The largest box of an ellipse's own proportions in it. */
const IN_ELLIPSE: Box = { x: 0.1464, y: 0.1464, w: 0.7071, h: 0.7071 };

/** The part of the shape's box that the words may fill, in shares of it. */
function areaOf(shape: LabelledBox): Box {
  if (shape.kind === "geo") return LABEL_AREAS[shape.form];
  return shape.kind === "ellipse" ? IN_ELLIPSE : FULL;
}

/** How high the shape must be for words of this height, page units. */
export function heightForLabel(shape: LabelledBox, textH: number): number {
  return textH === 0 ? 0 : (textH + 2 * PADDING) / areaOf(shape).h;
}

/** How wide the shape must be for a word of this width, page units. */
export function widthForWord(shape: LabelledBox, wordW: number): number {
  return wordW === 0 ? 0 : (wordW + 2 * PADDING) / areaOf(shape).w;
}

export function boxLabel(shape: LabelledBox): TextBlock {
  const { w, h, textH, color, fill, align } = shape;
  const paint: Paint = fill === "solid" ? { color: insideColor(shape), shade: "contrast" } : { color, shade: "words" };
  const area = areaOf(shape);
  const width = Math.max(LEAST_EMS * FONT_SIZES[shape.size], area.w * w - 2 * PADDING);
  const middle = { x: (area.x + area.w / 2) * w, y: (area.y + area.h / 2) * h };
  const box = { x: middle.x - width / 2, y: middle.y - textH / 2, w: width, h: textH };
  return blockOf(shape, box, align, paint);
}

export function lineLabel(shape: LabelledLine): TextBlock {
  const { textH, color } = shape;
  const middle = placeOfWords(shape);
  const w = LINE_LABEL_EMS * FONT_SIZES[shape.size];
  const box = { x: middle.x - w / 2, y: middle.y - textH / 2, w, h: textH };
  return blockOf(shape, box, "center", { color, shade: "words" });
}

function blockOf(shape: LabelledBox | LabelledLine, box: Box, align: AlignName, paint: Paint): TextBlock {
  const { text, textW, font, bold, italic } = shape;
  const face = { font, bold, italic };
  return { text, box, linesW: textW, wraps: true, centred: true, fontSize: FONT_SIZES[shape.size], align, face, paint };
}

/** What the words cover, local space; undefined where there are none. */
export function labelBounds(block: TextBlock, { textW, textH }: Pick<LabelledBox, "textW" | "textH">): Box | undefined {
  if (textW === 0 || textH === 0) return undefined;
  const { x, w } = block.box;
  const { y } = boxCenter(block.box);
  return { x: x + (w - textW) * ALIGN_SHARES[block.align], y: y - textH / 2, w: textW, h: textH };
}

/** The part of a line that its words keep free. */
export function lineGap(shape: LabelledLine): Box | undefined {
  const bounds = labelBounds(lineLabel(shape), shape);
  return bounds && expandBox(bounds, LINE_GAP);
}

export function isOnLabel(bounds: Box | undefined, point: Vec, slack: number): boolean {
  return bounds !== undefined && boxContainsPoint(expandBox(bounds, slack), point);
}

/** Does the segment touch the words? */
export function crossesLabel(bounds: Box | undefined, from: Vec, to: Vec, slack: number): boolean {
  if (bounds === undefined) return false;
  const box = expandBox(bounds, slack);
  const corners = boxCorners(box);
  return boxContainsPoint(box, from) || corners.some((corner, i) => segmentsIntersect(from, to, corner, corners[(i + 1) % 4] ?? corner));
}

/** The middle of the words on a line: where they were put, or as near to it as they may come to its ends. */
function placeOfWords(shape: LabelledLine): Vec {
  const { labelPosition, textW, textH } = shape;
  const line = drawnLine(shape);
  if (labelPosition === MIDDLE || isClosedLine(shape)) return pointAlong(line, labelPosition);
  const ends = [pointAt(line, 0), pointAt(line, pointCount(line) - 1)];
  const isClear = ({ x, y }: Vec): boolean => {
    const box = expandBox({ x: x - textW / 2, y: y - textH / 2, w: textW, h: textH }, FREE_AT_ENDS);
    return !ends.some((end) => boxContainsPoint(box, end));
  };
  const way = MIDDLE - labelPosition;
  const steps = Math.ceil(Math.abs(way) / LABEL_STEP);
  for (let i = 0; i < steps; i += 1) {
    const at = pointAlong(line, labelPosition + (way * i) / steps);
    if (isClear(at)) return at;
  }
  return pointAlong(line, MIDDLE);
}
