// How the words on the selected shapes are set: bold, italic, larger and smaller.
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

function faceCommand(id: "text.bold" | "text.italic", key: string, name: "bold" | "italic"): Command {
  return {
    id,
    keys: [{ key, mod: true }],
    isEnabled: (state) => isSelectionFree(state) && state.hasWords,
    run: (context) => context.parts.use("arrange", ({ switchFace }) => switchFace(context, name)),
  };
}

function sizeCommand(id: "text.larger" | "text.smaller", key: string, step: 1 | -1): Command {
  return {
    id,
    keys: [{ key, mod: true, shift: true }],
    isEnabled: (state) => isSelectionFree(state) && state.hasWords,
    run: (context) => context.parts.use("arrange", ({ stepSize }) => stepSize(context, step)),
  };
}

export const textStyleCommands: readonly Command[] = [
  faceCommand("text.bold", "b", "bold"),
  faceCommand("text.italic", "i", "italic"),
  sizeCommand("text.larger", ".", 1),
  sizeCommand("text.smaller", ",", -1),
];
