// Turns, scales and mirrors the selection.
import type { FlipAxis } from "../arrange/flip.ts";
import { isSelectionFree } from "../selection.ts";
import type { Command, Shortcut } from "./command.ts";

/** Degrees of one press of a key. */
const STEP = 15;
const SCALE = 1.1;

function turnCommand(id: "edit.turn-left" | "edit.turn-right", key: string, degrees: number): Command {
  return {
    id,
    keys: [{ key, shift: true }],
    isEnabled: isSelectionFree,
    run: (context) => context.parts.use("arrange", ({ turn }) => turn(context, degrees)),
  };
}

function scaleCommand(id: "edit.scale-up" | "edit.scale-down", keys: readonly string[], factor: number): Command {
  return {
    id,
    keys: keys.map((key): Shortcut => ({ key, mod: true, alt: true, shift: true })),
    isEnabled: isSelectionFree,
    run: (context) => context.parts.use("arrange", ({ scaleBy }) => scaleBy(context, factor)),
  };
}

function flipCommand(id: "edit.flip-x" | "edit.flip-y", key: string, axis: FlipAxis): Command {
  return {
    id,
    keys: [{ key, shift: true }],
    menu: "selection",
    isEnabled: isSelectionFree,
    run: (context) => context.parts.use("arrange", ({ flip }) => flip(context, axis)),
  };
}

export const turnCommands: readonly Command[] = [
  turnCommand("edit.turn-left", ",", -STEP),
  turnCommand("edit.turn-right", ".", STEP),
  scaleCommand("edit.scale-up", ["=", "+"], SCALE),
  scaleCommand("edit.scale-down", ["-"], 1 / SCALE),
  flipCommand("edit.flip-x", "h", "x"),
  flipCommand("edit.flip-y", "v", "y"),
];
