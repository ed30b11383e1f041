// Takes everything off the board that is not locked. The host asks first, and offers to bring it back: the board is everyone's.
import type { Command } from "./command.ts";

export const clearBoard: Command = {
  id: "edit.clear",
  keys: [
    { key: "Delete", mod: true },
    { key: "Backspace", mod: true },
  ],
  menu: "board",
  isEnabled: (state) => !state.readonly,
  run: (context) => context.parts.use("arrange", ({ askToRemoveAll }) => askToRemoveAll(context)),
};
