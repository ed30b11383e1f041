// Which shape an arrow's end would hang on where the hand holds it.
import { expandBox, type Vec } from "@inkroom/geometry";
import {
  BIND_REACH_PX,
  type Binding,
  bindingAt,
  compareShapes,
  distanceOutside,
  isFilled,
  pageFrameBounds,
  type Shape,
  shapeKindOf,
} from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";
import type { Modifiers } from "./input-event.ts";
import { isLocked } from "./locks.ts";

/** The shape at a page point; undefined where there is none, or Mod is held. */
export function bindTargetAt(context: Pick<EditorContext, "index" | "state" | "store">, point: Vec, held: Modifiers): Shape | undefined {
  if (held.mod) return undefined;
  const reach = BIND_REACH_PX / context.state.camera.zoom;
  const near = context.index
    .near(expandBox({ ...point, w: 0, h: 0 }, reach))
    .filter((shape) => !isLocked(context.store.view, shape) && shapeKindOf(shape).bindable)
    .map((shape) => ({ shape, distance: distanceOutside(shape, point) }))
    // Ink of a pen is taken only where the hand is on it: there may be much of it.
    .filter(({ shape, distance }) => distance <= (shape.kind === "draw" ? 0 : reach));
  const inside = near.filter(({ distance }) => distance === 0).map(({ shape }) => shape);
  if (inside.length > 0) return frontmost(inside);
  return near.sort((a, b) => a.distance - b.distance)[0]?.shape;
}

/** The binding of an end that is let go of there; null: it stays free. */
export function bindingOf(target: Shape | undefined, point: Vec, zoom: number): Binding | null {
  return target === undefined ? null : bindingAt(target, point, zoom);
}

/** Of shapes at one place: the topmost that hides what lies under it, or the smallest of those that do not and lie above it. */
export function frontmost(shapes: Shape[]): Shape | undefined {
  const above = shapes.sort(compareShapes).reverse();
  const ground = above.findIndex((shape) => !isHollow(shape));
  const candidates = ground < 0 ? above : above.slice(0, ground + 1);
  const area = (shape: Shape): number => {
    const { w, h } = pageFrameBounds(shape);
    return w * h;
  };
  return candidates.sort((a, b) => area(a) - area(b))[0];
}

function isHollow(shape: Shape): boolean {
  return "fill" in shape && !isFilled(shape);
}
