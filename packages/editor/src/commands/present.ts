// Showing the frames one after the other, each as a slide: the host does it.
import type { EditorContext } from "../context.ts";
import type { Command } from "./command.ts";

/** From the selected frame, or from the first one. */
function present({ state, shape, onOpen }: EditorContext): void {
  const [from] = state.selection;
  onOpen?.({ kind: "present", ...(from !== undefined && shape(from)?.kind === "frame" ? { from } : {}) });
}

export const presentCommands: readonly Command[] = [
  {
    id: "open.present",
    keys: [{ key: "p", alt: true }],
    menu: "board",
    isEnabled: () => true,
    run: present,
  },
  {
    id: "frame.present",
    keys: [],
    menu: "selection",
    isEnabled: (state) => state.isFrame,
    run: present,
  },
];
