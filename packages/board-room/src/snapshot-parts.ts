// The whole board at one seq, cut into parts of about TARGET_PART_BYTES. A part is encoded when it is first sent and
// then shared by everybody who joins at about the same time.
import type { Entry } from "@inkroom/model";
import { encode, packSnapFrame, splitBySize } from "@inkroom/protocol";
import { rowOfEntry } from "./entry-bodies.ts";
import { Frames } from "./frames.ts";

export class SnapshotParts {
  readonly upto: number;
  readonly #parts: readonly Frames[];

  /** `entries` is the board at seq `upto`. */
  constructor(upto: number, entries: Iterable<Entry>) {
    this.upto = upto;
    const cut = splitBySize([...entries], roughBytes);
    this.#parts = cut.map((entries, index) => {
      const head = { upto, part: index + 1, parts: cut.length };
      return new Frames((encoding) =>
        encoding === "binary"
          ? packSnapFrame(head, entries.map(rowOfEntry))
          : encode({ t: "snap", ...head, entries: [...entries] }, "text"),
      );
    });
  }

  part(index: number): Frames | undefined {
    return this.#parts[index];
  }
}

/** Fields of a shape with their tags, without what varies a lot in size. */
const FIXED_BYTES = 160;

/** The encoded size, give or take: most entries are encoded only when their part is sent. */
function roughBytes(entry: Entry): number {
  if (entry.state === "dead") return 60;
  const { shape } = entry;
  if (shape.kind === "draw") return FIXED_BYTES + shape.points.length;
  if (shape.kind === "text") return FIXED_BYTES + shape.text.length * 2;
  return FIXED_BYTES + ("vertices" in shape ? shape.vertices.length * 9 : 0);
}
