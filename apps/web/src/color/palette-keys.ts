// The keys of the palette while it is open, as they lie on a keyboard: two rows of five.
import { COLOR_NAMES, type ColorName } from "@inkroom/shapes";

/** In the order of the palette. */
export const PALETTE_KEYS: readonly string[] = ["q", "w", "e", "r", "t", "a", "s", "d", "f", "g"];

type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Undefined for other keys. On a keyboard without Latin letters, by the place. */
export function paletteColor({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Press): ColorName | undefined {
  if (ctrlKey || metaKey || altKey || shiftKey) return undefined;
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace("Key", "").toLowerCase();
  const place = PALETTE_KEYS.indexOf(letter);
  return place < 0 ? undefined : COLOR_NAMES[place];
}
