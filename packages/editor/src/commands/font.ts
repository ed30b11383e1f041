// The choice of a font by key: the host shows it.
import type { EditorState } from "../editor-state.ts";
import type { Command } from "./command.ts";

/** Is anything written, or about to be? */
function isEnabled({ readonly, isForeign, selection, hasWords, isNote, tool }: EditorState): boolean {
  if (readonly || isForeign) return false;
  return selection.size > 0 ? hasWords || isNote : tool === "text" || tool === "note";
}

export const chooseFont: Command = {
  id: "style.font",
  keys: [{ key: "f", shift: true }],
  isEnabled,
  run: ({ onOpen }) => onOpen?.({ kind: "font" }),
};
