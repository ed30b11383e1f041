// Groups, and locks that keep hands off.
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

export const groupCommands: readonly Command[] = [
  {
    id: "edit.group",
    keys: [{ key: "g", mod: true }],
    menu: "selection",
    isEnabled: (state) => isSelectionFree(state) && state.selection.size > 1,
    run: (context) => context.parts.use("arrange", ({ group }) => group(context)),
  },
  {
    id: "edit.ungroup",
    keys: [{ key: "g", mod: true, shift: true }],
    menu: "selection",
    isEnabled: (state) => isSelectionFree(state) && state.isGrouped,
    run: (context) => context.parts.use("arrange", ({ ungroup }) => ungroup(context)),
  },
  {
    id: "edit.lock",
    keys: [
      { key: "l", mod: true, shift: true },
      { key: "l", shift: true },
    ],
    tldrawKeys: [{ key: "l", shift: true }],
    menu: "selection",
    isEnabled: (state) => state.selection.size > 0 && !state.readonly && !state.isForeign,
    run: (context) => context.parts.use("arrange", ({ toggleLock }) => toggleLock(context)),
  },
  {
    id: "edit.unlock-all",
    keys: [],
    menu: "board",
    isEnabled: (state) => !state.readonly,
    run: (context) => context.parts.use("arrange", ({ unlockAll }) => unlockAll(context)),
  },
];
