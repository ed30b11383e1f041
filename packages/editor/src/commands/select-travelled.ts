// After undo and redo: the select tool shows what has changed, and texts that others have typed into get their boxes.
import type { ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { fitTexts } from "../text-fit.ts";

export function selectTravelled(context: EditorContext, changed: ReadonlySet<ShapeId>): void {
  fitTexts(context, context.history.takeUnfit());
  if (context.state.tool === "select" && changed.size > 0) context.editor.select(changed);
}
