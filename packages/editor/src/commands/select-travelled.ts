// After undo and redo: the select tool shows what has changed.
import type { ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";

export function selectTravelled(context: EditorContext, changed: ReadonlySet<ShapeId>): void {
  if (context.state.tool === "select" && changed.size > 0) context.editor.select(changed);
}
