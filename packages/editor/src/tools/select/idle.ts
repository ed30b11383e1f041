// Nothing is pressed: shows what a click would take, and decides what a press means.
import { boxContainsPoint } from "@inkroom/geometry";
import {
  frameBounds,
  handleAt,
  isLinear,
  isTurnHandleAt,
  type PointHandle,
  plusHandleAt,
  pointHandleAt,
  type Shape,
  type ShapeId,
} from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import type { CssCursorName } from "../../editor-state.ts";
import type { PointerInput } from "../../input-event.ts";
import { frameAtName } from "../../frames/frame-at-name.ts";
import { hitSlack } from "../../pointer.ts";
import { isSelectionFree } from "../../selection.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import { linkedUnder } from "./link-badge.ts";
import { MarkFinder } from "./mark-finder.ts";
import { isOnSlidingLabel } from "./sliding-label.ts";
import type { GripName, SelectStates } from "./select-tool.ts";

export const HANDLE_CURSORS: Readonly<Record<GripName, CssCursorName>> = {
  turn: "turn",
  nw: "nwse-resize",
  se: "nwse-resize",
  ne: "nesw-resize",
  sw: "nesw-resize",
  n: "ns-resize",
  s: "ns-resize",
  e: "ew-resize",
  w: "ew-resize",
  "plus-n": "pointer",
  "plus-e": "pointer",
  "plus-s": "pointer",
  "plus-w": "pointer",
};

/** A frame smaller than this has its handles outside only, screen pixels. */
const TINY_FRAME_PX = 24;

export function idle(run: ToolRun<SelectStates>): ToolState {
  const { context } = run;
  const marks = new MarkFinder(context);
  return {
    enter: () => context.patch({ cursor: "default" }),
    exit: () => context.patch({ hovered: undefined, overLink: undefined }),
    onPointerLost: () => context.patch({ hovered: undefined, overLink: undefined, cursor: "default" }),
    onPointerMove(event) {
      if (event.pointerType === "touch") return;
      const overLink = linkedUnder(context, event)?.id;
      context.patch({ overLink });
      if (overLink !== undefined) return context.patch({ hovered: undefined, cursor: "pointer" });
      const point = pointUnder(context, event)?.handle;
      if (point !== undefined) return context.patch({ hovered: undefined, cursor: cursorOf(point) });
      const handle = handleUnder(context, event);
      const hit = handle === undefined ? shapeUnder(context, event) : undefined;
      if (handle === undefined && marks.under(event, hit) !== undefined) return context.patch({ hovered: undefined, cursor: "pointer" });
      const isMovable = hit !== undefined && context.state.selection.has(hit.id) && isSelectionFree(context.state);
      const free = isOnSlidingLabel(context, hit, event) ? "grab" : isMovable ? "move" : "default";
      const cursor = handle === undefined ? free : HANDLE_CURSORS[handle];
      context.patch({ hovered: hit?.id, cursor });
    },
    onPointerDown(event) {
      const linked = linkedUnder(context, event);
      if (linked !== undefined) return run.go("pointing-link", { down: event, id: linked.id });
      const point = pointUnder(context, event);
      if (point !== undefined) return run.go("pointing-point", { down: event, ...point });
      context.patch({ point: undefined });
      const handle = handleUnder(context, event);
      if (handle !== undefined) return run.go("pointing-handle", { down: event, handle });
      const hit = shapeUnder(context, event);
      const mark = marks.under(event, hit);
      if (mark !== undefined) return run.go("pointing-mark", { down: event, mark });
      if (hit !== undefined) return run.go("pointing-shape", { down: event, id: hit.id });
      run.go("pointing-canvas", { down: event, inSelection: isInSelection(context, event) });
    },
    onCrop: (id) => run.go("cropping", { id }),
    onEditText: (target) => run.go("editing-text", target),
  };
}

function cursorOf(handle: PointHandle): CssCursorName {
  if (handle.role !== "segment") return "pointer";
  return handle.axis === "x" ? "ew-resize" : "ns-resize";
}

/** The handle on the selected line or arrow that a press takes. */
function pointUnder(context: EditorContext, event: PointerInput): { readonly id: ShapeId; readonly handle: PointHandle } | undefined {
  const { selection, readonly, isLocked, camera } = context.state;
  const [id, ...others] = selection;
  const shape = id === undefined || others.length > 0 || readonly || isLocked ? undefined : context.shape(id);
  if (shape === undefined || !isLinear(shape)) return undefined;
  const handle = pointHandleAt(shape, context.toPage(event.screen), camera.zoom, event.pointerType === "touch" ? "coarse" : "fine");
  return handle && { id: shape.id, handle };
}

function handleUnder(context: EditorContext, event: PointerInput): GripName | undefined {
  if (context.state.readonly || context.state.isLocked) return undefined;
  const frame = context.selectionFrame();
  if (frame === undefined || frame.isPlainLine === true) return undefined;
  const point = context.toPage(event.screen);
  const { zoom } = context.state.camera;
  // Handles that cover all of a tiny frame would leave nothing to move it by.
  const isTiny = Math.max(frame.box.w, frame.box.h) * zoom < TINY_FRAME_PX;
  if (isTiny && boxContainsPoint(frameBounds(frame), point)) return undefined;
  const pointer = event.pointerType === "touch" ? "coarse" : "fine";
  const side = plusHandleAt(frame, point, zoom, pointer);
  if (side !== undefined) return `plus-${side}`;
  return handleAt(frame, point, zoom, pointer) ?? (isTurnHandleAt(frame, point, zoom, pointer) ? "turn" : undefined);
}

function shapeUnder(context: EditorContext, event: PointerInput): Shape | undefined {
  const point = context.toPage(event.screen);
  return (
    frameAtName(context, point, "unlocked") ??
    context.index.topmostAt(point, hitSlack(event.pointerType, context.state.camera.zoom), "unlocked")
  );
}

function isInSelection(context: EditorContext, event: PointerInput): boolean {
  const frame = context.selectionFrame();
  return (
    frame !== undefined &&
    frame.isPlainLine !== true &&
    // The inside of a frame is there for what lies in it.
    ![...context.state.selection].some((id) => context.shape(id)?.kind === "frame") &&
    !context.state.isLocked &&
    !event.shift &&
    boxContainsPoint(frameBounds(frame), context.toPage(event.screen))
  );
}
