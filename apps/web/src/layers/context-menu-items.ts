// What the context menu shows: the commands of the registry that say so, in blocks by the family in their ids.
import { type Command, COMMANDS, type EditorState } from "@inkroom/editor";
import { familyOf } from "./command-families.ts";

/** Families with at least so many commands on the menu are folded into a submenu; editing is what most come for, and never is. */
const MIN_FOLDED = 4;
/** Of this there are fewer or more, by what is written: it is to be found in one place. */
const ALWAYS_FOLDED = "text";
/** Families in the order in which they are shown; others follow, in the order of the registry. */
const FIRST = ["clipboard", "edit", "order"] as const;
/** At the very end, away from where the pointer is in a hurry. */
const LAST = "edit.delete";

export type MenuBlock = { readonly family: string; readonly isFolded: boolean; readonly commands: readonly Command[] };

/** Blocks with the commands that are enabled now. With a selection those for a selection, else those for the board. */
export function contextMenuBlocks(state: EditorState): readonly MenuBlock[] {
  const place = state.selection.size > 0 ? "selection" : "board";
  const offered = COMMANDS.filter(({ menu }) => menu === place || menu === "both").filter((command) => command.isEnabled(state));
  const ordinary = offered.filter(({ id }) => id !== LAST);
  const last = offered.filter(({ id }) => id === LAST);
  const families = [...new Set<string>([...FIRST, ...ordinary.map(({ id }) => familyOf(id))])];
  const blocks = families.map((family) => ordinary.filter((command) => familyOf(command.id) === family));
  return [...blocks, last]
    .filter((commands) => commands.length > 0)
    .map((commands) => ({
      family: commands[0] === undefined ? "" : familyOf(commands[0].id),
      isFolded:
        commands.some(({ id }) => familyOf(id) === ALWAYS_FOLDED) ||
        (commands.length >= MIN_FOLDED && !commands.some(({ id }) => id.startsWith("edit."))),
      commands,
    }));
}
