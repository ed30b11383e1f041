// The group as a kind of shape: a name that others have as their parent. Nothing of it is seen or hit.
import { BASE_GROUPS } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { type GroupShape, groupSchema } from "./schema.ts";

const NOWHERE = { x: 0, y: 0, w: 0, h: 0 } as const;

export const groupKind: ShapeKind<GroupShape> = {
  kind: "group",
  groups: BASE_GROUPS,
  bindable: false,
  settable: settableProps(groupSchema.entries),
  localBounds: () => NOWHERE,
  hitTest: () => false,
  hitSegment: () => false,
  displayList: () => [],
  resize: () => ({}),
  frame: () => NOWHERE,
};
