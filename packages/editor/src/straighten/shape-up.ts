// A finished stroke becomes the shape it resembles at once, where the person wants that of all strokes.
import type { ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { straightShape } from "./shaping.ts";

/** A step of its own: undo brings the stroke back. Nothing to do for one that resembles nothing, or is gone. */
export function shapeUp(context: EditorContext, id: ShapeId): void {
  const stroke = context.store.view.get(id);
  const shape = stroke?.kind === "draw" ? straightShape(context, stroke) : undefined;
  if (shape === undefined) return;
  context.history.commit([
    { op: "del", ids: [id] },
    { op: "add", shape },
  ]);
}
