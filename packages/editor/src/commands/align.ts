// Lays the selection out: into line, or with equal gaps. A group counts as one.
import type { Edge } from "../arrange/align.ts";
import type { EditorState } from "../editor-state.ts";
import { isSelectionFree } from "../selection.ts";
import type { Command, Shortcut } from "./command.ts";

const isOfSeveral = (state: EditorState): boolean => isSelectionFree(state) && state.selection.size > 1;
const isOfMany = (state: EditorState): boolean => isSelectionFree(state) && state.selection.size > 2;

function alignCommand(edge: Edge, keys: readonly Shortcut[], tldrawKey: string): Command {
  return {
    id: `align.${edge}`,
    keys,
    tldrawKeys: [{ key: tldrawKey, alt: true }],
    menu: "selection",
    isEnabled: isOfSeveral,
    run: (context) => context.parts.use("arrange", ({ align }) => align(context, edge)),
  };
}

function distributeCommand(axis: "x" | "y", key: string): Command {
  return {
    id: `align.distribute-${axis}`,
    keys: [{ key, alt: true }],
    tldrawKeys: [{ key, alt: true, shift: true }],
    menu: "selection",
    isEnabled: isOfMany,
    run: (context) => context.parts.use("arrange", ({ distribute }) => distribute(context, axis)),
  };
}

export const alignCommands: readonly Command[] = [
  alignCommand("left", [{ key: "ArrowLeft", mod: true, shift: true }], "a"),
  alignCommand("centre-x", [], "h"),
  alignCommand("right", [{ key: "ArrowRight", mod: true, shift: true }], "d"),
  alignCommand("top", [{ key: "ArrowUp", mod: true, shift: true }], "w"),
  alignCommand("centre-y", [], "v"),
  alignCommand("bottom", [{ key: "ArrowDown", mod: true, shift: true }], "s"),
  distributeCommand("x", "h"),
  distributeCommand("y", "v"),
];
