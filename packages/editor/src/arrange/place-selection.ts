// Puts the selection where numbers say: a corner's place, a size, an angle. Each is one undo step.
import { boxCenter } from "@inkroom/geometry";
import type { Op, Props } from "@inkroom/model";
import { hasText, type SelectionFrame, type Shape } from "@inkroom/shapes";
import { movedProps } from "../arrow-place.ts";
import type { EditorContext } from "../context.ts";
import { carriedShapes, heldShapes } from "../frames/held-shapes.ts";
import type { Placement } from "../placement.ts";
import { type FrameScale, resizedProps } from "../resize.ts";
import { isSelectionFree, selectedShapes } from "../selection.ts";
import { clampCoordinate, wholeGroups, withProps } from "../shape-edit.ts";
import { relabelled } from "../text-box.ts";
import { turnedProps } from "../turn.ts";

/** Sides are no shorter than this, page units. */
const LEAST_SIDE = 1;

/** Nothing happens where a shape would outgrow its limits, or is locked. */
export function placeSelection(context: EditorContext, { x, y, w, h, degrees }: Placement): void {
  const frame = context.selectionFrame();
  if (frame === undefined || !isSelectionFree(context.state)) return;
  const ops = [];
  if (x !== undefined || y !== undefined) ops.push(...moved(context, frame, { x: x ?? frame.box.x, y: y ?? frame.box.y }));
  else if (w !== undefined || h !== undefined) ops.push(...resized(context, frame, { w, h }));
  else if (degrees !== undefined) ops.push(...turned(context, frame, degrees));
  if (ops.length > 0) context.history.commit(ops);
}

function setOp(shape: Shape, props: Props): Op {
  return { op: "set", id: shape.id, props: wholeGroups(shape, props) };
}

/** The frame's corner as it lies before it is turned. */
function moved(context: EditorContext, { box }: SelectionFrame, to: { readonly x: number; readonly y: number }): readonly Op[] {
  const by = { x: clampCoordinate(to.x) - box.x, y: clampCoordinate(to.y) - box.y };
  const held = carriedShapes(context);
  const ids = new Set(held.map(({ id }) => id));
  return held.map((shape) => setOp(shape, movedProps(shape, by, ids)));
}

/** The top left corner stays. A sticky note and a picture keep their proportions. */
function resized(context: EditorContext, frame: SelectionFrame, { w, h }: Pick<Placement, "w" | "h">): readonly Op[] {
  const { box } = frame;
  const shapes = selectedShapes(context);
  const keepsRatio = frame.isNote === true || shapes.some(({ kind }) => kind === "image");
  const factor = (side: number | undefined, now: number): number =>
    side === undefined || now === 0 ? 1 : Math.max(side, LEAST_SIDE) / now;
  const [byW, byH] = [factor(w, box.w), factor(h, box.h)];
  const both = w === undefined ? byH : byW;
  const scale: FrameScale = { anchor: box, x: keepsRatio ? both : byW, y: keepsRatio ? both : byH };
  const ops: Op[] = [];
  for (const shape of shapes) {
    const props = resizedProps(shape, frame, scale);
    if (props === undefined) return [];
    ops.push(
      setOp(
        shape,
        hasText(shape) ? { ...props, ...relabelled(withProps(shape, props), context.measureText, { isWidthKept: true }) } : props,
      ),
    );
  }
  return ops;
}

/** About the middle of the frame; several shapes lie unturned together, and are turned by the angle. */
function turned(context: EditorContext, { box, rotation }: SelectionFrame, degrees: number): readonly Op[] {
  const angle = (degrees * Math.PI) / 180 - rotation;
  return heldShapes(context).map((shape) => setOp(shape, turnedProps(shape, boxCenter(box), angle)));
}
