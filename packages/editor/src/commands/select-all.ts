// Selects everything on the board that is not locked.
import { isOutOfReach } from "../locks.ts";
import type { Command } from "./command.ts";

export const selectAll: Command = {
  id: "edit.select-all",
  keys: [{ key: "a", mod: true }],
  menu: "board",
  isEnabled: () => true,
  run(context) {
    context.editor.setTool("select");
    context.patch({ entered: undefined });
    context.editor.select([...context.store.view.shapes()].filter((shape) => !isOutOfReach(context.store.view, shape)).map(({ id }) => id));
  },
};
