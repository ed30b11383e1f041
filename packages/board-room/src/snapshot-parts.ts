// Entries as they were at one seq, cut into parts of about SNAP_PART_BYTES: the whole board, or what has changed on it.
// A part holds what lies close together. It is encoded when it is first sent and then shared by everybody who joins at
// about the same time, each of whom may want another part first.
import type { Entry } from "@inkroom/model";
import { encode, packSnapFrame, SNAP_PART_BYTES, splitBySize } from "@inkroom/protocol";
import { bodyOfEntry, roughBytes } from "./entry-bodies.ts";
import { Frames } from "./frames.ts";
import { byPlace, distanceTo, type Extent, placeOf } from "./part-places.ts";

/** A board in parts as it was at seq `upto`. */
export type PartSource = {
  readonly upto: number;
  /** All parts once: those that lie nearest to a page point first, or as they are numbered. */
  inOrder(near: Point | undefined): readonly Frames[];
};

export type Point = { readonly x: number; readonly y: number };
/** A part, and where its shapes begin; nowhere for tombstones only. */
type Part = { readonly frames: Frames; readonly place: readonly Extent[] };

export class SnapshotParts implements PartSource {
  readonly upto: number;
  readonly #parts: readonly Part[];

  /** `entries` are those of the board at seq `upto`. */
  constructor(upto: number, entries: Iterable<Entry>) {
    this.upto = upto;
    const cut = splitBySize(byPlace([...entries]), roughBytes, SNAP_PART_BYTES);
    this.#parts = cut.map((entries, index) => {
      const head = { upto, part: index + 1, parts: cut.length };
      const frames = new Frames((encoding) =>
        encoding === "binary"
          ? packSnapFrame(head, entries.map(bodyOfEntry))
          : encode({ t: "snap", ...head, entries: [...entries] }, "text"),
      );
      return { frames, place: placeOf(entries) };
    });
  }

  /** Where each lies, as they are numbered. */
  get places(): readonly (readonly Extent[])[] {
    return this.#parts.map(({ place }) => place);
  }

  inOrder(near: Point | undefined): readonly Frames[] {
    return framesInOrder(this.#parts, near);
  }
}

/** Those whose places lie nearest to a page point first, or as they stand. */
export function framesInOrder(parts: readonly Part[], near: Point | undefined): readonly Frames[] {
  if (near === undefined) return parts.map(({ frames }) => frames);
  const ranked = parts.map(({ frames, place }) => ({ frames, rank: distanceTo(place, near) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ frames }) => frames);
}
