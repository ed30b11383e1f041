// The keys of commands as people read them, for tooltips, menus and the help sheet.
import { COMMANDS, type CommandId, formatShortcut } from "@inkroom/editor";

/** The first key of a command, e.g. "Ctrl+Z" or "⌘Z"; undefined where it has none, or has it only while something is written. */
export function keyOf(id: CommandId, isMac: boolean): string | undefined {
  return COMMANDS.find((candidate) => candidate.id === id)?.isFieldKey === true ? undefined : keysOf(id, isMac)[0];
}

/** All keys of a command. */
export function keysOf(id: CommandId, isMac: boolean): readonly string[] {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  return (command?.keys ?? []).map((shortcut) => formatShortcut(shortcut, isMac ? "mac" : "other"));
}
