// Shapes from elsewhere, made ready to be put on a board: other ids, on top of everything, joined to each other as they were.
import { unionBoxes, type Vec } from "@inkroom/geometry";
import { type BoardView, indicesBetween } from "@inkroom/model";
import { compareShapes, hasInk, MAX_COORDINATE, PAGE_ID, pageFrameBounds, renamedLink, type Shape, type ShapeId } from "@inkroom/shapes";

export type InsertionOptions = {
  /** A fresh id, never used on any board before. */
  readonly newId: () => ShapeId;
  /** Where the middle of all of them comes to lie, in page space; absent: where the originals lie. */
  readonly at?: Vec | undefined;
};

/**
 * Parents before their children. What hung on, led to or lay in one of `given` does so in the copies; what else it hung on or lay in
 * it keeps as far as that is on the board. Chains of parents must end.
 */
export function insertable(
  view: Pick<BoardView, "get" | "shapes">,
  given: readonly Shape[],
  { newId, at }: InsertionOptions,
): readonly Shape[] {
  // A board has a paper of its own.
  const shapes = given.filter(({ kind }) => kind !== "paper");
  const ordered = [...shapes].sort(compareShapes);
  const originals = new Map(shapes.map((shape) => [shape.id, shape]));
  const ids = new Map(shapes.map(({ id }) => [id, newId()]));
  const depthOf = ({ parent }: Shape): number => {
    const above = originals.get(parent);
    return above === undefined ? 0 : 1 + depthOf(above);
  };
  const indices = indicesBetween(ordered.length, topIndex(view));
  const { x, y } = moveTo(shapes, at);
  return ordered
    .map((shape, i) => ({
      copy: { ...finished(shape), id: ids.get(shape.id) ?? shape.id, index: indices[i] ?? shape.index, x: shape.x + x, y: shape.y + y },
      depth: depthOf(shape),
    }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ copy }) => {
      const parent = ids.get(copy.parent) ?? (view.get(copy.parent) === undefined ? PAGE_ID : copy.parent);
      return { ...rebound(copy, ids), link: renamedLink(copy.link, (id) => ids.get(id)), parent };
    });
}

function topIndex(view: Pick<BoardView, "shapes">): string | undefined {
  let top: string | undefined;
  for (const { index } of view.shapes()) if (top === undefined || index > top) top = index;
  return top;
}

/** As far as all of them stay on the page together. */
function moveTo(shapes: readonly Shape[], at: Vec | undefined): Vec {
  const box = unionBoxes(shapes.filter(hasInk).map(pageFrameBounds));
  if (box === undefined || at === undefined) return { x: 0, y: 0 };
  const along = (from: number, size: number, to: number): number => {
    const low = Math.min(0, -MAX_COORDINATE - from);
    const high = Math.max(0, MAX_COORDINATE - from - size);
    return Math.min(high, Math.max(low, Math.round(to - from - size / 2)));
  };
  return { x: along(box.x, box.w, at.x), y: along(box.y, box.h, at.y) };
}

/** Nobody is drawing it here. */
function finished(shape: Shape): Shape {
  return shape.kind === "draw" ? { ...shape, done: true } : shape;
}

function rebound(shape: Shape, ids: ReadonlyMap<ShapeId, ShapeId>): Shape {
  if (shape.kind !== "arrow") return shape;
  const [start, end] = [shape.start, shape.end].map((binding) => binding && { ...binding, id: ids.get(binding.id) ?? binding.id });
  return { ...shape, start: start ?? null, end: end ?? null };
}
