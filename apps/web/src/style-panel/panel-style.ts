// What the style panel shows: the style the selection has in common, or that of the next shape.
import { type Editor, type EditorState, type SharedStyle, type Style, sharedStyle, type ToolId } from "@inkroom/editor";
import { hasText, type Shape, type ShapeId } from "@inkroom/shapes";

type StyleKey = keyof Style;

/** The properties that each drawing tool's shapes have. */
const KEYS_OF_TOOL: Readonly<Partial<Record<ToolId, readonly StyleKey[]>>> = {
  draw: ["color", "fill", "fillColor", "size", "opacity"],
  highlight: ["markerColor", "size"],
  erase: ["eraser"],
  bucket: ["color"],
  rect: ["color", "fill", "fillColor", "dash", "size", "corners", "roughness", "opacity"],
  ellipse: ["color", "fill", "fillColor", "dash", "size", "roughness", "opacity"],
  // Which outline it is stands over the dock.
  geo: ["color", "fill", "fillColor", "dash", "size", "corners", "roughness", "opacity"],
  line: ["color", "fill", "fillColor", "dash", "size", "route", "roughness", "opacity"],
  arrow: ["color", "dash", "size", "route", "startHead", "endHead", "roughness", "opacity"],
  text: ["color", "size", "font", "align", "bold", "italic", "opacity"],
  note: ["noteColor", "size", "font", "bold", "italic", "opacity"],
};

export type PanelStyle = SharedStyle &
  Partial<Pick<Style, "markerColor" | "eraser">> & { readonly noteColor?: Style["noteColor"] | "mixed" } & {
    readonly hasSelection?: boolean;
  };

/** undefined where there is nothing to style, or not for this person. Absent properties do not apply. */
export function panelStyle(editor: Pick<Editor, "shape" | "view">, state: EditorState): PanelStyle | undefined {
  if (state.readonly || state.isForeign) return undefined;
  if (state.selection.size > 0) {
    const shapes = [...state.selection].map((id) => editor.shape(id)).filter((shape): shape is Shape => shape !== undefined);
    if (shapes.length === 0) return undefined;
    const style = styleOf(shapes, state.editingText?.id);
    // A new text before its first letter has no place yet, and nothing can be done with it: the panel is that of its tool.
    return shapes.some(({ id }) => editor.view.get(id) !== undefined) ? { ...style, hasSelection: true } : style;
  }
  const keys = KEYS_OF_TOOL[state.tool];
  if (keys === undefined) return undefined;
  return Object.fromEntries(keys.map((key) => [key, state.style[key]]));
}

/** How words are set is of interest where there are any, or are about to be. `edited`: the shape that is being written on. */
function sharedStyleOf(shapes: readonly Shape[], edited: ShapeId | undefined): SharedStyle {
  const { font: _font, align: _align, bold: _bold, italic: _italic, ...look } = sharedStyle(shapes);
  const { font, align, bold, italic } = sharedStyle(
    shapes.filter((shape) => hasText(shape) && (shape.text !== "" || shape.kind === "note" || shape.id === edited)),
  );
  return { ...look, ...(font !== undefined && { font, bold, italic }), ...(align !== undefined && { align }) };
}

/** The colour of notes is that of their paper, and is chosen among papers where there is nothing else. */
function styleOf(shapes: readonly Shape[], edited: ShapeId | undefined): PanelStyle {
  const { color, ...rest } = sharedStyleOf(shapes, edited);
  if (color === undefined) return rest;
  return shapes.every(({ kind }) => kind === "note") ? { ...rest, noteColor: color } : { ...rest, color };
}
