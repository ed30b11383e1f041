// Deletes the selection.
import { deletionOps } from "../deletion.ts";
import type { Command } from "./command.ts";

export const deleteSelection: Command = {
  id: "edit.delete",
  labelKey: "command.edit.delete",
  keys: [{ key: "Delete" }, { key: "Backspace" }],
  menu: "selection",
  isEnabled: (state) => state.selection.size > 0 && !state.readonly,
  run: (context) => void context.history.commit(deletionOps([...context.state.selection])),
};
