// The ellipse as a kind of shape.
import { boxBounds, boxFrame, resizeBox } from "../box-shape.ts";
import { boxLabel } from "../label/label-block.ts";
import { LABEL_GROUPS } from "../label/schema.ts";
import { BASE_GROUPS, SIZE_GROUP } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { ellipseDisplayList } from "./display-list.ts";
import { ellipseOutline } from "./geometry.ts";
import { hitEllipse, hitEllipseSegment } from "./hit-test.ts";
import { type EllipseShape, ellipseSchema } from "./schema.ts";

export const ellipseKind: ShapeKind<EllipseShape> = {
  kind: "ellipse",
  groups: [...BASE_GROUPS, SIZE_GROUP, ...LABEL_GROUPS],
  bindable: true,
  settable: settableProps(ellipseSchema.entries),
  localBounds: boxBounds,
  hitTest: hitEllipse,
  hitSegment: hitEllipseSegment,
  displayList: ellipseDisplayList,
  resize: resizeBox,
  frame: boxFrame,
  outline: ellipseOutline,
  textBlock: boxLabel,
};
