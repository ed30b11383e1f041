// The points of a line or an arrow by keys: each press chooses the next one, which the arrow keys move and Delete takes away.
import type { Command } from "./command.ts";

export const editPoints: Command = {
  id: "edit.points",
  keys: [{ key: "Enter", mod: true }],
  menu: "selection",
  isEnabled: (state) => state.tool === "select" && state.isLine && !state.readonly,
  run: (context) => context.parts.use("arrange", ({ choosePoint }) => choosePoint(context)),
};
