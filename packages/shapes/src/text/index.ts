// Text as a kind of shape.
import { BASE_GROUPS } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { blockOfText, textDisplayList } from "./display-list.ts";
import { resizeText, textBounds, textFrame } from "./geometry.ts";
import { hitText, hitTextSegment } from "./hit-test.ts";
import { TEXT_GROUPS, textSchema, type TextShape } from "./schema.ts";

export const textKind: ShapeKind<TextShape> = {
  kind: "text",
  groups: [...BASE_GROUPS, ...TEXT_GROUPS],
  bindable: true,
  settable: settableProps(textSchema.entries),
  localBounds: textBounds,
  hitTest: hitText,
  hitSegment: hitTextSegment,
  displayList: textDisplayList,
  resize: resizeText,
  frame: textFrame,
  textBlock: blockOfText,
};
