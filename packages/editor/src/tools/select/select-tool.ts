// The select tool: pick, move, resize, turn, marquee, and edit text.
import type { HandleName, PointHandle, ShapeId, SideName } from "@inkroom/shapes";
import type { PointerInput } from "../../input-event.ts";
import type { TextTarget, ToolChart } from "../tool-chart.ts";
import { brushing } from "./brushing.ts";
import { carryingNote } from "./carrying-note.ts";
import { cropping } from "./cropping.ts";
import { editingText } from "./editing-text.ts";
import { idle } from "./idle.ts";
import { lassoing } from "./lassoing.ts";
import { pointingLink } from "./link-badge.ts";
import type { Mark } from "./mark-finder.ts";
import { pointingCanvas } from "./pointing-canvas.ts";
import { pointingHandle } from "./pointing-handle.ts";
import { pointingMark } from "./pointing-mark.ts";
import { pointingPoint } from "./pointing-point.ts";
import { pointingShape } from "./pointing-shape.ts";
import { pullingPoint } from "./pulling-point.ts";
import { resizing } from "./resizing.ts";
import { type SegmentDrag, shiftingSegment } from "./shifting-segment.ts";
import { slidingLabel } from "./sliding-label.ts";
import { translating } from "./translating.ts";
import { turning } from "./turning.ts";

/** A press that became a drag: where it began and the move that made it one. */
export type Drag = { readonly down: PointerInput; readonly now: PointerInput };
/** What a press on the frame can take. */
export type GripName = HandleName | "turn" | `plus-${SideName}`;
export type SelectStates = {
  idle: undefined;
  "pointing-shape": { readonly down: PointerInput; readonly id: ShapeId };
  "pointing-mark": { readonly down: PointerInput; readonly mark: Mark };
  /** Nothing is hit; `inSelection`: but the point lies in the frame of what is selected. */
  "pointing-canvas": { readonly down: PointerInput; readonly inSelection: boolean };
  /** On the badge of a shape that leads somewhere. */
  "pointing-link": { readonly down: PointerInput; readonly id: ShapeId };
  "pointing-handle": { readonly down: PointerInput; readonly handle: GripName };
  /** Of the selected line or arrow. */
  "pointing-point": { readonly down: PointerInput; readonly id: ShapeId; readonly handle: PointHandle };
  "pulling-point": Drag & { readonly id: ShapeId; readonly handle: PointHandle };
  "shifting-segment": SegmentDrag;
  /** The words on a line. */
  "sliding-label": Drag & { readonly id: ShapeId };
  translating: Drag;
  /** A handle for neighbours pulls out another note. */
  "carrying-note": { readonly now: PointerInput; readonly like: ShapeId };
  resizing: Drag & { readonly handle: HandleName };
  turning: Drag;
  brushing: Drag;
  lassoing: Drag;
  /** A picture whose part is being chosen. */
  cropping: { readonly id: ShapeId };
  "editing-text": TextTarget;
};

export const selectTool: ToolChart<SelectStates> = {
  states: {
    idle,
    "pointing-shape": pointingShape,
    "pointing-mark": pointingMark,
    "pointing-canvas": pointingCanvas,
    "pointing-link": pointingLink,
    "pointing-handle": pointingHandle,
    "pointing-point": pointingPoint,
    "pulling-point": pullingPoint,
    "shifting-segment": shiftingSegment,
    "sliding-label": slidingLabel,
    translating,
    "carrying-note": carryingNote,
    resizing,
    turning,
    brushing,
    lassoing,
    cropping,
    "editing-text": editingText,
  },
};
