// A segment of an elbow under the pointer: it is moved across itself, and stays where it is let go of. One undo step.
import { type SegmentHandle, type ShapeId } from "@inkroom/shapes";
import { drawnPlace } from "../../arrow-place.ts";
import type { PointerInput } from "../../input-event.ts";
import { createLiveEdit } from "../../live-edit.ts";
import { inLineWithNeighbours, pinnedAt } from "../../segment-pins.ts";
import { clampCoordinate } from "../../shape-edit.ts";
import { createSnapping } from "../../snapping.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import { dragging } from "./dragging.ts";
import type { Drag, SelectStates } from "./select-tool.ts";

/** How near to the line of a neighbour a segment falls into it, screen pixels. With Mod it does not. */
const IN_LINE_PX = 6;

export type SegmentDrag = Drag & { readonly id: ShapeId; readonly handle: SegmentHandle };

export function shiftingSegment(run: ToolRun<SelectStates>, { down, now, id, handle }: SegmentDrag): ToolState {
  const { context } = run;
  const original = context.shape(id);
  const origin = context.toPage(down.screen);
  const edit = createLiveEdit(context, now.tMs);
  const snapping = createSnapping(context, new Set([id]));
  const { axis } = handle;

  function follow(event: PointerInput): void {
    if (original?.kind !== "arrow") return;
    const pointer = context.toPage(event.screen);
    const at = { ...handle.at, [axis]: handle.at[axis] + pointer[axis] - origin[axis] };
    const free = at[axis] + snapping.point(at, event, { x: axis === "x", y: axis === "y" })[axis];
    const reach = event.mod ? 0 : IN_LINE_PX / context.state.camera.zoom;
    const place = clampCoordinate(inLineWithNeighbours(original, handle.index, free, reach));
    edit.update(new Map([[id, { ...drawnPlace(original), pins: pinnedAt(original, handle.index, place) }]]), event.tMs);
  }

  return dragging(run, {
    edit,
    first: now,
    follow,
    scrollsAtEdge: true,
    enter: () => context.patch({ point: undefined, cursor: axis === "x" ? "ew-resize" : "ns-resize" }),
    exit: () => snapping.end(),
  });
}
