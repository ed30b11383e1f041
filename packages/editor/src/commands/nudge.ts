// Moves the selection by the arrow keys: one page unit, or ten with Shift; on the grid by one step of it, or five. A held key is one undo step.
import { GRID_STEP } from "../grid.ts";
import { isSelectionFree, selectedShapes } from "../selection.ts";
import { clampCoordinate, wholeGroups } from "../shape-edit.ts";
import type { Command } from "./command.ts";

const STEP = 1;
const FAR_STEP = 10;
const FAR_GRID_STEPS = 5;
const DIRECTIONS = [
  { name: "left", key: "ArrowLeft", x: -1, y: 0 },
  { name: "right", key: "ArrowRight", x: 1, y: 0 },
  { name: "up", key: "ArrowUp", x: 0, y: -1 },
  { name: "down", key: "ArrowDown", x: 0, y: 1 },
] as const;

function nudge(direction: (typeof DIRECTIONS)[number], isFar: boolean): Command {
  const { name, key, x, y } = direction;
  return {
    id: isFar ? `edit.nudge-${name}-far` : `edit.nudge-${name}`,
    labelKey: `command.edit.nudge-${name}${isFar ? "-far" : ""}`,
    keys: [isFar ? { key, shift: true } : { key }],
    isEnabled: isSelectionFree,
    run(context) {
      const step = context.state.grid ? GRID_STEP * (isFar ? FAR_GRID_STEPS : 1) : isFar ? FAR_STEP : STEP;
      const ops = selectedShapes(context).map((shape) => {
        const place = { x: clampCoordinate(shape.x + x * step), y: clampCoordinate(shape.y + y * step) };
        return { op: "set", id: shape.id, props: wholeGroups(shape, place) } as const;
      });
      context.commitRepeatable(ops, "nudge");
    },
  };
}

export const nudges: readonly Command[] = DIRECTIONS.flatMap((direction) => [nudge(direction, false), nudge(direction, true)]);
