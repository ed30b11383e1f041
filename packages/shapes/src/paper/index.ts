// The paper as a kind of shape: a record on the board of which nothing is hit, and which is painted under everything by other means.
import { BASE_GROUPS } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { type PaperShape, paperSchema } from "./schema.ts";

const NOWHERE = { x: 0, y: 0, w: 0, h: 0 } as const;

export const paperKind: ShapeKind<PaperShape> = {
  kind: "paper",
  groups: BASE_GROUPS,
  bindable: false,
  settable: settableProps(paperSchema.entries),
  localBounds: () => NOWHERE,
  hitTest: () => false,
  hitSegment: () => false,
  displayList: () => [],
  resize: () => ({}),
  frame: () => NOWHERE,
};
