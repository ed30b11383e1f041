// The points of a line by keys: one after the other.
import { isLinear } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { pointsByKey } from "../line-points.ts";

/** Of the selected line, the point after the one that is chosen, round the end; the first one where none is. */
export function choosePoint({ state, shape: shapeOf, patch }: EditorContext): void {
  const [id] = state.selection;
  const shape = id === undefined ? undefined : shapeOf(id);
  if (shape === undefined || !isLinear(shape)) return;
  const points = pointsByKey(shape);
  const at = points.findIndex((index) => index === state.point);
  patch({ point: points[(at + 1) % points.length] });
}
