// Deletes the selection, or of a line the point that is chosen.
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

export const deleteSelection: Command = {
  id: "edit.delete",
  keys: [{ key: "Delete" }, { key: "Backspace" }],
  menu: "selection",
  isEnabled: isSelectionFree,
  run: (context) => context.parts.use("arrange", ({ removeSelected }) => removeSelected(context)),
};
