// Moves the selection by the arrow keys, further with Shift. A held key is one undo step.
import { ARROW_KEYS, type Direction, DIRECTIONS, STEPS } from "../arrange/direction.ts";
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

function nudgeCommand(direction: Direction, isFar: boolean): Command {
  const key = ARROW_KEYS[direction];
  return {
    id: isFar ? `edit.nudge-${direction}-far` : `edit.nudge-${direction}`,
    keys: [isFar ? { key, shift: true } : { key }],
    isEnabled: isSelectionFree,
    run: (context) => context.parts.use("arrange", ({ nudge }) => nudge(context, STEPS[direction], isFar)),
  };
}

export const nudges: readonly Command[] = DIRECTIONS.flatMap((direction) => [
  nudgeCommand(direction, false),
  nudgeCommand(direction, true),
]);
