// Lists and links in what is written on the selected shapes. The text field has the keys of the lists too, for the lines with the caret.
import type { ItemKind } from "@inkroom/shapes";
import { isSelectionFree } from "../selection.ts";
import type { Command, Shortcut } from "./command.ts";
import type { CommandId } from "./command-id.ts";

function listCommand(id: Extract<CommandId, `text.${string}`>, kind: ItemKind, key: string): Command {
  return {
    id,
    keys: [shifted(key)],
    menu: "selection",
    isEnabled: (state) => isSelectionFree(state) && state.hasWords,
    run: (context) => context.parts.use("arrange", ({ changeLists }) => changeLists(context, kind)),
  };
}

/** With Mod some keyboards have the "/" there, which opens the palette. */
function shifted(key: string): Shortcut {
  return { key, alt: true, shift: true };
}

export const textCommands: readonly Command[] = [
  listCommand("text.numbers", "number", "7"),
  listCommand("text.bullets", "bullet", "8"),
  listCommand("text.checks", "check", "9"),
  {
    id: "text.tick",
    keys: [{ key: "Enter", alt: true }],
    menu: "selection",
    isEnabled: (state) => isSelectionFree(state) && state.hasChecks,
    run: (context) => context.parts.use("arrange", ({ changeLists }) => changeLists(context, "tick")),
  },
  {
    id: "text.open-link",
    keys: [],
    menu: "selection",
    isEnabled: (state) => state.hasLinks,
    run: (context) => context.parts.use("arrange", ({ openFirstLink }) => openFirstLink(context)),
  },
];
