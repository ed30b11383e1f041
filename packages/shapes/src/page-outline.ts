// Outlines of shapes on the page: what the ends of arrows stop at and are bound by.
import {
  boxCorners,
  crossingShare,
  distanceToPolyline,
  isInPolygon,
  nearestOnSegment,
  pointAt,
  pointCount,
  type Vec,
} from "@inkroom/geometry";
import { toLocal, toPage } from "./page-space.ts";
import { shapeKindOf } from "./registry.ts";
import type { Shape } from "./shape.ts";

/** The closed outline, flat x, y, in local space. */
function localOutline(shape: Shape): readonly number[] {
  const kind = shapeKindOf(shape);
  if (kind.outline !== undefined) return kind.outline(shape);
  const [nw, ne, se, sw] = boxCorners(kind.frame(shape));
  return [nw, ne, se, sw, nw].flatMap(({ x, y }) => [x, y]);
}

/** How far a page point is from the outline, page units; 0 inside. */
export function distanceOutside(shape: Shape, point: Vec): number {
  const outline = localOutline(shape);
  const local = toLocal(shape, point);
  return isInPolygon(local, outline) ? 0 : distanceToPolyline(local, outline);
}

/** The point of the outline that is nearest to a page point, on the page. */
export function nearestOnOutline(shape: Shape, point: Vec): Vec {
  const local = toLocal(shape, point);
  let best = local;
  let reach = Infinity;
  for (const [from, to] of sidesOf(localOutline(shape))) {
    const near = nearestOnSegment(local, from, to);
    const far = Math.hypot(near.x - local.x, near.y - local.y);
    if (far < reach) [best, reach] = [near, far];
  }
  return toPage(shape, best);
}

/**
 * Where the way from one page point to another comes upon the outline first, as a share of the way; undefined where it begins
 * inside of it or does not meet it.
 */
export function entryShare(shape: Shape, from: Vec, to: Vec): number | undefined {
  const outline = localOutline(shape);
  const [a, b] = [toLocal(shape, from), toLocal(shape, to)];
  if (isInPolygon(a, outline)) return undefined;
  let first: number | undefined;
  for (const [c, d] of sidesOf(outline)) {
    const share = crossingShare(a, b, c, d);
    if (share !== undefined && (first === undefined || share < first)) first = share;
  }
  return first;
}

function* sidesOf(outline: readonly number[]): Iterable<readonly [Vec, Vec]> {
  for (let i = 0; i + 1 < pointCount(outline); i += 1) yield [pointAt(outline, i), pointAt(outline, i + 1)];
}
