// The picture as a kind of shape.
import { type Box, boxContainsPoint, expandBox, isSegmentNearPolyline, normalizeBox, type Vec } from "@inkroom/geometry";
import { resizedOrigin } from "../resized-origin.ts";
import { BASE_GROUPS } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { imageDisplayList } from "./display-list.ts";
import { IMAGE_GROUPS, type ImageShape, imageSchema } from "./schema.ts";

export const imageKind: ShapeKind<ImageShape> = {
  kind: "image",
  groups: [...BASE_GROUPS, ...IMAGE_GROUPS],
  bindable: true,
  settable: settableProps(imageSchema.entries, ["blob", "mime", "pixelW", "pixelH"]),
  localBounds: imageFrame,
  hitTest: (shape, point, slack) => boxContainsPoint(expandBox(imageFrame(shape), slack), point),
  hitSegment: hitImageSegment,
  displayList: imageDisplayList,
  resize: resizeImage,
  frame: imageFrame,
};

function imageFrame({ w, h }: ImageShape): Box {
  return { x: 0, y: 0, w, h };
}

function hitImageSegment(shape: ImageShape, from: Vec, to: Vec, slack: number): boolean {
  const { w, h } = shape;
  return boxContainsPoint(imageFrame(shape), from) || isSegmentNearPolyline(from, to, [0, 0, w, 0, w, h, 0, h, 0, 0], slack);
}

function resizeImage(shape: ImageShape, target: Box): Partial<ImageShape> {
  const { w, h } = normalizeBox(target);
  const { rotation, cropX, cropY, cropW, cropH } = shape;
  return {
    ...resizedOrigin(shape, imageFrame(shape), target, { x: 0, y: 0, w, h }),
    rotation,
    ...{ w, h, cropX, cropY, cropW, cropH },
    // Only where it is mirrored: whoever merely resizes does not write over another's mirroring.
    ...(target.w < 0 ? { flipX: !shape.flipX } : {}),
    ...(target.h < 0 ? { flipY: !shape.flipY } : {}),
  };
}
