// The keys of commands as people read them, for tooltips, menus and the help sheet.
import { COMMANDS, type CommandId, type EditorState, formatShortcut, type KeyPreset, shortcutsOf } from "@inkroom/editor";
import { useMemo } from "react";
import { useEditorState } from "../board/board-context.ts";
import { useServices } from "../services.ts";

/** In whose signs, and whose keys. */
export type KeySigns = { readonly isMac: boolean; readonly keyPreset: KeyPreset };

const selectPreset = (state: EditorState): KeyPreset => state.keyPreset;

/** Those of this person. */
export function useKeySigns(): KeySigns {
  const { isMac } = useServices();
  const keyPreset = useEditorState(selectPreset);
  return useMemo(() => ({ isMac, keyPreset }), [isMac, keyPreset]);
}

/** The first key of a command, e.g. "Ctrl+Z" or "⌘Z"; undefined where it has none, or has it only while something is written. */
export function keyOf(id: CommandId, signs: KeySigns): string | undefined {
  return COMMANDS.find((candidate) => candidate.id === id)?.isFieldKey === true ? undefined : keysOf(id, signs)[0];
}

/** All keys of a command. */
export function keysOf(id: CommandId, { isMac, keyPreset }: KeySigns): readonly string[] {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  const shortcuts = command === undefined ? [] : shortcutsOf(command, keyPreset);
  return shortcuts.map((shortcut) => formatShortcut(shortcut, isMac ? "mac" : "other"));
}
