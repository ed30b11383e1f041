// How shortcuts are matched with key events and written for people.
import type { Shortcut } from "./command.ts";

export type ShortcutPlatform = "mac" | "other";

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓",
  Delete: "Del", Backspace: "⌫", Escape: "Esc", Enter: "Enter", PageUp: "PgUp", PageDown: "PgDn", " ": "Space",
};

/** "⇧⌘Z" on a Mac, "Ctrl+Shift+Z" elsewhere. */
export function formatShortcut(shortcut: Shortcut, platform: ShortcutPlatform): string {
  const key = NAMES[shortcut.key] ?? shortcut.key.toUpperCase();
  if (platform === "mac") {
    return `${shortcut.alt ? "⌥" : ""}${shortcut.shift ? "⇧" : ""}${shortcut.mod ? "⌘" : ""}${key}`;
  }
  return [shortcut.mod && "Ctrl", shortcut.alt && "Alt", shortcut.shift && "Shift", key].filter(Boolean).join("+");
}
