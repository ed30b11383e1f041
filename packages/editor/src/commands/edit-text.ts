// Edits the selected text, or cuts the selected picture.
import type { Command } from "./command.ts";

export const editText: Command = {
  id: "edit.edit-text",
  keys: [{ key: "Enter" }],
  isEnabled: (state) => state.tool === "select" && state.selection.size === 1 && !state.readonly,
  run(context) {
    for (const id of context.state.selection) {
      if (context.state.isPicture) context.editor.startCropping(id);
      else context.editor.startEditingText(id);
    }
  },
};
