// hello: from visitor to member. Decides what the newcomer needs to have the board.
import { type Board, type Entry, type Tag, tagOf } from "@inkroom/model";
import { deriveClientId, type HelloMessage, PROTOCOL_VERSION, CLOSE, type CloseCode } from "@inkroom/protocol";
import type { RoomLog } from "@inkroom/rooms";
import { roughBytes } from "./entry-bodies.ts";
import type { LastWrites } from "./last-writes.ts";
import { type PartSource, SnapshotParts } from "./snapshot-parts.ts";

/** Why a hello ends the connection; undefined where it is welcome. */
export function helloRefusal(hello: HelloMessage): CloseCode | undefined {
  if (hello.v !== PROTOCOL_VERSION) return CLOSE.version;
  return deriveClientId(hello.proof) === hello.clientId ? undefined : CLOSE.forbidden;
}

/** A missed transaction on the wire beside its body: seq, client, n, time. */
const ROW_BYTES = 32;
/** Log rows read at once. */
const ROWS_PER_PAGE = 256;
/** Parts are given to further newcomers until the board has moved on by this many transactions. */
const REUSE_SEQS = 200;
/** Those on the disk as long as the board is not in memory: reading it would take longer than so many transactions take on the line. */
export const KEPT_SEQS = 2_000;

/** What follows a welcome before the log is read. */
export type Missing =
  | { readonly mode: "tail" }
  /** Of the whole board, or of the entries that were written after the client's seq. */
  | { readonly mode: "snapshot" | "changes"; readonly parts: PartSource };

export type JoinPorts = {
  readonly epoch: string;
  /** Reads the board into memory where it is not there yet. */
  readonly load: () => { readonly board: Pick<Board, "entries" | "record">; readonly lastWrites: Pick<LastWrites, "after"> };
  readonly isLoaded: () => boolean;
  /** The parts on the disk, if they are no more than so many transactions behind. */
  readonly kept: (within: number) => PartSource | undefined;
  readonly log: Pick<RoomLog, "read">;
  /** A tail of no more than this is sent as such without a look at the board. */
  readonly smallTailBytes: number;
};

export class JoinDesk {
  readonly #ports: JoinPorts;
  #snapshot: SnapshotParts | undefined;
  /** The changes that were asked for last. */
  #changes: { readonly since: number; readonly parts: SnapshotParts } | undefined;

  constructor(ports: JoinPorts) {
    this.#ports = ports;
  }

  /**
   * What a client lacks that says this hello while the board is at `head`: the missed transactions, or the entries they
   * have changed where those are fewer bytes. The whole board only for who has none of this history.
   */
  missing({ since, epoch, tip }: Pick<HelloMessage, "epoch" | "since" | "tip">, head: number): Missing {
    if (head === 0 && since === 0) return { mode: "tail" };
    const isOurs = since > 0 && since <= head && epoch === this.#ports.epoch;
    // A copy may have been put in place under the same name, and have grown since.
    if (!isOurs || (tip !== undefined && tip !== this.#tagAt(since))) return { mode: "snapshot", parts: this.#wholeBoard(head) };
    if (this.#isTailWithin(this.#ports.smallTailBytes, since, head)) return { mode: "tail" };
    const known = this.#changes;
    if (known?.since === since && head - known.parts.upto <= REUSE_SEQS) return { mode: "changes", parts: known.parts };
    const changed = this.#changedSince(since);
    if (this.#isTailWithin(sum(changed.map(roughBytes)), since, head)) return { mode: "tail" };
    const parts = new SnapshotParts(head, changed);
    this.#changes = { since, parts };
    return { mode: "changes", parts };
  }

  #tagAt(seq: number): Tag | undefined {
    const [row] = this.#ports.log.read(seq, 1);
    return row?.seq === seq ? tagOf(row.client, row.n) : undefined;
  }

  #wholeBoard(head: number): PartSource {
    if (this.#snapshot !== undefined && head - this.#snapshot.upto <= REUSE_SEQS) return this.#snapshot;
    const { kept, isLoaded, load } = this.#ports;
    const stored = kept(isLoaded() ? REUSE_SEQS : KEPT_SEQS);
    if (stored !== undefined) return stored;
    this.#snapshot = new SnapshotParts(head, load().board.entries());
    return this.#snapshot;
  }

  #changedSince(since: number): readonly Entry[] {
    const { board, lastWrites } = this.#ports.load();
    return lastWrites.after(since).flatMap((id) => board.record(id) ?? []);
  }

  /** Reads no more of the log than `bytes` of it. */
  #isTailWithin(bytes: number, since: number, head: number): boolean {
    let left = bytes - (head - since) * ROW_BYTES;
    for (let next = since + 1; left >= 0 && next <= head; next += ROWS_PER_PAGE)
      for (const { body } of this.#ports.log.read(next, Math.min(ROWS_PER_PAGE, head - next + 1))) left -= body.length;
    return left >= 0;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
