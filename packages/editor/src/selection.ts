// What is selected, as shapes.
import { compareShapes, type Shape, type ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";

/** The selected shapes as seen now, bottom first. */
export function selectedShapes(context: Pick<EditorContext, "state" | "shape">): Shape[] {
  const shapes: Shape[] = [];
  for (const id of context.state.selection) {
    const shape = context.shape(id);
    if (shape !== undefined) shapes.push(shape);
  }
  return shapes.sort(compareShapes);
}

export function isSameSelection(a: ReadonlySet<ShapeId>, b: ReadonlySet<ShapeId>): boolean {
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
}
