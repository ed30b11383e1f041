// Moves the selection, or of a line the point that is chosen, by the arrow keys: one page unit, or ten with Shift; on the grid by one step of it, or five. A held key is one undo step.
import { isHeldBack, movedProps } from "../arrow-place.ts";
import { GRID_STEP } from "../grid.ts";
import { chosenPointMove } from "../line-points.ts";
import { isSelectionFree, selectedShapes } from "../selection.ts";
import { wholeGroups } from "../shape-edit.ts";
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
      const { selection } = context.state;
      const by = { x: x * step, y: y * step };
      const pointMove = chosenPointMove(context, by);
      if (pointMove !== undefined) return context.commitRepeatable([pointMove], "nudge");
      // An arrow stays with what it hangs on.
      const shapes = selectedShapes(context).filter((shape) => !isHeldBack(shape, selection));
      const ops = shapes.map((shape) => {
        return { op: "set", id: shape.id, props: wholeGroups(shape, movedProps(shape, by, selection)) } as const;
      });
      if (ops.length > 0) context.commitRepeatable(ops, "nudge");
    },
  };
}

export const nudges: readonly Command[] = DIRECTIONS.flatMap((direction) => [nudge(direction, false), nudge(direction, true)]);
