// Copies the selection and selects the copies.
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

export const duplicate: Command = {
  id: "edit.duplicate",
  keys: [{ key: "d", mod: true }],
  menu: "selection",
  // What is somebody else's stays as it is.
  isEnabled: (state) => isSelectionFree(state) || (state.isForeign && !state.readonly),
  run: (context) => context.parts.use("arrange", ({ duplicateSelected }) => duplicateSelected(context)),
};
