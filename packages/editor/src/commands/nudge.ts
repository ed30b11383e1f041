// Moves the selection by the arrow keys, further with Shift. A held key is one undo step.
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

const DIRECTIONS = [
  { name: "left", key: "ArrowLeft", x: -1, y: 0 },
  { name: "right", key: "ArrowRight", x: 1, y: 0 },
  { name: "up", key: "ArrowUp", x: 0, y: -1 },
  { name: "down", key: "ArrowDown", x: 0, y: 1 },
] as const;

function nudgeCommand(direction: (typeof DIRECTIONS)[number], isFar: boolean): Command {
  const { name, key } = direction;
  return {
    id: isFar ? `edit.nudge-${name}-far` : `edit.nudge-${name}`,
    labelKey: `command.edit.nudge-${name}${isFar ? "-far" : ""}`,
    keys: [isFar ? { key, shift: true } : { key }],
    isEnabled: isSelectionFree,
    run: (context) => context.parts.use("arrange", ({ nudge }) => nudge(context, direction, isFar)),
  };
}

export const nudges: readonly Command[] = DIRECTIONS.flatMap((direction) => [
  nudgeCommand(direction, false),
  nudgeCommand(direction, true),
]);
