// The points of a line or an arrow by keys: each press chooses the next one, which the arrow keys move and Delete takes away.
import { isLinear } from "@inkroom/shapes";
import { pointsByKey } from "../line-points.ts";
import type { Command } from "./command.ts";

export const editPoints: Command = {
  id: "edit.points",
  keys: [{ key: "Enter", mod: true }],
  menu: "selection",
  isEnabled: (state) => state.tool === "select" && state.isLine && !state.readonly,
  run({ state, shape: shapeOf, patch }) {
    const [id] = state.selection;
    const shape = id === undefined ? undefined : shapeOf(id);
    if (shape === undefined || !isLinear(shape)) return;
    const points = pointsByKey(shape);
    const at = points.findIndex((index) => index === state.point);
    patch({ point: points[(at + 1) % points.length] });
  },
};
