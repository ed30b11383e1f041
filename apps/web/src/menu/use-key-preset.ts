// Whose keys this person uses, and the choice of others.
import { type EditorState, KEY_PRESETS } from "@inkroom/editor";
import { useBoard, useEditorState } from "../board/board-context.ts";

type KeyPreset = EditorState["keyPreset"];

const selectPreset = ({ keyPreset }: EditorState): KeyPreset => keyPreset;

/** The preset in use, and what sets another one; names that are none are left alone. */
export function useKeyPreset(): { readonly keyPreset: KeyPreset; readonly choose: (name: string) => void } {
  const { editor } = useBoard();
  const keyPreset = useEditorState(selectPreset);
  const choose = (name: string): void => {
    const chosen = KEY_PRESETS.find((preset) => preset === name);
    if (chosen !== undefined) editor.setPreferences({ keyPreset: chosen });
  };
  return { keyPreset, choose };
}
