// Axis-aligned boxes. Width and height are never negative unless a function says so.
import { rotateVec, type Vec } from "./vec.ts";

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** The box with these two opposite corners, in any order. */
export function boxBetween(a: Vec, b: Vec): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}

/** The smallest box around some points; undefined for none. */
export function boxOfPoints(points: Iterable<Vec>): Box | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y } of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return left === Infinity ? undefined : { x: left, y: top, w: right - left, h: bottom - top };
}

/** The smallest box around some boxes; undefined for none. */
export function unionBoxes(boxes: Iterable<Box>): Box | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.w);
    bottom = Math.max(bottom, box.y + box.h);
  }
  return left === Infinity ? undefined : { x: left, y: top, w: right - left, h: bottom - top };
}

/** The box with `margin` added on each side; a negative margin shrinks it, at most to nothing. */
export function expandBox(box: Box, margin: number): Box {
  const dx = Math.max(margin, -box.w / 2);
  const dy = Math.max(margin, -box.h / 2);
  return { x: box.x - dx, y: box.y - dy, w: box.w + 2 * dx, h: box.h + 2 * dy };
}

/** The same area with width and height made positive. */
export function normalizeBox(box: Box): Box {
  return { x: Math.min(box.x, box.x + box.w), y: Math.min(box.y, box.y + box.h), w: Math.abs(box.w), h: Math.abs(box.h) };
}

export function boxCenter(box: Box): Vec {
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
}

/** Clockwise from the top left. */
export function boxCorners(box: Box): readonly [Vec, Vec, Vec, Vec] {
  return [
    { x: box.x, y: box.y },
    { x: box.x + box.w, y: box.y },
    { x: box.x + box.w, y: box.y + box.h },
    { x: box.x, y: box.y + box.h },
  ];
}

/** Edges count as inside. */
export function boxContainsPoint(box: Box, point: Vec): boolean {
  return point.x >= box.x && point.x <= box.x + box.w && point.y >= box.y && point.y <= box.y + box.h;
}

/** Edges count as inside. */
export function boxContainsBox(outer: Box, inner: Box): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;
}

/** Boxes that only touch do intersect. */
export function boxesIntersect(a: Box, b: Box): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

/** Bounds of the box after turning it by `angle` radians about `pivot`. */
export function rotatedBoxBounds(box: Box, angle: number, pivot: Vec): Box {
  if (angle === 0) return box;
  return boxOfPoints(boxCorners(box).map((corner) => rotateVec(corner, angle, pivot))) ?? box;
}
