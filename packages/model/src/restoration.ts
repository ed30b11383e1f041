// The data of undo: what one op took away, and the tags that tell whether it may still be given back.
import type { Shape, ShapeId } from "@inkroom/shapes";
import type { Rev } from "./entry.ts";
import type { Tag } from "./tag.ts";
import type { TextRun } from "./text/text-body.ts";
import type { TextStep } from "./text/text-undo.ts";

/** A property written by `set`. Given back only while `guard` is its last writer. */
export type PropRestoration = {
  readonly kind: "prop";
  readonly id: ShapeId;
  readonly prop: string;
  /** The value before my write. */
  readonly value: unknown;
  /** Tag of my write, or of the undo that stands in for it (see retag). */
  readonly guard: Tag;
  /** Tag of the property before my write. */
  readonly preTag: Tag;
};
/** Parent and index, written by `mv`; guard and preTag as above. */
export type PlaceRestoration = {
  readonly kind: "place";
  readonly id: ShapeId;
  readonly parent: ShapeId;
  readonly index: string;
  readonly guard: Tag;
  readonly preTag: Tag;
};
/** A shape that was added or restored by `tag`: taken away again, unless someone else has written it since. */
export type RemoveRestoration = {
  readonly kind: "remove";
  readonly id: ShapeId;
  readonly tag: Tag;
  /** It takes away again what had been deleted by hand. */
  readonly byHand?: true | undefined;
};
/** A shape that was deleted by `tag`: brought back whole, with the write tags it had, unless someone else has deleted it. */
export type ReviveRestoration = {
  readonly kind: "revive";
  readonly id: ShapeId;
  readonly shape: Shape;
  readonly rev: Rev;
  readonly tag: Tag;
  readonly runs?: readonly TextRun[] | undefined;
  /** What was typed in the same step before; `shape` and `runs` are without it. */
  readonly typed?: TextStep | undefined;
  /** It was deleted by hand, or by redoing that, and not by undoing that it was made. */
  readonly byHand?: true | undefined;
  /** Of an applicable one that was not deleted by hand: others have typed into the text after it was deleted, and what they typed comes back with it. */
  readonly hasGuests?: true | undefined;
};

/** Units of a text that were typed or deleted: taken back one by one, whoever wrote since. May stand beside a `remove`. */
export type TextRestoration = TextStep & {
  readonly kind: "text";
  readonly id: ShapeId;
  /** The shape is not a text itself: the box is that of its label. */
  readonly isLabel?: true | undefined;
  /**
   * The box before my write, given back only while `guard` is the last writer of the text, and of the box too or `boxGuard` is; of an
   * applicable one, the box to write.
   */
  readonly box: { readonly w: number; readonly h: number };
  readonly guard: Tag;
  /** Tag under which a box that was written since has become mine again. */
  readonly boxGuard?: Tag | undefined;
  /** Tags of the text and of its box before my write. Absent in an applicable one that leaves the box to others. */
  readonly preTags?: { readonly text: Tag; readonly box: Tag } | undefined;
};

export type Restoration = PlaceRestoration | PropRestoration | RemoveRestoration | ReviveRestoration | TextRestoration;
