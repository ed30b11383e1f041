// Which place on a shape an arrow's end is bound to when a hand lets go of it there.
import { boxCenter, distanceToPolyline, isInPolygon, lerpVec, nearestOnSegment, type Vec } from "@inkroom/geometry";
import type { Binding } from "./binding.ts";
import { outlineOf, sidesOf } from "./page-outline.ts";
import { toLocal, toPage } from "./page-space.ts";
import { shapeKindOf } from "./registry.ts";
import type { Shape } from "./shape.ts";

/** How far outside of an outline an end is still taken, screen pixels. */
export const BIND_REACH_PX = 15;
/** How near to the middle of a shape an end means the shape as a whole: in screen pixels, and as a share of its sides. */
const CENTRE_REACH_PX = 16;
const CENTRE_SHARE = 0.2;
/** A place beside the shape is taken for one so far inside of the outline, as a share of the way to the middle. */
const INSET = 0.02;

/** The binding of an end at a page point on or beside the shape; in the middle of it where that is near. `zoom`: screen pixels per page unit. */
export function bindingAt(target: Shape, point: Vec, zoom: number): Binding {
  const frame = shapeKindOf(target).frame(target);
  const centre = boxCenter(frame);
  const isBeside = distanceOutside(target, point) > 0;
  const place = isBeside ? lerpVec(nearestOnOutline(target, point), toPage(target, centre), INSET) : point;
  const local = toLocal(target, place);
  const isNear = (from: number, to: number, side: number): boolean =>
    Math.abs(from - to) <= Math.min(side * 0.4, Math.max(CENTRE_REACH_PX / zoom, side * CENTRE_SHARE));
  if (isNear(local.x, centre.x, frame.w) && isNear(local.y, centre.y, frame.h)) return { id: target.id, x: 0.5, y: 0.5 };
  const share = (at: number, from: number, side: number): number => (side === 0 ? 0.5 : Math.min(1, Math.max(0, (at - from) / side)));
  return { id: target.id, x: share(local.x, frame.x, frame.w), y: share(local.y, frame.y, frame.h) };
}

/** How far a page point is from the outline, page units; 0 inside. */
export function distanceOutside(shape: Shape, point: Vec): number {
  const outline = outlineOf(shape);
  const local = toLocal(shape, point);
  return isInPolygon(local, outline) ? 0 : distanceToPolyline(local, outline);
}

/** The point of the outline that is nearest to a page point, on the page. */
function nearestOnOutline(shape: Shape, point: Vec): Vec {
  const local = toLocal(shape, point);
  let best = local;
  let reach = Infinity;
  for (const [from, to] of sidesOf(outlineOf(shape))) {
    const near = nearestOnSegment(local, from, to);
    const far = Math.hypot(near.x - local.x, near.y - local.y);
    if (far < reach) [best, reach] = [near, far];
  }
  return toPage(shape, best);
}
