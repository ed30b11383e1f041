// What makes sense on a board, beyond being equal everywhere: checked of every board in property tests and simulations.
import { boundArrow, compareShapes, END_NAMES, boundTo, PAGE_ID, shapeKindOf } from "@inkroom/shapes";
import type { Board } from "./board.ts";
import { type LiveEntry, tagOfProp } from "./entry.ts";
import { drawnParent } from "./parents.ts";

/** Sentences about what is incoherent; none for a board that any history of checked ops has led to. */
export function incoherences(board: Board): readonly string[] {
  const shapes = [...board.shapes()].sort(compareShapes);
  const wrong: string[] = [];
  for (const [i, { id }] of shapes.entries()) {
    const entry = board.entry(id);
    if (entry === undefined) continue;
    wrong.push(...mixedGroups(entry), ...danglingEnds(board, entry));
    if (!reachesPage(board, entry)) wrong.push(`${id} is its own ancestor`);
    const above = shapes[i + 1];
    if (above !== undefined && !(compareShapes(entry.shape, above) < 0 && compareShapes(above, entry.shape) > 0))
      wrong.push(`${id} and ${above.id} are not in an order`);
  }
  return wrong;
}

/** A group is written by one transaction as a whole, or it could hold one person's x and another's y. */
function mixedGroups({ shape, rev }: LiveEntry): readonly string[] {
  const mixed = shapeKindOf(shape).groups.filter((group) => new Set(group.map((prop) => tagOfProp(rev, prop))).size > 1);
  return mixed.map((group) => `${shape.id} has ${group.join(", ")} of different transactions`);
}

function reachesPage(board: Board, { shape }: LiveEntry): boolean {
  let at = drawnParent(board, shape);
  for (let steps = 0; at !== PAGE_ID; steps += 1) {
    const parent = board.get(at);
    if (parent === undefined || steps > board.size) return false;
    at = drawnParent(board, parent);
  }
  return true;
}

/** An end is drawn on a living shape that can be bound to, or at its own vertex. */
function danglingEnds(board: Board, { shape }: LiveEntry): readonly string[] {
  if (shape.kind !== "arrow") return [];
  const targets = END_NAMES.map((end) => boundTo(board, shape, end)).filter((target) => target !== undefined);
  const isDangling = targets.some((target) => board.get(target.id) !== target || !shapeKindOf(target).bindable);
  const drawn = boundArrow(board, shape);
  const isAsStored = targets.length === 0 && shape.route !== "elbow";
  const isDrawn = drawn.vertices.every(Number.isFinite) && (!isAsStored || drawn === shape);
  return isDangling || !isDrawn ? [`${shape.id} is drawn bound to what is not there`] : [];
}
