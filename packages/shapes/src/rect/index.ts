// The rectangle as a kind of shape.
import { boxBounds, boxFrame, resizeBox } from "../box-shape.ts";
import { boxLabel } from "../label/label-block.ts";
import { LABEL_GROUPS } from "../label/schema.ts";
import { BASE_GROUPS, SIZE_GROUP } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { rectDisplayList } from "./display-list.ts";
import { hitRect, hitRectSegment } from "./hit-test.ts";
import { type RectShape, rectSchema } from "./schema.ts";

export const rectKind: ShapeKind<RectShape> = {
  kind: "rect",
  groups: [...BASE_GROUPS, SIZE_GROUP, ...LABEL_GROUPS],
  bindable: true,
  settable: settableProps(rectSchema.entries),
  localBounds: boxBounds,
  hitTest: hitRect,
  hitSegment: hitRectSegment,
  displayList: rectDisplayList,
  resize: resizeBox,
  frame: boxFrame,
  textBlock: boxLabel,
};
