// What follows when a drawing tool has made its shape.
import type { ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";

/** Selects the new shape and goes back to the select tool, unless the tool is locked. Call it from an idle tool. */
export function afterCreation(context: EditorContext, id: ShapeId): void {
  if (context.state.toolLocked) return;
  context.editor.setTool("select");
  context.editor.select([id]);
}
