// The line as a kind of shape.
import { lineLabel } from "../label/label-block.ts";
import { LABEL_GROUPS } from "../label/schema.ts";
import { BASE_GROUPS } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { lineDisplayList } from "./display-list.ts";
import { lineBounds, lineFrame, resizeLine } from "./geometry.ts";
import { hitLine, hitLineSegment } from "./hit-test.ts";
import { type LineShape, lineSchema } from "./schema.ts";

export const lineKind: ShapeKind<LineShape> = {
  kind: "line",
  groups: [...BASE_GROUPS, ...LABEL_GROUPS],
  bindable: false,
  settable: settableProps(lineSchema.entries),
  localBounds: lineBounds,
  hitTest: hitLine,
  hitSegment: hitLineSegment,
  displayList: lineDisplayList,
  resize: resizeLine,
  frame: lineFrame,
  textBlock: lineLabel,
};
