// The ellipse as a kind of shape.
import { BASE_GROUPS, SIZE_GROUP } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { ellipseDisplayList } from "./display-list.ts";
import { ellipseBounds, ellipseFrame, resizeEllipse } from "./geometry.ts";
import { hitEllipse, hitEllipseSegment } from "./hit-test.ts";
import { type EllipseShape, ellipseSchema } from "./schema.ts";

export const ellipseKind: ShapeKind<EllipseShape> = {
  kind: "ellipse",
  groups: [...BASE_GROUPS, SIZE_GROUP],
  bindable: true,
  settable: settableProps(ellipseSchema.entries),
  localBounds: ellipseBounds,
  hitTest: hitEllipse,
  hitSegment: hitEllipseSegment,
  displayList: ellipseDisplayList,
  resize: resizeEllipse,
  frame: ellipseFrame,
};
