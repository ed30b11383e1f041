// The rectangle as a kind of shape.
import { BASE_GROUPS, SIZE_GROUP } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { rectDisplayList } from "./display-list.ts";
import { rectBounds, rectFrame, resizeRect } from "./geometry.ts";
import { hitRect, hitRectSegment } from "./hit-test.ts";
import { type RectShape, rectSchema } from "./schema.ts";

export const rectKind: ShapeKind<RectShape> = {
  kind: "rect",
  groups: [...BASE_GROUPS, SIZE_GROUP],
  bindable: true,
  settable: settableProps(rectSchema.entries),
  localBounds: rectBounds,
  hitTest: hitRect,
  hitSegment: hitRectSegment,
  displayList: rectDisplayList,
  resize: resizeRect,
  frame: rectFrame,
};
