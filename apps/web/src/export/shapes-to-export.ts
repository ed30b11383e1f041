// What leaves the board: what is selected, with the groups it makes up, or everything where nothing is.
import type { Editor } from "@inkroom/editor";
import { exportArea } from "@inkroom/interchange";
import { compareShapes, type LineMeasurer, pageFrameBounds, type Shape, type ShapeId } from "@inkroom/shapes";
import { withFrameNames } from "./frame-names.ts";

/** As they are seen, bottom first. `isWhole`: everything in any case. */
export function shapesToExport(editor: Editor, isWhole = false): readonly Shape[] {
  const { selection } = editor.state;
  if (selection.size === 0 || isWhole) return [...editor.view.shapes()].sort(compareShapes);
  const chosen = new Map([...selection].flatMap((id) => editor.shape(id) ?? []).map((shape) => [shape.id, shape]));
  for (const shape of groupsOf(editor, [...chosen.values()])) chosen.set(shape.id, shape);
  for (const { id, kind } of [...chosen.values()]) {
    // A frame with all that lies in it, groups too.
    for (const inner of kind === "frame" ? editor.view.within(id) : []) {
      const shape = editor.shape(inner);
      if (shape !== undefined) chosen.set(inner, shape);
    }
  }
  return [...chosen.values()].sort(compareShapes);
}

/** What a picture is made of, and which part of the page it shows; of a frame alone what that shows, from border to border, without its name. */
export function pictureToExport(
  editor: Editor,
  isWhole: boolean,
  padding: number,
  measureLine: LineMeasurer,
): { readonly shapes: readonly Shape[]; readonly area: ReturnType<typeof exportArea> } {
  const bare = shapesToExport(editor, isWhole);
  const [id, ...others] = isWhole ? [] : editor.state.selection;
  const frame = id === undefined || others.length > 0 ? undefined : editor.shape(id);
  if (frame?.kind === "frame" && bare.length > 1) {
    const inside = bare.filter((shape) => shape !== frame);
    return { shapes: withFrameNames(inside, measureLine), area: pageFrameBounds(frame) };
  }
  const shapes = withFrameNames(bare, measureLine);
  return { shapes, area: exportArea(shapes, padding) };
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
