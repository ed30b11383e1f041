// Entries as they were at one seq, cut into parts of about TARGET_PART_BYTES: the whole board, or what has changed on it.
// A part is encoded when it is first sent and then shared by everybody who joins at about the same time.
import type { Entry } from "@inkroom/model";
import { encode, packSnapFrame, splitBySize } from "@inkroom/protocol";
import { bodyOfEntry, roughBytes } from "./entry-bodies.ts";
import { Frames } from "./frames.ts";

export class SnapshotParts {
  readonly upto: number;
  readonly #parts: readonly Frames[];

  /** `entries` are those of the board at seq `upto`. */
  constructor(upto: number, entries: Iterable<Entry>) {
    this.upto = upto;
    const cut = splitBySize([...entries], roughBytes);
    this.#parts = cut.map((entries, index) => {
      const head = { upto, part: index + 1, parts: cut.length };
      return new Frames((encoding) =>
        encoding === "binary"
          ? packSnapFrame(head, entries.map(bodyOfEntry))
          : encode({ t: "snap", ...head, entries: [...entries] }, "text"),
      );
    });
  }

  part(index: number): Frames | undefined {
    return this.#parts[index];
  }
}
