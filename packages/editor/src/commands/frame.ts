// Frames: their names, and taking one away around what is in it.
import type { Command } from "./command.ts";

export const frameCommands: readonly Command[] = [
  {
    id: "frame.rename",
    labelKey: "command.frame.rename",
    keys: [{ key: "F2" }],
    menu: "selection",
    isEnabled: (state) => state.isFrame && !state.readonly,
    run: ({ state, editor }) => {
      for (const id of state.selection) editor.startRenaming(id);
    },
  },
  {
    id: "frame.remove",
    labelKey: "command.frame.remove",
    keys: [],
    menu: "selection",
    isEnabled: (state) => state.isFrame && !state.readonly,
    // What lies in it lies on the page then, and in it again when it comes back.
    run: ({ state, history }) => void history.commit([{ op: "del", ids: [...state.selection] }]),
  },
];
