// Selects everything on the board that is not locked; where one may add only, one's own, or else what there is.
import { isLocked, ownFirst } from "../locks.ts";
import type { Command } from "./command.ts";

export const selectAll: Command = {
  id: "edit.select-all",
  keys: [{ key: "a", mod: true }],
  menu: "board",
  isEnabled: () => true,
  run(context) {
    context.editor.setTool("select");
    context.patch({ entered: undefined });
    const { view } = context.store;
    const unlocked = [...view.shapes()].filter((shape) => !isLocked(view, shape));
    context.editor.select(
      ownFirst(
        view,
        unlocked.map(({ id }) => id),
      ),
    );
  },
};
