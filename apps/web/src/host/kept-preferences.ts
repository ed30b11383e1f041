// How this person likes their devices to work: kept in this browser, for all boards.
import { DEFAULT_PREFERENCES, KEY_PRESETS, type Editor, type EditorState, type Preferences } from "@inkroom/editor";
import { type KeyValueStore, parseJson } from "./key-value-store.ts";

const KEY = "inkroom.preferences";
const PEN_MODES = ["unseen", "on", "off"] as const;
const WHEELS = ["pan", "zoom"] as const;

/** What was kept; the default for what was not, or makes no sense. */
export function readPreferences(store: KeyValueStore): Preferences {
  const stored = parseJson(store.get(KEY));
  // reason: only read by key, and each value is looked at.
  const kept = (typeof stored === "object" && stored !== null ? stored : {}) as Partial<Record<keyof Preferences, unknown>>;
  const flag = (name: "penPressure" | "straightens" | "autoShape" | "snaps" | "grid"): boolean => {
    const value = kept[name];
    return typeof value === "boolean" ? value : DEFAULT_PREFERENCES[name];
  };
  return {
    keyPreset: KEY_PRESETS.find((known) => known === kept.keyPreset) ?? DEFAULT_PREFERENCES.keyPreset,
    penMode: PEN_MODES.find((known) => known === kept.penMode) ?? DEFAULT_PREFERENCES.penMode,
    penPressure: flag("penPressure"),
    straightens: flag("straightens"),
    autoShape: flag("autoShape"),
    snaps: flag("snaps"),
    grid: flag("grid"),
    wheel: WHEELS.find((known) => known === kept.wheel) ?? DEFAULT_PREFERENCES.wheel,
  };
}

/** Writes them when they change, until the result is called. */
export function keepPreferences(editor: Pick<Editor, "state" | "subscribe">, store: KeyValueStore): () => void {
  let written = textOf(editor.state);
  return editor.subscribe(() => {
    const text = textOf(editor.state);
    if (text === written) return;
    written = text;
    store.set(KEY, text);
  });
}

function textOf({ keyPreset, penMode, penPressure, wheel, straightens, autoShape, snaps, grid }: EditorState): string {
  return JSON.stringify({ keyPreset, penMode, penPressure, wheel, straightens, autoShape, snaps, grid } satisfies Preferences);
}
