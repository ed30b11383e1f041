// The one list of commands. Menus, tooltips, the palette and the key map are generated from it.
import type { EditorState } from "../editor-state.ts";
import type { KeyInput } from "../input-event.ts";
import type { Command } from "./command.ts";
import type { CommandId } from "./command-id.ts";

export const COMMANDS: readonly Command[] = [];

export function commandById(id: CommandId): Command {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  if (command === undefined) throw new Error(`no command ${id}`);
  return command;
}

/** The enabled command that a key press means, if any. */
export function commandForKey(_event: KeyInput, _state: EditorState): Command | undefined {
  return undefined;
}
