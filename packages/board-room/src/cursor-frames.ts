// The cursors of one tick as frames: one for all who did not move, and one for each who did, without their own.
// In a lively room everybody moves, so the own ones are cut out of the shared bytes instead of encoding the rest again.
import { type CursorsMessage, encode } from "@inkroom/protocol";
import { type Frame, Frames } from "./frames.ts";
import type { Member } from "./session.ts";

type List = CursorsMessage["list"];
type Packed = {
  readonly bytes: Uint8Array;
  /** Where a peer's item lies. */ readonly places: ReadonlyMap<number, readonly [start: number, end: number]>;
};

/** Bytes of a packed frame before its first item: the kind of the frame. */
const HEAD_BYTES = 1;

export class CursorFrames {
  readonly #list: List;
  readonly #shared: Frames;
  readonly #moved: ReadonlySet<number>;
  #packed: Packed | undefined;

  /** At most one item per peer. */
  constructor(list: List) {
    this.#list = list;
    this.#moved = new Set(list.map(([peer]) => peer));
    this.#shared = new Frames((encoding) => (encoding === "binary" ? this.#pack().bytes : encode({ t: "cursors", list }, "text")));
  }

  /** What this member is to be sent; undefined where nobody else moved. */
  for(member: Member): Frame | undefined {
    if (!this.#moved.has(member.peer)) return this.#shared.as(member.encoding);
    if (this.#moved.size === 1) return undefined;
    if (member.encoding === "binary") return cut(this.#pack(), member.peer);
    return encode({ t: "cursors", list: this.#list.filter(([peer]) => peer !== member.peer) }, "text");
  }

  /** A packed frame is its kind and then the items one after another, so items packed alone can be joined. */
  #pack(): Packed {
    if (this.#packed !== undefined) return this.#packed;
    const items = this.#list.map((item) => encode({ t: "cursors", list: [item] }, "binary") as Uint8Array);
    const bytes = new Uint8Array(items.reduce((sum, item) => sum + item.length - HEAD_BYTES, HEAD_BYTES));
    const places = new Map<number, readonly [number, number]>();
    let end = HEAD_BYTES;
    items.forEach((item, index) => {
      if (index === 0) bytes.set(item.subarray(0, HEAD_BYTES));
      const start = end;
      bytes.set(item.subarray(HEAD_BYTES), start);
      end += item.length - HEAD_BYTES;
      places.set(this.#list[index]?.[0] ?? 0, [start, end]);
    });
    this.#packed = { bytes, places };
    return this.#packed;
  }
}

function cut({ bytes, places }: Packed, peer: number): Uint8Array {
  const [start, end] = places.get(peer) ?? [0, 0];
  const rest = new Uint8Array(bytes.length - (end - start));
  rest.set(bytes.subarray(0, start));
  rest.set(bytes.subarray(end), start);
  return rest;
}
