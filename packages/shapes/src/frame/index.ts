// The frame as a kind of shape: a thin border that is hit, and nothing inside of it.
import { type Box, expandBox, isNearPolyline, isSegmentNearPolyline, normalizeBox, type Vec } from "@inkroom/geometry";
import type { DisplayList } from "../display-list.ts";
import { polylinePath } from "../polyline-path.ts";
import { resizedOrigin } from "../resized-origin.ts";
import { settableProps } from "../settable.ts";
import { BASE_GROUPS, SIZE_GROUP } from "../shape-base.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { type FrameShape, frameSchema } from "./schema.ts";

/** Page units. */
const BORDER_WIDTH = 1.5;

function frameOf({ w, h }: FrameShape): Box {
  return { x: 0, y: 0, w, h };
}

function displayList({ w, h }: FrameShape): DisplayList {
  const path = polylinePath([0, 0, w, 0, w, h, 0, h], true);
  return [{ kind: "path", path, stroke: { paint: { color: "grey", shade: "full" }, width: BORDER_WIDTH } }];
}

function border({ w, h }: FrameShape): readonly number[] {
  return [0, 0, w, 0, w, h, 0, h, 0, 0];
}

function resize(shape: FrameShape, target: Box): Partial<FrameShape> {
  const { w, h } = normalizeBox(target);
  return { ...resizedOrigin(shape, frameOf(shape), target, { x: 0, y: 0, w, h }), rotation: shape.rotation, w, h };
}

export const frameKind: ShapeKind<FrameShape> = {
  kind: "frame",
  groups: [...BASE_GROUPS, SIZE_GROUP],
  // What is drawn in a frame would be taken for an arrow to the frame.
  bindable: false,
  settable: settableProps(frameSchema.entries),
  localBounds: (shape) => expandBox(frameOf(shape), BORDER_WIDTH / 2),
  hitTest: (shape, point: Vec, slack) => isNearPolyline(point, border(shape), BORDER_WIDTH / 2 + slack),
  hitSegment: (shape, from, to, slack) => isSegmentNearPolyline(from, to, border(shape), BORDER_WIDTH / 2 + slack),
  displayList,
  resize,
  frame: frameOf,
};
