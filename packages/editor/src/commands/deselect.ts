// Selects nothing; without a selection, back to the select tool. A gesture under way is given up before this is asked.
import type { Command } from "./command.ts";

export const deselect: Command = {
  id: "edit.deselect",
  labelKey: "command.edit.deselect",
  keys: [{ key: "Escape" }],
  isEnabled: (state) => state.selection.size > 0 || state.tool !== "select",
  run(context) {
    if (context.state.selection.size > 0) context.editor.select([]);
    else context.editor.setTool("select");
  },
};
