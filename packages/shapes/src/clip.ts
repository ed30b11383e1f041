// What frames leave to be seen of a shape. It belongs to the shape as it is drawn, not to what is stored of it: it is kept beside
// the object, so that no copy of that carries it along.
import { type Box, boxesIntersect, isInConvex, polylineBounds, segmentInConvex, type Vec } from "@inkroom/geometry";
import type { Shape } from "./shape.ts";
import { PAGE_ID } from "./shape-base.ts";

/** Convex outlines on the page, clockwise, flat x, y, page units: only what lies in all of them is seen. */
export type Clip = readonly (readonly number[])[];

const CLIPS = new WeakMap<Shape, Clip>();

/** Undefined where all of it is seen. */
export function clipOf(shape: Shape): Clip | undefined {
  return shape.parent === PAGE_ID ? undefined : CLIPS.get(shape);
}

/** The same shape, clipped; a copy, of which copies are not clipped. The shape itself where there is nothing to clip. */
export function withClip<S extends Shape>(shape: S, clip: Clip | undefined): S {
  if (clip === undefined) return shape;
  const copy = { ...shape };
  CLIPS.set(copy, clip);
  return copy;
}

/** A box as far as it may be seen; at least a point of it, where nothing is. */
export function clippedBox(box: Box, clip: Clip): Box {
  return clip.reduce((rest, outline) => {
    const limit = polylineBounds(outline);
    if (!boxesIntersect(rest, limit)) return { ...nearest(rest, limit), w: 0, h: 0 };
    const [x, y] = [Math.max(rest.x, limit.x), Math.max(rest.y, limit.y)];
    return { x, y, w: Math.min(rest.x + rest.w, limit.x + limit.w) - x, h: Math.min(rest.y + rest.h, limit.y + limit.h) - y };
  }, box);
}

export function isInClip(point: Vec, clip: Clip): boolean {
  return clip.every((outline) => isInConvex(point, outline));
}

/** The part of a page segment that may be seen. */
export function segmentInClip(from: Vec, to: Vec, clip: Clip): readonly [Vec, Vec] | undefined {
  return clip.reduce<readonly [Vec, Vec] | undefined>((part, outline) => part && segmentInConvex(part[0], part[1], outline), [from, to]);
}

function nearest(box: Box, limit: Box): Vec {
  const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
  return { x: clamp(box.x, limit.x, limit.x + limit.w), y: clamp(box.y, limit.y, limit.y + limit.h) };
}
