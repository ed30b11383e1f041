// Frames: their names, taking one away around what is in it, and going from one to the next.
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

function goCommand(name: "next" | "previous", key: string, step: 1 | -1): Command {
  return {
    id: `view.${name}-frame`,
    keys: [{ key, alt: true }],
    isEnabled: () => true,
    run: (context) => context.parts.use("arrange", ({ goToFrame }) => goToFrame(context, step)),
  };
}

export const frameCommands: readonly Command[] = [
  goCommand("next", "PageDown", 1),
  goCommand("previous", "PageUp", -1),
  {
    id: "frame.rename",
    keys: [{ key: "F2" }],
    menu: "selection",
    isEnabled: (state) => isSelectionFree(state) && state.isFrame,
    run: ({ state, editor }) => {
      for (const id of state.selection) editor.startRenaming(id);
    },
  },
  {
    id: "frame.remove",
    keys: [],
    menu: "selection",
    isEnabled: (state) => isSelectionFree(state) && state.isFrame,
    // What lies in it lies on the page then, and in it again when it comes back.
    run: ({ state, history }) => void history.commit([{ op: "del", ids: [...state.selection] }]),
  },
];
