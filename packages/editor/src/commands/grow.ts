// Flowcharts by keys: another node, and along the arrows.
import { ARROW_KEYS, type Direction, DIRECTIONS } from "../arrange/direction.ts";
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

function growCommand(direction: Direction): Command {
  return {
    id: `edit.grow-${direction}`,
    keys: [{ key: ARROW_KEYS[direction], mod: true }],
    // There that goes to what lies beside.
    tldrawKeys: [{ key: ARROW_KEYS[direction], shift: true, alt: true }],
    isEnabled: (state) => state.selection.size === 1 && isSelectionFree(state),
    run: (context) => context.parts.use("arrange", ({ grow }) => grow(context, direction)),
  };
}

function walkCommand(direction: Direction): Command {
  return {
    id: `edit.walk-${direction}`,
    keys: [{ key: ARROW_KEYS[direction], alt: true }],
    isEnabled: (state) => state.tool === "select" && state.selection.size === 1,
    run: (context) => context.parts.use("arrange", ({ walkAlong }) => walkAlong(context, direction)),
  };
}

export const growCommands: readonly Command[] = DIRECTIONS.flatMap((direction) => [growCommand(direction), walkCommand(direction)]);
