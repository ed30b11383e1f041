// Where the selection is and how large, in numbers as people read them.
import type { Editor, EditorState } from "@inkroom/editor";
import { selectionFrame, type Shape } from "@inkroom/shapes";
import { isShallowEqual } from "../ui/readable.ts";

export type Place = { readonly x: number; readonly y: number; readonly w: number; readonly h: number; readonly degrees: number };
/** Of more shapes the frame would have to be put together with every move of the pointer. */
const MAX_SHAPES = 200;

/** As it is seen now; undefined for what is not on the board yet. Tenths of page units and of degrees. */
export function placeOf(editor: Pick<Editor, "shape" | "view">, { selection }: EditorState): Place | undefined {
  if (selection.size > MAX_SHAPES) return undefined;
  const onBoard = [...selection].filter((id) => editor.view.get(id) !== undefined);
  const shapes = onBoard.map((id) => editor.shape(id)).filter((shape): shape is Shape => shape !== undefined);
  const frame = selectionFrame(shapes);
  if (frame === undefined) return undefined;
  const { x, y, w, h } = frame.box;
  const degrees = ((frame.rotation * 180) / Math.PI + 360) % 360;
  return { x: tenths(x), y: tenths(y), w: tenths(w), h: tenths(h), degrees: tenths(degrees) };
}

export function tenths(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

export const isSamePlace = (a: Place | undefined, b: Place | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && isShallowEqual(a, b));
