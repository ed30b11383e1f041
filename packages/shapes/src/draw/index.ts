// The freehand stroke as a kind of shape.
import { BASE_GROUPS } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { coarseDrawDisplayList, drawDisplayList } from "./display-list.ts";
import { drawBounds, drawFrame, resizeDraw } from "./geometry.ts";
import { hitDraw, hitDrawSegment } from "./hit-test.ts";
import { DRAW_GROUPS, drawSchema, type DrawShape } from "./schema.ts";

export const drawKind: ShapeKind<DrawShape> = {
  kind: "draw",
  groups: [...BASE_GROUPS, ...DRAW_GROUPS],
  bindable: true,
  // The nib and how points are packed are fixed when the stroke begins; the points themselves are written by `pts`.
  settable: settableProps(drawSchema.entries, ["pressure", "quantum", "points", "count", "done", "nib"]),
  localBounds: drawBounds,
  hitTest: hitDraw,
  hitSegment: hitDrawSegment,
  displayList: drawDisplayList,
  coarseDisplayList: coarseDrawDisplayList,
  resize: resizeDraw,
  frame: drawFrame,
};
