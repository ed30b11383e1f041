// A handle under the pointer. Shift keeps the ratio, and frees that of pictures, which keep it otherwise; Alt grows from the centre; the sides of a text set where it wraps.
import type { Vec } from "@inkroom/geometry";
import type { Props } from "@inkroom/model";
import { type SelectionFrame, selectionFrame, type Shape, type ShapeId, hasText, type TextBearing, type TextShape } from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import { createLiveEdit } from "../../live-edit.ts";
import { type FrameScale, resizedProps, scaleByHandle } from "../../resize.ts";
import { withProps } from "../../shape-edit.ts";
import { selectedShapes } from "../../selection.ts";
import { createSnapping } from "../../snapping.ts";
import { measuredText, relabelled } from "../../text-box.ts";
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
    const changes = changesOf(context, shapes, frame, scaleByHandle(frame, handle, pull, options), isSide);
    if (changes !== undefined) edit.update(changes, event.tMs);
  }

  return dragging(run, { edit, first: now, follow, scrollsAtEdge: true, exit: snapping.end });
}

/** Undefined where one of the shapes would outgrow its limits: then the frame stays as it was. */
function changesOf(
  context: EditorContext,
  shapes: readonly Shape[],
  frame: SelectionFrame,
  scale: FrameScale,
  isSide: boolean,
): ReadonlyMap<ShapeId, Props> | undefined {
  const changes = new Map<ShapeId, Props>();
  const only = shapes.length === 1 ? shapes[0] : undefined;
  if (only?.kind === "text" && isSide && scale.y === 1) return new Map([[only.id, rewrapped(context, only, scale)]]);
  for (const shape of shapes) {
    const props = resizedProps(shape, frame, scale);
    if (props === undefined) return undefined;
    changes.set(shape.id, hasText(shape) ? { ...props, ...labelProps(context, shape, props, scale) } : props);
  }
  return changes;
}

function rewrapped(context: EditorContext, shape: TextShape, scale: FrameScale): Props {
  const w = Math.abs(shape.w * scale.x);
  const left = scale.anchor.x + (shape.x - scale.anchor.x) * scale.x;
  const { size, h } = measuredText({ ...shape, w, autoWidth: false }, {}, context.measureText);
  return { x: Math.min(left, left + shape.w * scale.x), size, w, h, autoWidth: false, scale: shape.scale };
}

/** The words on a resized shape wrap anew; it stays as high as they are, and grows away from the side that is held. */
function labelProps(context: EditorContext, shape: TextBearing, props: Props, { y }: FrameScale): Props {
  const changes = relabelled(withProps(shape, props), context.measureText);
  const [height, top] = [props["h"], props["y"]];
  if (typeof changes["h"] !== "number" || typeof height !== "number" || typeof top !== "number" || y >= 1 || top === shape.y)
    return changes;
  return { ...changes, y: top - (changes["h"] - height) };
}
