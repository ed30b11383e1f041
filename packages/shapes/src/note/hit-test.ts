// What touches a sticky note: all of its paper does.
import { boxContainsPoint, expandBox, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { noteFrame } from "./geometry.ts";
import type { NoteShape } from "./schema.ts";

export function hitNote(shape: NoteShape, point: Vec, slack: number): boolean {
  return boxContainsPoint(expandBox(noteFrame(shape), slack), point);
}

export function hitNoteSegment(shape: NoteShape, from: Vec, to: Vec, slack: number): boolean {
  const { w, h } = shape;
  return boxContainsPoint(noteFrame(shape), from) || isSegmentNearPolyline(from, to, [0, 0, w, 0, w, h, 0, h, 0, 0], slack);
}
