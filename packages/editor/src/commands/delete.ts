// Deletes the selection, or of a line the point that is chosen.
import { deletionOps } from "../deletion.ts";
import { chosenPointRemoval } from "../line-points.ts";
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

export const deleteSelection: Command = {
  id: "edit.delete",
  labelKey: "command.edit.delete",
  keys: [{ key: "Delete" }, { key: "Backspace" }],
  menu: "selection",
  isEnabled: isSelectionFree,
  run(context) {
    const { selection } = context.state;
    const op = chosenPointRemoval(context);
    if (op === undefined) context.history.commit(deletionOps(context, [...selection]));
    else context.history.commit([op]);
    context.patch({ point: undefined });
  },
};
