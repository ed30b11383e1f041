// What leaves the board: what is selected, with the groups it makes up, or everything where nothing is.
import type { Editor } from "@inkroom/editor";
import { compareShapes, type Shape, type ShapeId } from "@inkroom/shapes";

/** As they are seen, bottom first. `isWhole`: everything in any case. */
export function shapesToExport(editor: Editor, isWhole = false): readonly Shape[] {
  const { selection } = editor.state;
  if (selection.size === 0 || isWhole) return [...editor.view.shapes()].sort(compareShapes);
  const chosen = [...selection].flatMap((id) => editor.shape(id) ?? []);
  return [...chosen, ...groupsOf(editor, chosen)].sort(compareShapes);
}

/** Groups of which more than one shape is chosen; groups that they lie in count too. */
function groupsOf(editor: Editor, chosen: readonly Shape[]): readonly Shape[] {
  const counts = new Map<ShapeId, number>();
  for (const shape of chosen) {
    for (let up = editor.shape(shape.parent); up?.kind === "group"; up = editor.shape(up.parent))
      counts.set(up.id, (counts.get(up.id) ?? 0) + 1);
  }
  return [...counts].flatMap(([id, count]) => (count > 1 ? (editor.shape(id) ?? []) : []));
}
