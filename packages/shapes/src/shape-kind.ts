// What one kind of shape must know about itself. Joined per kind in <kind>/index.ts, listed in registry.ts.
import type { Box, Vec } from "@inkroom/geometry";
import type { DisplayList } from "./display-list.ts";
import type { Shape } from "./shape.ts";

export type ShapeKind<S extends Shape> = {
  readonly kind: S["kind"];
  /** Groups of properties that are written together (see BASE_GROUPS), base groups included. */
  readonly groups: readonly (readonly string[])[];
  /** Properties that a `set` op may write: all but id, kind, parent, index and what only other ops write. */
  readonly settable: ReadonlySet<string>;
  /** Bounds in local space (origin at the shape's x, y), outline width included, before rotation. Never empty. */
  localBounds(shape: S): Box;
  /** Does a local-space point touch the shape? `slack` is the tolerance in page units. Hollow shapes: outline only. */
  hitTest(shape: S, point: Vec, slack: number): boolean;
  /** Does a local-space segment touch the outline? Used by the eraser and the marquee. */
  hitSegment(shape: S, from: Vec, to: Vec, slack: number): boolean;
  displayList(shape: S): DisplayList;
  /**
   * The properties to `set` so that the shape's frame (see `frame`) becomes `target`, a local-space box before
   * rotation; negative width or height mirrors where the kind can. x and y of the result are in parent space.
   */
  resize(shape: S, target: Box): Partial<S>;
  /** The box that resize handles sit on: as localBounds, without the outline width. */
  frame(shape: S): Box;
};
