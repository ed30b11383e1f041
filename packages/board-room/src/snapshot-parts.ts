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
  /** All parts once: those that lie nearest to a view first, or as they are numbered. */
  inOrder(near: Extent | undefined): OrderedParts;
};

/** `first`: so many of them, from the start, may have shapes that begin in the view; of the others none has. Undefined without a view. */
export type OrderedParts = { readonly frames: readonly Frames[]; readonly first: number | undefined };

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

  inOrder(near: Extent | undefined): OrderedParts {
    return framesInOrder(this.#parts, near);
  }
}

/** Those whose places lie nearest to a view first, of several in it those nearest to its middle; or as they stand. */
export function framesInOrder(parts: readonly Part[], near: Extent | undefined): OrderedParts {
  if (near === undefined) return { frames: parts.map(({ frames }) => frames), first: undefined };
  const [x, y] = [(near.left + near.right) / 2, (near.top + near.bottom) / 2];
  const middle = { left: x, top: y, right: x, bottom: y };
  const ranked = parts
    .map(({ frames, place }) => ({ frames, rank: distanceTo(place, near), inner: distanceTo(place, middle) }))
    .sort((a, b) => compareNumbers(a.rank, b.rank) || compareNumbers(a.inner, b.inner));
  return { frames: ranked.map(({ frames }) => frames), first: ranked.filter(({ rank }) => rank === 0).length };
}

/** Infinite ones are alike. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
