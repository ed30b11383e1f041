// From the inside out: lets go of the point of a line, leaves the group that was entered and selects it as a whole, selects nothing, goes back to the select
// tool, and brings back what zen has put away. A gesture under way is given up before this is asked.
import type { Command } from "./command.ts";

export const deselect: Command = {
  id: "edit.deselect",
  keys: [{ key: "Escape" }],
  isEnabled: (state) => state.selection.size > 0 || state.tool !== "select" || state.entered !== undefined || state.zen,
  run({ state, editor, groups, patch }) {
    const { entered } = state;
    if (state.point !== undefined && state.selection.size > 0) patch({ point: undefined });
    else if (entered !== undefined) {
      patch({ entered: groups.groupsOf(entered)[0] });
      editor.select(groups.leavesOf(entered));
    } else if (state.selection.size > 0) editor.select([]);
    else if (state.tool !== "select") editor.setTool("select");
    else patch({ zen: false });
  },
};
