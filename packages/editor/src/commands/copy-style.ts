// The look of one shape for others.
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

export const styleCommands: readonly Command[] = [
  {
    id: "edit.copy-style",
    keys: [{ key: "c", mod: true, alt: true }],
    menu: "selection",
    isEnabled: (state) => state.selection.size > 0,
    run: (context) => context.parts.use("arrange", ({ copyStyle }) => copyStyle(context)),
  },
  {
    id: "edit.paste-style",
    keys: [{ key: "v", mod: true, alt: true }],
    menu: "selection",
    isEnabled: (state) => isSelectionFree(state) && state.copiedStyle !== undefined,
    run: (context) => context.parts.use("arrange", ({ pasteStyle }) => pasteStyle(context)),
  },
  {
    id: "edit.pick-style",
    keys: [{ key: "i" }],
    isEnabled: (state) => !state.readonly,
    run: (context) => context.parts.use("arrange", ({ pickStyle }) => pickStyle(context)),
  },
];
