// What a hand that holds the selection holds with it: frames bring along what lies in them.
import { compareShapes, END_NAMES, type Shape, type ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { selectedShapes } from "../selection.ts";

type Board = Pick<EditorContext, "state" | "shape" | "store">;

/** The selected shapes and what lies in selected frames, bottom first. Groups are their shapes. */
export function heldShapes(context: Board): Shape[] {
  const selected = selectedShapes(context);
  return withInner(context, selected);
}

/**
 * What goes along when the selection is moved as it lies, bottom first: elbows with pinned segments too, where both shapes that they hang
 * on are moved. The pins would stay behind, and pull the arrow back to where it was.
 */
export function carriedShapes(context: Board): Shape[] {
  const held = heldShapes(context);
  const ids = new Set(held.map(({ id }) => id));
  const pinned = new Map<ShapeId, Shape>();
  for (const id of ids) {
    for (const other of context.store.view.arrowsOn(id)) {
      const arrow = ids.has(other) ? undefined : context.shape(other);
      if (arrow?.kind !== "arrow" || arrow.pins === null || arrow.route !== "elbow") continue;
      if (END_NAMES.every((end) => arrow[end] !== null && ids.has(arrow[end].id))) pinned.set(other, arrow);
    }
  }
  return pinned.size === 0 ? held : [...held, ...pinned.values()].sort(compareShapes);
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
