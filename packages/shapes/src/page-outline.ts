// Outlines of shapes: what the ends of arrows stop at.
import { boxCorners, crossingShare, isInPolygon, pointAt, pointCount, type Vec } from "@inkroom/geometry";
import { toLocal } from "./page-space.ts";
import { shapeKindOf } from "./registry.ts";
import type { Shape } from "./shape.ts";

/** The closed outline, flat x, y, in local space. */
export function outlineOf(shape: Shape): readonly number[] {
  const kind = shapeKindOf(shape);
  if (kind.outline !== undefined) return kind.outline(shape);
  const [nw, ne, se, sw] = boxCorners(kind.frame(shape));
  return [nw, ne, se, sw, nw].flatMap(({ x, y }) => [x, y]);
}

/**
 * Where the way from one page point to another comes upon the outline first, as a share of the way; undefined where it begins
 * inside of it or does not meet it.
 */
export function entryShare(shape: Shape, from: Vec, to: Vec): number | undefined {
  const outline = outlineOf(shape);
  const [a, b] = [toLocal(shape, from), toLocal(shape, to)];
  if (isInPolygon(a, outline)) return undefined;
  let first: number | undefined;
  for (const [c, d] of sidesOf(outline)) {
    const share = crossingShare(a, b, c, d);
    if (share !== undefined && (first === undefined || share < first)) first = share;
  }
  return first;
}

/** The straight lines of an outline. */
export function* sidesOf(outline: readonly number[]): Iterable<readonly [Vec, Vec]> {
  for (let i = 0; i + 1 < pointCount(outline); i += 1) yield [pointAt(outline, i), pointAt(outline, i + 1)];
}
