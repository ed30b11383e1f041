// Kinds of records that are on the board as shapes are, and of which nothing is seen or hit.
import { BASE_GROUPS } from "./shape-base.ts";
import { settableProps } from "./settable.ts";
import type { Shape } from "./shape.ts";
import type { ShapeKind } from "./shape-kind.ts";

const NOWHERE = { x: 0, y: 0, w: 0, h: 0 } as const;

/** `entries`: the kind's properties, as its schema has them. */
export function unseenKind<S extends Shape>(kind: S["kind"], entries: object): ShapeKind<S> {
  return {
    kind,
    groups: BASE_GROUPS,
    bindable: false,
    settable: settableProps(entries),
    localBounds: () => NOWHERE,
    hitTest: () => false,
    hitSegment: () => false,
    displayList: () => [],
    resize: () => ({}),
    frame: () => NOWHERE,
  };
}
