// The colours that were chosen last in this browser, for all boards.
import { type CustomColor, isCustomColor } from "@inkroom/shapes";
import { type KeyValueStore, parseJson } from "../host/key-value-store.ts";

const KEY = "inkroom.colors";
/** As many as a row of the popover holds, and one row more. */
export const MAX_RECENT_COLORS = 12;

/** Newest first. */
export function recentColors(store: KeyValueStore): readonly CustomColor[] {
  const stored = parseJson(store.get(KEY));
  return Array.isArray(stored) ? [...new Set(stored.filter(isCustomColor))].slice(0, MAX_RECENT_COLORS) : [];
}

export function noteRecentColor(store: KeyValueStore, color: CustomColor): void {
  // Read again: another tab may have written since.
  const others = recentColors(store).filter((known) => known !== color);
  store.set(KEY, JSON.stringify([color, ...others].slice(0, MAX_RECENT_COLORS)));
}
