// Takes back one's own last step.
import type { Command } from "./command.ts";
import { selectTravelled } from "./select-travelled.ts";

export const undo: Command = {
  id: "edit.undo",
  keys: [{ key: "z", mod: true }],
  menu: "board",
  isEnabled: (state) => state.canUndo && !state.readonly,
  run: (context) => selectTravelled(context, context.history.undo()),
};
