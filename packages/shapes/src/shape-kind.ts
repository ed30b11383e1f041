// What one kind of shape must know about itself. Joined per kind in <kind>/index.ts, listed in registry.ts.
import type { Box, Vec } from "@inkroom/geometry";
import type { DisplayList } from "./display-list.ts";
import type { Shape } from "./shape.ts";
import type { TextFace } from "./text/font.ts";
import type { TextBlock } from "./text/text-block.ts";

/** PORT: width in page units of one line of text in a face of the board's (see text/font.ts) at `fontSize` page units. */
export type LineMeasurer = (line: string, fontSize: number, face: TextFace) => number;

export type ShapeKind<S extends Shape> = {
  readonly kind: S["kind"];
  /** Groups of properties that are written together (see BASE_GROUPS), base groups included. */
  readonly groups: readonly (readonly string[])[];
  /** May the end of an arrow be bound to it? Not to what has bound ends itself: a binding never leads to another one. */
  readonly bindable: boolean;
  /** Properties that a `set` op may write: all but id, kind, parent, index and what only other ops write. */
  readonly settable: ReadonlySet<string>;
  /** Bounds in local space (origin at the shape's x, y), outline width included, before rotation. Never empty. */
  localBounds(shape: S): Box;
  /** Does a local-space point touch the shape? `slack` is the tolerance in page units. Hollow shapes: outline only. */
  hitTest(shape: S, point: Vec, slack: number): boolean;
  /** Does a local-space segment touch the outline, or the inside of a filled shape? For the eraser and the marquee. */
  hitSegment(shape: S, from: Vec, to: Vec, slack: number): boolean;
  /** What the shape looks like. Without `measureLine`, text of a fixed width breaks at "\n" only. */
  displayList(shape: S, measureLine?: LineMeasurer): DisplayList;
  /**
   * A cheaper list that looks the same where a device pixel covers `grain` page units; undefined where only the whole list
   * does. Kinds that are cheap anyway have none.
   */
  coarseDisplayList?(shape: S, grain: number): DisplayList | undefined;
  /**
   * The properties to `set` so that the shape's frame (see `frame`) becomes `target`, a local-space box before
   * rotation; negative width or height mirrors where the kind can. x and y of the result are in parent space, and
   * a rotated shape comes to lie where `target` lay. Whole property groups are given. Text keeps its proportions: it
   * follows the larger of the two changes, about the centre of `target`; give it a target of its own proportions.
   */
  resize(shape: S, target: Box): Partial<S>;
  /** The box that resize handles sit on: as localBounds, without the outline width. Rotation turns about its centre. */
  frame(shape: S): Box;
  /** Where the ends of bound arrows stop: a closed chain of straight lines, flat x, y, local space. Absent: the frame. */
  outline?(shape: S): readonly number[];
  /** Where its text stands, for kinds that have one; also where nothing is written yet. */
  textBlock?(shape: S): TextBlock;
};
