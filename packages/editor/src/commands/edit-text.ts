// What Enter does with a shape: edits its text, cuts a picture, opens a card. The title of a card is edited by name.
import type { EditorState } from "../editor-state.ts";
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

/** It is there to be opened, by those who may only look too. */
const opens = ({ isCard, link }: EditorState): boolean => isCard && link !== "";

export const editText: Command = {
  id: "edit.edit-text",
  keys: [{ key: "Enter" }],
  isEnabled: (state) => state.tool === "select" && state.selection.size === 1 && ((!state.readonly && !state.isForeign) || opens(state)),
  run({ state, editor, onFollow }) {
    if (opens(state)) return onFollow?.(state.link);
    for (const id of state.selection) {
      if (state.isPicture) editor.startCropping(id);
      else editor.startEditingText(id);
    }
  },
};

export const editTitle: Command = {
  id: "edit.title",
  keys: [],
  menu: "selection",
  isEnabled: (state) => isSelectionFree(state) && state.isCard,
  run({ state, editor }) {
    for (const id of state.selection) editor.startEditingText(id);
  },
};
