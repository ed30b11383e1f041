// The arrow as a kind of shape.
import { lineLabel } from "../label/label-block.ts";
import { LABEL_GROUPS } from "../label/schema.ts";
import { BASE_GROUPS } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { arrowDisplayList } from "./display-list.ts";
import { arrowBounds, arrowFrame, resizeArrow } from "./geometry.ts";
import { hitArrow, hitArrowSegment } from "./hit-test.ts";
import { type ArrowShape, arrowSchema } from "./schema.ts";

export const arrowKind: ShapeKind<ArrowShape> = {
  kind: "arrow",
  groups: [...BASE_GROUPS, ...LABEL_GROUPS],
  bindable: false,
  settable: settableProps(arrowSchema.entries),
  localBounds: arrowBounds,
  hitTest: hitArrow,
  hitSegment: hitArrowSegment,
  displayList: arrowDisplayList,
  resize: resizeArrow,
  frame: arrowFrame,
  textBlock: lineLabel,
};
