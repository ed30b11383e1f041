// A handle under the pointer. Shift keeps the ratio, and frees that of pictures, which keep it otherwise; Alt grows from the centre; the sides of a text set where it wraps.
import type { Vec } from "@inkroom/geometry";
import { type SelectionFrame, selectionFrame } from "@inkroom/shapes";
import type { PointerInput } from "../../input-event.ts";
import { createLiveEdit } from "../../live-edit.ts";
import { scaleByHandle } from "../../resize.ts";
import { resizedShapes } from "../../resized-shapes.ts";
import { selectedShapes } from "../../selection.ts";
import { createSnapping } from "../../snapping.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import { dragging } from "./dragging.ts";
import type { SelectStates } from "./select-tool.ts";

export function resizing(run: ToolRun<SelectStates>, { down, now, handle }: SelectStates["resizing"]): ToolState {
  const { context } = run;
  const shapes = selectedShapes(context);
  const frame = selectionFrame(shapes);
  const origin = context.toPage(down.screen);
  const edit = createLiveEdit(context, now.tMs);
  const snapping = createSnapping(context, new Set(shapes.map(({ id }) => id)));
  const isSide = handle === "e" || handle === "w";
  /** A note keeps its proportions. */
  const isWhole = frame?.isNote === true;
  const hasPicture = shapes.some(({ kind }) => kind === "image");
  const keepsRatio = ({ shift }: PointerInput): boolean => isWhole || shift !== hasPicture;

  /** The side or corner under the hand is put in line, where it is not turned and may go anywhere. */
  function snapped(point: Vec, event: PointerInput, { box, rotation }: SelectionFrame): Vec {
    if (rotation !== 0 || keepsRatio(event)) {
      snapping.end();
      return point;
    }
    const held = {
      x: handle.includes("w") ? box.x : box.x + box.w,
      y: handle.includes("n") ? box.y : box.y + box.h,
    };
    const axes = { x: /[ew]/.test(handle), y: /[ns]/.test(handle) };
    const more = snapping.point({ x: held.x + point.x - origin.x, y: held.y + point.y - origin.y }, event, axes);
    return { x: point.x + more.x, y: point.y + more.y };
  }

  function follow(event: PointerInput): void {
    if (frame === undefined) return;
    const point = snapped(context.toPage(event.screen), event, frame);
    const pull = { x: point.x - origin.x, y: point.y - origin.y };
    const options = { ratio: keepsRatio(event), centred: event.alt, minSide: 1 / context.state.camera.zoom };
    const changes = resizedShapes(context, shapes, frame, scaleByHandle(frame, handle, pull, options), isSide);
    if (changes !== undefined) edit.update(changes, event.tMs);
  }

  return dragging(run, { edit, first: now, follow, scrollsAtEdge: true, exit: snapping.end });
}
