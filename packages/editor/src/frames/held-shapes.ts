// What a hand that holds the selection holds with it: frames bring along what lies in them.
import { compareShapes, type Shape, type ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { selectedShapes } from "../selection.ts";

type Board = Pick<EditorContext, "state" | "shape" | "store">;

/** The selected shapes and what lies in selected frames, bottom first. Groups are their shapes. */
export function heldShapes(context: Board): Shape[] {
  const selected = selectedShapes(context);
  return withInner(context, selected);
}

/** Shapes with what lies in frames among them, bottom first. */
export function withInner({ shape: shapeOf, store }: Pick<Board, "shape" | "store">, shapes: readonly Shape[]): Shape[] {
  const frames = shapes.filter(({ kind }) => kind === "frame");
  if (frames.length === 0) return [...shapes];
  const all = new Map<ShapeId, Shape>(shapes.map((shape) => [shape.id, shape]));
  for (const { id } of frames) {
    for (const inner of store.view.within(id)) {
      const shape = shapeOf(inner);
      if (shape !== undefined && shape.kind !== "group") all.set(inner, shape);
    }
  }
  return [...all.values()].sort(compareShapes);
}

/** The selected shapes that do not come along with a selected frame anyway, bottom first. */
export function topShapes(context: Board): Shape[] {
  const selected = selectedShapes(context);
  const inner = new Set<ShapeId>();
  for (const { id, kind } of selected) if (kind === "frame") for (const one of context.store.view.within(id)) inner.add(one);
  return inner.size === 0 ? selected : selected.filter(({ id }) => !inner.has(id));
}
