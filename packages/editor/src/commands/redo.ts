// Does again what was undone last.
import type { Command } from "./command.ts";
import { selectTravelled } from "./select-travelled.ts";

export const redo: Command = {
  id: "edit.redo",
  keys: [
    { key: "z", mod: true, shift: true },
    { key: "y", mod: true },
  ],
  menu: "board",
  isEnabled: (state) => state.canRedo && !state.readonly,
  run: (context) => selectTravelled(context, context.history.redo()),
};
