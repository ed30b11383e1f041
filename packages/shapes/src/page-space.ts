// Shapes as they lie on the page: local space is turned about the frame's centre and moved to the shape's (x, y).
// Positions are the page's for every shape, children included.
import { type Box, boxCenter, rotatedBoxBounds, rotateVec, type Vec } from "@inkroom/geometry";
import { clipOf, clippedBox, isInClip, segmentInClip, withClip } from "./clip.ts";
import { hasInside } from "./inside.ts";
import { shapeKindOf } from "./registry.ts";
import type { Shape } from "./shape.ts";

/** Page space to the shape's local space. */
export function toLocal(shape: Shape, pagePoint: Vec): Vec {
  const local = { x: pagePoint.x - shape.x, y: pagePoint.y - shape.y };
  return shape.rotation === 0 ? local : rotateVec(local, -shape.rotation, boxCenter(shapeKindOf(shape).frame(shape)));
}

/** The shape's local space to page space. */
export function toPage(shape: Shape, localPoint: Vec): Vec {
  const turned = shape.rotation === 0 ? localPoint : rotateVec(localPoint, shape.rotation, boxCenter(shapeKindOf(shape).frame(shape)));
  return { x: turned.x + shape.x, y: turned.y + shape.y };
}

/** Bounds of all ink of the shape on the page that frames do not cut off, rotation applied; never too small, slightly large for turned shapes. */
export function pageBounds(shape: Shape): Box {
  const kind = shapeKindOf(shape);
  const local = kind.localBounds(shape);
  const turned = shape.rotation === 0 ? local : rotatedBoxBounds(local, shape.rotation, boxCenter(kind.frame(shape)));
  const bounds = { x: turned.x + shape.x, y: turned.y + shape.y, w: turned.w, h: turned.h };
  const clip = clipOf(shape);
  return clip === undefined ? bounds : clippedBox(bounds, clip);
}

/** Bounds of the shape's frame on the page (without outline width), rotation applied. */
export function pageFrameBounds(shape: Shape): Box {
  const frame = shapeKindOf(shape).frame(shape);
  const turned = rotatedBoxBounds(frame, shape.rotation, boxCenter(frame));
  return { x: turned.x + shape.x, y: turned.y + shape.y, w: turned.w, h: turned.h };
}

/** Does a page point touch the shape? `slack` in page units. Hollow shapes: the outline only. */
export function hitTestShape(shape: Shape, pagePoint: Vec, slack: number): boolean {
  const clip = clipOf(shape);
  return (clip === undefined || isInClip(pagePoint, clip)) && shapeKindOf(shape).hitTest(shape, toLocal(shape, pagePoint), slack);
}

/** As hitTestShape, were the shape filled; false for one that has no inside. */
export function hitTestFilled(shape: Shape, pagePoint: Vec, slack: number): boolean {
  return hasInside(shape) && hitTestShape(withClip<Shape>({ ...shape, fill: "solid" }, clipOf(shape)), pagePoint, slack);
}

/** Does a page segment touch the shape's outline? `slack` in page units. */
export function hitSegmentShape(shape: Shape, from: Vec, to: Vec, slack: number): boolean {
  const clip = clipOf(shape);
  const part = clip === undefined ? ([from, to] as const) : segmentInClip(from, to, clip);
  return part !== undefined && shapeKindOf(shape).hitSegment(shape, toLocal(shape, part[0]), toLocal(shape, part[1]), slack);
}

/** Is there anything of it to be seen? Not of a group: its bounds say nothing. */
export function hasInk(shape: Shape): boolean {
  return shape.kind !== "group" && shape.kind !== "paper";
}

/** Stacking order, bottom first: by fractional index, ties by id. Compares code units, as every replica must. */
export function compareShapes(a: Shape, b: Shape): number {
  if (a.index !== b.index) return a.index < b.index ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
