// What fills a closed shape without covering what lies under it: lines in one direction or two, or dots.
import { type FlatPoints, pointAt, pointCount, polylineBounds, rotateVec, type Vec } from "@inkroom/geometry";
import type { PathData } from "../display-list.ts";

const ORIGIN: Vec = { x: 0, y: 0 };
/** The direction of the lines, radians: of a right hand's short strokes. */
const SLOPE = (-41 * Math.PI) / 180;
/** Nobody sees more lines or dots than this in one shape; with them it would take long to paint. */
const MAX_LINES = 240;
const MAX_DOTS = 6_000;
/** A line shorter than this would be a speck in a corner, page units. */
const LEAST_LINE = 1;
/** A dot is a line of (almost) no length with round ends. */
const DOT_LENGTH = 0.01;

/** How the inside of a shape is hatched. What is printed on the paper has names of its own (paper/schema.ts). */
export type HatchName = "hachure" | "cross-hatch" | "dots";

/** Free space between two lines or dots, by the width of the outline; page units. */
export function patternGap(width: number): number {
  return 5 + 2.25 * width;
}

/** What is to be filled, and what of it is to stay free: closed chains of straight lines, flat x, y. The latter without dents. */
export type Ground = { readonly outline: FlatPoints; readonly hole?: FlatPoints | undefined };

/** Lines lie where they lie whatever the size of the shape: one that is pulled larger is given more of them. */
export function patternPath(hatch: HatchName, ground: Ground, gap: number): PathData {
  if (hatch === "dots") return dots(ground, gap);
  const slopes = hatch === "hachure" ? [SLOPE] : [SLOPE, SLOPE + Math.PI / 2];
  return slopes.flatMap((slope) => {
    const rows = rowsOf(ground, slope, gap, MAX_LINES);
    return rows.flatMap(({ y, spans }) => spans.flatMap(([left, right]) => line({ x: left, y }, { x: right, y }, slope)));
  });
}

function dots(ground: Ground, gap: number): PathData {
  const { w, h } = polylineBounds(ground.outline);
  const step = Math.max(gap, Math.sqrt((w * h) / MAX_DOTS));
  return rowsOf(ground, SLOPE, step, MAX_DOTS).flatMap(({ y, row, spans }) =>
    spans.flatMap(([left, right]) => {
      const shift = row % 2 === 0 ? 0 : 0.5;
      const first = Math.ceil(left / step - shift);
      const last = Math.floor(right / step - shift);
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
        const x = (first + i + shift) * step;
        return line({ x, y }, { x: x + DOT_LENGTH, y }, SLOPE);
      }).flat();
    }),
  );
}

type Span = readonly [left: number, right: number];
type Row = { readonly row: number; readonly y: number; readonly spans: readonly Span[] };

/** Where lines of this slope lie inside, in a space that is turned so that they are level. */
function rowsOf({ outline, hole = [] }: Ground, slope: number, gap: number, most: number): readonly Row[] {
  const [corners, kept] = [turned(outline, -slope), turned(hole, -slope)];
  let [top, bottom] = [Infinity, -Infinity];
  for (const { y } of corners) [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  if (top >= bottom) return [];
  const step = Math.max(gap, (bottom - top) / most);
  const first = Math.ceil(top / step);
  return Array.from({ length: Math.max(0, Math.floor(bottom / step) - first + 1) }, (_, i) => {
    const row = first + i;
    const y = row * step;
    const [free] = spansAt(kept, y);
    const spans = spansAt(corners, y).flatMap((span) => (free === undefined ? [span] : without(span, free)));
    return { row, y, spans: spans.filter(([left, right]) => right - left >= LEAST_LINE) };
  });
}

function turned(flat: FlatPoints, angle: number): readonly Vec[] {
  return Array.from({ length: pointCount(flat) }, (_, i) => rotateVec(pointAt(flat, i), angle, ORIGIN));
}

function without([left, right]: Span, [from, to]: Span): readonly Span[] {
  return [
    [left, Math.min(right, from)],
    [Math.max(left, to), right],
  ];
}

/** As a fill sees the inside: also what the outline goes round twice. */
function spansAt(corners: readonly Vec[], y: number): readonly Span[] {
  const crossings = corners.flatMap((a, i) => {
    const b = corners[(i + 1) % corners.length] ?? a;
    return a.y <= y === b.y <= y ? [] : [{ x: a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x), turn: a.y < b.y ? 1 : -1 }];
  });
  crossings.sort((a, b) => a.x - b.x);
  const spans: Span[] = [];
  let [turns, left] = [0, 0];
  for (const { x, turn } of crossings) {
    if (turns === 0) left = x;
    turns += turn;
    if (turns === 0) spans.push([left, x]);
  }
  return spans;
}

function line(from: Vec, to: Vec, slope: number): PathData {
  const [a, b] = [rotateVec(from, slope, ORIGIN), rotateVec(to, slope, ORIGIN)];
  return ["M", a.x, a.y, "L", b.x, b.y];
}
