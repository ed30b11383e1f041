// The sticky note as a kind of shape.
import { LABEL_GROUPS } from "../label/schema.ts";
import { BASE_GROUPS } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { noteDisplayList } from "./display-list.ts";
import { noteBounds, noteFrame, resizeNote } from "./geometry.ts";
import { hitNote, hitNoteSegment } from "./hit-test.ts";
import { noteLabel } from "./label.ts";
import { NOTE_GROUPS, type NoteShape, noteSchema } from "./schema.ts";

export const noteKind: ShapeKind<NoteShape> = {
  kind: "note",
  groups: [...BASE_GROUPS, ...NOTE_GROUPS, ...LABEL_GROUPS],
  bindable: true,
  settable: settableProps(noteSchema.entries),
  localBounds: noteBounds,
  hitTest: hitNote,
  hitSegment: hitNoteSegment,
  displayList: noteDisplayList,
  resize: resizeNote,
  frame: noteFrame,
  textBlock: noteLabel,
};
