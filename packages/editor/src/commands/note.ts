// Sticky notes beside a sticky note. The keys are those of whoever writes on it, and the text field has them.
import type { SideName } from "@inkroom/shapes";
import type { Command, Shortcut } from "./command.ts";

/** Where the neighbour is, by how it is called. */
export type NotePlace = "right" | "left" | "below" | "above";

function neighbourCommand(place: NotePlace, side: SideName, key: Shortcut): Command {
  return {
    id: `note.${place}`,
    keys: [key],
    isFieldKey: true,
    menu: "selection",
    isEnabled: (state) => state.isNote && !state.readonly,
    run: (context) => context.parts.use("tools", ({ addNeighbour }) => addNeighbour(context, side)),
  };
}

export const noteCommands: readonly Command[] = [
  neighbourCommand("right", "e", { key: "Tab" }),
  neighbourCommand("left", "w", { key: "Tab", shift: true }),
  neighbourCommand("below", "s", { key: "Enter", mod: true }),
  neighbourCommand("above", "n", { key: "Enter", mod: true, shift: true }),
];
