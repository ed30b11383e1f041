// How shortcuts are matched with key events and written for people.
import type { KeyInput } from "../input-event.ts";
import type { Shortcut } from "./command.ts";

export type ShortcutPlatform = "mac" | "other";

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Delete: "Del",
  Backspace: "Backspace",
  Escape: "Esc",
  Enter: "Enter",
  Tab: "Tab",
  PageUp: "PgUp",
  PageDown: "PgDn",
  ContextMenu: "Menu",
};
const MAC_NAMES: Readonly<Record<string, string>> = { Backspace: "⌫", Delete: "⌦", Escape: "⎋", Enter: "↩", Tab: "⇥" };

/** "⇧⌘Z" on a Mac, "Ctrl+Shift+Z" elsewhere. */
export function formatShortcut(shortcut: Shortcut, platform: ShortcutPlatform): string {
  const name = NAMES[shortcut.key] ?? shortcut.key.toUpperCase();
  if (platform === "mac") {
    const key = MAC_NAMES[shortcut.key] ?? name;
    return `${shortcut.alt ? "⌥" : ""}${shortcut.shift ? "⇧" : ""}${shortcut.mod ? "⌘" : ""}${key}`;
  }
  return [shortcut.mod && "Ctrl", shortcut.alt && "Alt", shortcut.shift && "Shift", name].filter(Boolean).join("+");
}

const CODE_KEYS: Readonly<Record<string, string>> = {
  BracketLeft: "[",
  BracketRight: "]",
  Equal: "=",
  Minus: "-",
  Slash: "/",
  Comma: ",",
  Period: ".",
  Quote: "'",
  NumpadAdd: "+",
  NumpadSubtract: "-",
};

/** Signs of shortcuts that take Shift on some keyboards and none on others. */
const SHIFTED_SIGNS: ReadonlySet<string> = new Set(["+", "/", "?"]);

/**
 * The keys an event may mean, best first: what it typed, then, where that is no ASCII letter and no such sign or was changed by Shift or
 * Alt, what a US keyboard has in that place.
 */
export function keysOf(event: Pick<KeyInput, "key" | "code" | "shift" | "alt">): readonly string[] {
  const typed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isAsciiLetter = /^[a-z]$/.test(typed);
  const isNamed = event.key.length > 1 && event.key !== "Dead" && event.key !== "Unidentified";
  if (isAsciiLetter || isNamed || SHIFTED_SIGNS.has(typed)) return [typed];
  const place = placeOf(event.code);
  return place === undefined || place === typed ? [typed] : [typed, place];
}

function placeOf(code: string): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  return /^Digit([0-9])$/.exec(code)?.[1] ?? CODE_KEYS[code];
}

/** Does the key with the event's modifiers make the shortcut? Signs that take Shift on some keyboards match with and without it. */
export function matchesShortcut(shortcut: Shortcut, key: string, event: Pick<KeyInput, "shift" | "alt" | "mod">): boolean {
  if (shortcut.key !== key || event.mod !== (shortcut.mod === true) || event.alt !== (shortcut.alt === true)) return false;
  return event.shift === (shortcut.shift === true) || SHIFTED_SIGNS.has(key);
}
