// Moves the selection, or of a line the point that is chosen, by one page unit, or ten; on the grid by one step of it, or five.
import { isHeldBack, movedProps } from "../arrow-place.ts";
import type { EditorContext } from "../context.ts";
import { GRID_STEP } from "../grid.ts";
import { chosenPointMove } from "../line-points.ts";
import { carriedShapes } from "../frames/held-shapes.ts";
import { wholeGroups } from "../shape-edit.ts";

const STEP = 1;
const FAR_STEP = 10;
const FAR_GRID_STEPS = 5;

/** `direction`: one of its coordinates is 1 or -1, the other 0. */
export function nudge(context: EditorContext, direction: { readonly x: number; readonly y: number }, isFar: boolean): void {
  const { grid } = context.state;
  const step = grid ? GRID_STEP * (isFar ? FAR_GRID_STEPS : 1) : isFar ? FAR_STEP : STEP;
  const by = { x: direction.x * step, y: direction.y * step };
  const pointMove = chosenPointMove(context, by);
  if (pointMove !== undefined) return context.commitRepeatable([pointMove], "nudge");
  // An arrow stays with what it hangs on.
  const held = carriedShapes(context);
  const moved = new Set(held.map(({ id }) => id));
  const shapes = held.filter((shape) => !isHeldBack(shape, moved));
  const ops = shapes.map((shape) => {
    return { op: "set", id: shape.id, props: wholeGroups(shape, movedProps(shape, by, moved)) } as const;
  });
  if (ops.length > 0) context.commitRepeatable(ops, "nudge");
}
