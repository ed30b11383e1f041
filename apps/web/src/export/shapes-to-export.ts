// What leaves the board: what is selected, or everything where nothing is.
import type { Editor } from "@inkroom/editor";
import { compareShapes, type Shape } from "@inkroom/shapes";

/** As they are seen, bottom first. `isWhole`: everything in any case. */
export function shapesToExport(editor: Editor, isWhole = false): readonly Shape[] {
  const { selection } = editor.state;
  const chosen = selection.size > 0 && !isWhole ? [...selection].map((id) => editor.shape(id)) : [...editor.view.shapes()];
  return chosen.filter((shape) => shape !== undefined).sort(compareShapes);
}
