// Mirrors the selection about the middle of its frame.
import { boxCenter, type Vec } from "@inkroom/geometry";
import type { Op, Props } from "@inkroom/model";
import { type Shape, shapeKindOf } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { heldShapes } from "../frames/held-shapes.ts";
import { clampCoordinate, isUnchanged, wholeGroups, withProps } from "../shape-edit.ts";
import { centreOf, normalAngle } from "../turn.ts";

/** `x`: left becomes right. `y`: top becomes bottom. */
export type FlipAxis = "x" | "y";

export function flip(context: EditorContext, axis: FlipAxis): void {
  const frame = context.selectionFrame();
  if (frame === undefined) return;
  const middle = boxCenter(frame.box);
  const ops = heldShapes(context).flatMap((shape): Op[] => {
    const props = flippedProps(shape, middle, axis);
    return isUnchanged(shape, props) ? [] : [{ op: "set", id: shape.id, props: wholeGroups(shape, props) }];
  });
  context.history.commit(ops);
}

/** A turned shape is mirrored in its own space and turned the other way. */
function flippedProps(shape: Shape, middle: Vec, axis: FlipAxis): Props {
  const kind = shapeKindOf(shape);
  const { x, y, w, h } = kind.frame(shape);
  const target = axis === "x" ? { x: x + w, y, w: -w, h } : { x, y: y + h, w, h: -h };
  const mirrored: Props = { ...kind.resize(shape, target), rotation: normalAngle(-shape.rotation) };
  const from = centreOf(shape);
  const to = axis === "x" ? { x: 2 * middle.x - from.x, y: from.y } : { x: from.x, y: 2 * middle.y - from.y };
  const now = withProps(shape, mirrored);
  const lies = centreOf(now);
  return { ...mirrored, x: clampCoordinate(now.x + to.x - lies.x), y: clampCoordinate(now.y + to.y - lies.y) };
}
