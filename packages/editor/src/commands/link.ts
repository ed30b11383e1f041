// What a shape leads to: saying it, going there, taking it away.
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

export const linkCommands: readonly Command[] = [
  {
    id: "link.edit",
    keys: [{ key: "k", mod: true }],
    menu: "selection",
    isEnabled: (state) => isSelectionFree(state) && state.selection.size === 1,
    run(context) {
      for (const id of context.state.selection) context.onOpen?.({ kind: "link", id });
    },
  },
  {
    id: "link.open",
    keys: [{ key: "Enter", mod: true, shift: true }],
    menu: "selection",
    isEnabled: ({ link }) => link !== "",
    run: ({ state, onFollow }) => onFollow?.(state.link),
  },
  {
    id: "link.remove",
    keys: [],
    menu: "selection",
    isEnabled: (state) => isSelectionFree(state) && state.link !== "",
    run({ state, editor }) {
      for (const id of state.selection) editor.setLink(id, "");
    },
  },
];
