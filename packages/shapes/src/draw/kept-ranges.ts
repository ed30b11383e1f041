// What is left of a stroke under an eraser that takes parts: ranges of its points, and the strokes made of them.
import { type FlatPoints, pointAt, pointCount, polylineLength, segmentInReach, type Vec } from "@inkroom/geometry";
import { toLocal, toPage } from "../page-space.ts";
import { encodePoints, type InkPoint } from "../packed-points.ts";
import type { ShapeId } from "../shape-base.ts";
import { MAX_PRESSURE, penSize, strokePoints } from "./geometry.ts";
import type { DrawShape } from "./schema.ts";

/** From one place of a stroke to another, both included, in point numbers; a fraction lies between two points. */
export type KeptRange = readonly [from: number, to: number];

const STRIDE = 3;
/** Scraps shorter than this share of the pen's size are no strokes. */
const SCRAP = 0.25;

/** All of a stroke. */
export function wholeRange({ count }: DrawShape): readonly KeptRange[] {
  return [[0, Math.max(0, count - 1)]];
}

/**
 * The ranges without what an eraser of `radius` page units takes on its way between two page points: ink counts as touched
 * as soon as its edge is. The very list that was given where nothing is.
 */
export function eraseFromRanges(
  shape: DrawShape,
  ranges: readonly KeptRange[],
  way: { readonly from: Vec; readonly to: Vec; readonly radius: number },
): readonly KeptRange[] {
  const points = strokePoints(shape);
  const [from, to] = [toLocal(shape, way.from), toLocal(shape, way.to)];
  const reach = way.radius + penSize(shape) / 2;
  const taken: KeptRange[] = [];
  const last = pointCount(points, STRIDE) - 1;
  // A dot is a segment of no length.
  for (let i = 0; i < Math.max(1, last); i += 1) {
    const stretch = segmentInReach(pointAt(points, i, STRIDE), pointAt(points, Math.min(i + 1, last), STRIDE), from, to, reach);
    if (stretch !== undefined) taken.push([i + stretch[0], i + stretch[1]]);
  }
  const left = taken.reduce(subtract, ranges);
  return taken.length === 0 || isSame(left, ranges) ? ranges : left;
}

/** Strokes of what is kept, where they lay, in the same place of the stack. Scraps are left out. */
export function strokesOfRanges(shape: DrawShape, ranges: readonly KeptRange[], newId: () => ShapeId): DrawShape[] {
  const points = strokePoints(shape);
  const isDot = pointCount(points, STRIDE) === 1;
  return ranges.flatMap((range) => {
    const cut = pointsOfRange(points, range);
    return isDot || polylineLength(cut, STRIDE) >= penSize(shape) * SCRAP ? [strokeOf(shape, cut, newId())] : [];
  });
}

function subtract(ranges: readonly KeptRange[], [from, to]: KeptRange): readonly KeptRange[] {
  return ranges.flatMap((range): KeptRange[] => {
    const [a, b] = range;
    if (to < a || from > b) return [range];
    const before: KeptRange[] = from > a ? [[a, from]] : [];
    const after: KeptRange[] = to < b ? [[to, b]] : [];
    return [...before, ...after];
  });
}

function isSame(a: readonly KeptRange[], b: readonly KeptRange[]): boolean {
  return a.length === b.length && a.every((range, i) => range === b[i]);
}

/** Flat, stride 3; the ends lie between the stroke's own points where they must. */
function pointsOfRange(points: FlatPoints, [from, to]: KeptRange): number[] {
  const places = [from, ...wholeBetween(from, to), ...(to > from ? [to] : [])];
  return places.flatMap((place) => {
    const [i, share] = [Math.floor(place), place % 1];
    const next = Math.min(i + 1, pointCount(points, STRIDE) - 1);
    return [0, 1, 2].map((k) => {
      const value = points[i * STRIDE + k] as number;
      return value + ((points[next * STRIDE + k] as number) - value) * share;
    });
  });
}

function wholeBetween(from: number, to: number): number[] {
  const first = Math.floor(from) + 1;
  return Array.from({ length: Math.max(0, Math.ceil(to) - first) }, (_, i) => first + i);
}

/** `local`: points in the local space of `shape`. The new stroke lies unturned and unscaled on the page. */
function strokeOf(shape: DrawShape, local: FlatPoints, id: ShapeId): DrawShape {
  const format = { quantum: shape.quantum, pressure: shape.pressure };
  const page = Array.from({ length: pointCount(local, STRIDE) }, (_, i) => toPage(shape, pointAt(local, i, STRIDE)));
  const origin = page[0] ?? shape;
  const points = page.map(({ x, y }, i): InkPoint => ({
    x: x - origin.x,
    y: y - origin.y,
    p: (local[i * STRIDE + 2] as number) * MAX_PRESSURE,
  }));
  return {
    ...shape,
    id,
    x: origin.x,
    y: origin.y,
    rotation: 0,
    scaleX: 1,
    scaleY: 1,
    points: encodePoints(points, format),
    count: points.length,
    done: true,
  };
}
