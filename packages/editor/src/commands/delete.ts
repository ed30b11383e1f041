// Deletes the selection.
import { deletionOps } from "../deletion.ts";
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

export const deleteSelection: Command = {
  id: "edit.delete",
  labelKey: "command.edit.delete",
  keys: [{ key: "Delete" }, { key: "Backspace" }],
  menu: "selection",
  isEnabled: isSelectionFree,
  run: (context) => void context.history.commit(deletionOps(context, [...context.state.selection])),
};
