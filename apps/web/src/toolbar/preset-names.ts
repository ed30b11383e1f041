// What the presets of keys are called: by the whiteboards whose keys they are, in every language.
import type { KeyPreset } from "@inkroom/editor";

export const PRESET_NAMES: Readonly<Record<KeyPreset, string>> = { excalidraw: "Excalidraw", tldraw: "tldraw" };
