// Copies of kept shapes on a board: other ids, on top of everything, joined to each other as they were.
import { indicesBetween, type Op } from "@inkroom/model";
import { encodeOps, MAX_OPS_PER_PUSH } from "@inkroom/protocol";
import { PAGE_ID, type Shape, type ShapeId } from "@inkroom/shapes";
import type { Replica } from "@inkroom/sync";
import { type KeptItem, keptShapes } from "./kept-work.ts";

/** Encoded ops in one transaction, bytes: half of what a frame may hold. */
const MAX_BYTES = 128 * 1024;

/** Commits the copies. Throws where the board cannot be edited. */
export function putOnBoard(replica: Pick<Replica, "view" | "commit">, items: readonly KeptItem[], newId: () => ShapeId): void {
  let bytes = 0;
  let ops: Op[] = [];
  const commit = (): void => {
    if (ops.length > 0) replica.commit(ops);
    ops = [];
    bytes = 0;
  };
  for (const shape of copiesOf(replica.view, keptShapes(items), newId)) {
    const op: Op = { op: "add", shape };
    const size = encodeOps([op]).length;
    if (ops.length === MAX_OPS_PER_PUSH || bytes + size > MAX_BYTES) commit();
    ops.push(op);
    bytes += size;
  }
  commit();
}

/** Parents before their children, in the order in which they lay on each other. */
function copiesOf(view: Pick<Replica["view"], "get" | "shapes">, shapes: readonly Shape[], newId: () => ShapeId): readonly Shape[] {
  const ordered = shapes.toSorted((a, b) => (a.index < b.index ? -1 : 1));
  const ids = new Map(shapes.map(({ id }) => [id, newId()]));
  const depthOf = (shape: Shape): number => {
    const parent = shapes.find(({ id }) => id === shape.parent);
    return parent === undefined ? 0 : 1 + depthOf(parent);
  };
  let top: string | undefined;
  for (const { index } of view.shapes()) if (top === undefined || index > top) top = index;
  const indices = indicesBetween(ordered.length, top);
  return ordered
    .map((shape, i) => ({ shape, index: indices[i] ?? shape.index, depth: depthOf(shape) }))
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ shape, index }) => {
      const parent = ids.get(shape.parent) ?? (view.get(shape.parent) === undefined ? PAGE_ID : shape.parent);
      const copy = { ...withBindings(shape, ids), id: ids.get(shape.id) ?? newId(), index, parent };
      return copy.kind === "draw" ? { ...copy, done: true } : copy;
    });
}

/** An arrow between two of the shapes hangs on their copies. */
function withBindings(shape: Shape, ids: ReadonlyMap<ShapeId, ShapeId>): Shape {
  if (shape.kind !== "arrow") return shape;
  const [start, end] = [shape.start, shape.end].map((binding) => binding && { ...binding, id: ids.get(binding.id) ?? binding.id });
  return { ...shape, start: start ?? null, end: end ?? null };
}
