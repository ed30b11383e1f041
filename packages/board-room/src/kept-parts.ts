// The parts of a large board as they were at some seq, kept beside its rows as the frames they are sent as. Whoever comes to
// a sleeping board is sent what they look at at once, and what was written since then from the log; the board itself is read
// meanwhile. Made from the board, and never what it is made from: it may be missing, and is then made anew.
import type { Board } from "@inkroom/model";
import { decodePlain, decodeServer, encode, encodePlain, PROTOCOL_VERSION } from "@inkroom/protocol";
import { type RoomBytes, StorageError } from "@inkroom/rooms";
import { Frames } from "./frames.ts";
import type { Extent } from "./part-places.ts";
import { framesInOrder, type OrderedParts, type PartSource, SnapshotParts } from "./snapshot-parts.ts";

const LIST_KEY = "parts";
type Places = readonly (readonly Extent[])[];
/** What the list says: version of the frames, epoch, seq, and where each part lies: left, top, right and bottom of each of its extents. */
type PartList = readonly [v: number, epoch: string, upto: number, places: readonly (readonly number[])[]];

/** The row of a part; `number` counts from 1. */
function partKey(number: number): string {
  return `part/${String(number).padStart(6, "0")}`;
}

function extentsOf(flat: readonly number[]): readonly Extent[] {
  const extents: Extent[] = [];
  for (let at = 0; at + 3 < flat.length; at += 4) {
    const [left = 0, top = 0, right = 0, bottom = 0] = flat.slice(at, at + 4);
    extents.push({ left, top, right, bottom });
  }
  return extents;
}

/** Parts on the disk. Each is read when it is sent. */
export class KeptParts implements PartSource {
  readonly upto: number;
  readonly #places: Places;
  readonly #bytes: Pick<RoomBytes, "get">;

  private constructor(bytes: Pick<RoomBytes, "get">, upto: number, places: Places) {
    this.#bytes = bytes;
    this.upto = upto;
    this.#places = places;
  }

  /** Undefined where there are none of this history and of the form this version speaks, or where they are newer than the log. */
  static read(bytes: Pick<RoomBytes, "get">, epoch: string, head: number): KeptParts | undefined {
    const row = bytes.get(LIST_KEY);
    if (row === undefined) return undefined;
    // reason: only PartsWriter writes it, and its checksum was right.
    const [version, history, upto, places] = decodePlain(row) as PartList;
    if (version !== PROTOCOL_VERSION || history !== epoch || upto > head) return undefined;
    return new KeptParts(bytes, upto, places.map(extentsOf));
  }

  inOrder(near: Extent | undefined): OrderedParts {
    const parts = this.#places.map((place, at) => ({ frames: this.#frames(at + 1), place }));
    return framesInOrder(parts, near);
  }

  #frames(number: number): Frames {
    return new Frames((encoding) => {
      const frame = this.#bytes.get(partKey(number));
      if (frame === undefined) throw new StorageError("corrupt", `Part ${number} of the board is missing`);
      if (encoding === "binary") return frame;
      const decoded = decodeServer(frame);
      if (!decoded.ok) throw new StorageError("corrupt", `Part ${number} of the board cannot be read`);
      return encode(decoded.message, encoding);
    });
  }
}

/** Writes the parts of a board, some at a time. Until the last of them is written there are none to be read. */
export class PartsWriter {
  readonly #bytes: Pick<RoomBytes, "put" | "delete">;
  readonly #list: PartList;
  readonly #frames: readonly Frames[];
  #written = 0;

  constructor(bytes: Pick<RoomBytes, "put" | "delete">, epoch: string, parts: SnapshotParts) {
    this.#bytes = bytes;
    const places = parts.places.map((place) => place.flatMap(({ left, top, right, bottom }) => [left, top, right, bottom]));
    this.#list = [PROTOCOL_VERSION, epoch, parts.upto, places];
    this.#frames = parts.inOrder(undefined).frames;
    dropKeptParts(bytes);
  }

  /** Writes `count` of them; true when all are written. Throws StorageError as the storage does. */
  write(count: number): boolean {
    const to = Math.min(this.#frames.length, this.#written + count);
    for (; this.#written < to; this.#written += 1) {
      // reason: the binary form of a frame is bytes, and they are its own.
      const frame = this.#frames[this.#written]?.as("binary") as Uint8Array<ArrayBuffer>;
      this.#bytes.put(partKey(this.#written + 1), frame);
    }
    if (to < this.#frames.length) return false;
    // Of a board that was larger.
    for (let number = to + 1; this.#bytes.delete(partKey(number));) number += 1;
    this.#bytes.put(LIST_KEY, encodePlain(this.#list));
    return true;
  }
}

/** From now on there are none to be read. */
export function dropKeptParts(bytes: Pick<RoomBytes, "delete">): void {
  bytes.delete(LIST_KEY);
}

/** Writes the parts of a board all at once: for tools that write a room's file while no room has it. */
export function keepParts(bytes: Pick<RoomBytes, "put" | "delete">, epoch: string, board: Pick<Board, "entries">, upto: number): void {
  new PartsWriter(bytes, epoch, new SnapshotParts(upto, board.entries())).write(Number.POSITIVE_INFINITY);
}
