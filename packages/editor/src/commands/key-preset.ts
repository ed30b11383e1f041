// Whose keys the commands have: those of one of two whiteboards that people come from. Each command says its own (command.ts).
import type { Command, Shortcut } from "./command.ts";

export const KEY_PRESETS = ["excalidraw", "tldraw"] as const;
export type KeyPreset = (typeof KEY_PRESETS)[number];

/** The keys of a command in a preset; the first one is shown in tooltips. */
export function shortcutsOf({ keys, tldrawKeys = keys }: Pick<Command, "keys" | "tldrawKeys">, preset: KeyPreset): readonly Shortcut[] {
  return preset === "tldraw" ? tldrawKeys : keys;
}
