// What a closed shape is drawn with: its outline, stroked and, if it has a fill, filled. By a ruler that is one item; a pattern
// and a hand's line are items of their own.
import { type Box, boxCorners, expandBox } from "@inkroom/geometry";
import { dashPattern } from "./dash.ts";
import type { Paint, PathData, PathItem } from "./display-list.ts";
import { polygonOf } from "./rough/path-segments.ts";
import { type HatchName, patternGap, patternPath } from "./rough/pattern.ts";
import { roughPath } from "./rough/rough-path.ts";
import { seededRandom } from "./rough/seeded-random.ts";
import { unsteadiness } from "./rough/unsteady.ts";
import type { ShapeId } from "./shape-base.ts";
import { type Color, type DashName, type FillColor, type FillName, type RoughnessName, type SizeName, STROKE_WIDTHS } from "./style.ts";

export type LineLook = { readonly id: ShapeId; readonly color: Color; readonly dash: DashName; readonly roughness: RoughnessName };
type InsideLook = Omit<LineLook, "dash"> & { readonly fill: FillName; readonly fillColor: FillColor; readonly size: SizeName };
type Look = LineLook & InsideLook;

/** Straight pieces that stand in for a curve where a pattern ends: the outline hides the difference. */
const PIECES_PER_CURVE = 10;
/** The lines of a pattern, and its dots, as a share of the outline's width. */
const PATTERN_LINE = 0.5;
const PATTERN_DOT = 0.9;
/** Free space between words and a pattern, page units. */
const FREE_AROUND_WORDS = 4;
/** Two lines side by side are each this share of the width, or they would look like one broad line. */
const TWICE_DRAWN = 0.8;

/** `length` is that of the whole outline, page units: dashes are fitted to it. A pattern leaves `free` free, for words. */
export function outlineItems(
  look: Look,
  path: PathData,
  { length, free }: { readonly length: number; readonly free: Box | undefined },
): readonly PathItem[] {
  const inside = insideItem(look, path, free);
  const outline = outlineItem(look, path, { width: STROKE_WIDTHS[look.size], length, closed: true });
  if (inside === undefined) return [outline];
  return look.roughness === "none" && inside.fill !== undefined ? [{ ...inside, stroke: outline.stroke }] : [inside, outline];
}

/** What is within a closed path, for the line around it to be drawn over: its fill, or a pattern; undefined where there is neither. */
export function insideItem(look: InsideLook, path: PathData, free: Box | undefined): PathItem | undefined {
  if (isHatch(look.fill)) return hatchItem(look, look.fill, { path, free });
  const fill = fillPaint(look);
  return fill && { kind: "path", path, fill };
}

type StrokedItem = PathItem & Required<Pick<PathItem, "stroke">>;
type Line = { readonly width: number; readonly length: number; readonly closed: boolean };

/** A stroked line. What a hand draws without lifting it, it draws twice. */
export function outlineItem({ id, color, dash, roughness }: LineLook, path: PathData, { width, length, closed }: Line): StrokedItem {
  const pattern = dashPattern(dash, width, { length, closed });
  const hand = unsteadiness(roughness, width);
  const isTwice = hand !== undefined && dash === "solid";
  return {
    kind: "path",
    path: hand === undefined ? path : roughPath(path, hand, seededRandom(id), isTwice ? 2 : 1),
    stroke: {
      paint: { color, shade: "full" },
      width: isTwice ? width * TWICE_DRAWN : width,
      ...(pattern === undefined ? {} : { dash: pattern }),
    },
  };
}

type Inside = { readonly path: PathData; readonly free: Box | undefined };

function hatchItem(look: InsideLook, hatch: HatchName, { path, free }: Inside): PathItem {
  const { id, roughness, size } = look;
  const width = STROKE_WIDTHS[size];
  const hole = free && boxCorners(expandBox(free, FREE_AROUND_WORDS)).flatMap(({ x, y }) => [x, y]);
  const lines = patternPath(hatch, { outline: polygonOf(path, PIECES_PER_CURVE), hole }, patternGap(width));
  const hand = unsteadiness(roughness, 0);
  return {
    kind: "path",
    path: hand === undefined ? lines : roughPath(lines, hand, seededRandom(`${id} ${hatch}`), 1),
    stroke: { paint: { color: insideColor(look), shade: "full" }, width: width * (hatch === "dots" ? PATTERN_DOT : PATTERN_LINE) },
  };
}

function isHatch(fill: FillName): fill is HatchName {
  return fill === "hachure" || fill === "cross-hatch" || fill === "dots";
}

function fillPaint(look: Pick<Look, "fill" | "color" | "fillColor">): Paint | undefined {
  if (look.fill === "none") return undefined;
  return { color: insideColor(look), shade: look.fill === "solid" ? "inside" : "tint" };
}

/** The colour of what is inside of an outline. */
export function insideColor({ color, fillColor }: Pick<Look, "color" | "fillColor">): Color {
  return fillColor === "same" ? color : fillColor;
}
