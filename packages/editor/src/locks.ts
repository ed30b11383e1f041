// What a hand may not take: locked shapes, and all that lies in a locked frame. As users of tldraw and FigJam know it: who locks a
// template means what is on it, too. It is a courtesy between people, and unlocking the frame gives back what lies in it as it was.
import { PAGE_ID, type Shape, type ShapeId } from "@inkroom/shapes";

type Shapes = { get(id: ShapeId): Shape | undefined };

/** Deeper than anybody nests: what is seen ahead of the board may lie in itself for a moment. */
const MAX_DEPTH = 100;

/** What keeps hands off a shape: the outermost locked frame that it lies in, or else itself; undefined where it may be taken. */
export function lockOf(shapes: Shapes, shape: Shape): Shape | undefined {
  let lock = shape.locked ? shape : undefined;
  let at = shape.parent;
  for (let depth = 0; at !== PAGE_ID && depth < MAX_DEPTH; depth += 1) {
    const parent = shapes.get(at);
    if (parent === undefined) break;
    if (parent.kind === "frame" && parent.locked) lock = parent;
    at = parent.parent;
  }
  return lock;
}

type Owned = Shapes & { isForeign(id: ShapeId): boolean };

/** Which shapes are asked for: what the hand may change; what it takes, others' where one may add only among it; locked ones too. */
export type Reach = "changeable" | "unlocked" | "any";

export function isWithinReach(view: Owned, shape: Shape, reach: Reach): boolean {
  return reach === "any" || (reach === "unlocked" ? !isLocked(view, shape) : !isOutOfReach(view, shape));
}

/** May the hand not change it: it is locked, or somebody else's where one may add only? */
export function isOutOfReach(view: Owned, shape: Shape): boolean {
  return isLocked(view, shape) || view.isForeign(shape.id);
}

/**
 * Of what a sweep over the board takes: what one may change, or else all of it. Who sets up their own notes on somebody else's
 * drawing gets the notes; a sweep over the drawing alone takes that, to be copied.
 */
export function ownFirst(view: Owned, ids: readonly ShapeId[]): readonly ShapeId[] {
  const own = ids.filter((id) => !view.isForeign(id));
  return own.length > 0 ? own : ids;
}

export function isLocked(shapes: Shapes, shape: Shape): boolean {
  return lockOf(shapes, shape) !== undefined;
}
