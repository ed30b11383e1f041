// The handle for turning under the pointer: the selection turns about the centre of its frame, by whole degrees. Shift turns in
// steps of 15 degrees; a finger is held at quarter turns.
import { boxCenter, type Vec } from "@inkroom/geometry";
import type { PointerInput } from "../../input-event.ts";
import { createLiveEdit } from "../../live-edit.ts";
import { heldShapes } from "../../frames/held-shapes.ts";
import { normalAngle, turnedProps } from "../../turn.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import { dragging } from "./dragging.ts";
import type { Drag, SelectStates } from "./select-tool.ts";

const DEGREE = Math.PI / 180;
const COARSE_STEP = 15 * DEGREE;
const QUARTER = 90 * DEGREE;
/** A finger this near to a quarter turn means it. */
const QUARTER_REACH = 5 * DEGREE;

export function turning(run: ToolRun<SelectStates>, { down, now }: Drag): ToolState {
  const { context } = run;
  const shapes = heldShapes(context);
  const frame = context.selectionFrame();
  const edit = createLiveEdit(context, now.tMs);

  function follow(event: PointerInput): void {
    if (frame === undefined) return;
    const centre = boxCenter(frame.box);
    const pulled = angleAt(centre, context.toPage(event.screen)) - angleAt(centre, context.toPage(down.screen));
    const rotation = normalAngle(stepped(frame.rotation + pulled, event));
    const turn = rotation - frame.rotation;
    // Before the preview: whoever hears of that asks for the frame.
    context.patch({ heldFrame: { ...frame, rotation } });
    edit.update(new Map(shapes.map((shape) => [shape.id, turnedProps(shape, centre, turn)])), event.tMs);
  }

  return dragging(run, {
    edit,
    first: now,
    follow,
    enter: () => context.patch({ cursor: "turn" }),
    exit: () => context.patch({ heldFrame: undefined }),
  });
}

function angleAt(centre: Vec, point: Vec): number {
  return Math.atan2(point.y - centre.y, point.x - centre.x);
}

function stepped(angle: number, { shift, pointerType }: PointerInput): number {
  if (shift) return Math.round(angle / COARSE_STEP) * COARSE_STEP;
  const quarter = Math.round(angle / QUARTER) * QUARTER;
  if (pointerType === "touch" && Math.abs(angle - quarter) < QUARTER_REACH) return quarter;
  return Math.round(angle / DEGREE) * DEGREE;
}
