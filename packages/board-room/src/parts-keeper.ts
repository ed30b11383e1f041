// When the parts of a large board are written to the disk: once it is in memory and nobody has written to it for a while, if
// those on the disk are missing or have fallen behind.
import { StorageError } from "@inkroom/rooms";
import type { RoomBytes } from "@inkroom/rooms";
import { dropKeptParts, KeptParts, PartsWriter } from "./kept-parts.ts";
import type { SnapshotParts } from "./snapshot-parts.ts";

/** Parts written in one turn of the room. */
const PARTS_PER_TURN = 8;
const TURN_EVERY_MS = 20;

export type PartsKeeperOptions = {
  readonly bytes: RoomBytes;
  readonly epoch: string;
  /** Whether the board, which is in memory by then, is so large that it is worth it, and may be written to. */
  readonly isWorthIt: () => boolean;
  /** Transactions since the parts were made after which they are made anew. */
  readonly everySeqs: number;
  /** For so long nobody has to have written, ms. */
  readonly restMs: number;
  readonly setTimer: (delayMs: number, fn: () => void) => () => void;
  /** Last seq of the log. */
  readonly head: () => number;
  /** Somebody is being sent a board: those on the disk have to stay as they are. */
  readonly isInUse: () => boolean;
  /** The board as it is, in parts. */
  readonly make: () => SnapshotParts;
};

export class PartsKeeper {
  readonly #options: PartsKeeperOptions;
  #kept: KeptParts | undefined;
  /** It waits for its time, or writes. */
  #isUnderWay = false;
  /** The disk took none: it is not asked again in this life of the room. */
  #isOff = false;

  constructor(options: PartsKeeperOptions) {
    this.#options = options;
    this.#kept = KeptParts.read(options.bytes, options.epoch, options.head());
  }

  /** What is on the disk, where it is no more than `within` transactions behind. */
  keptWithin(within: number): KeptParts | undefined {
    return this.#kept !== undefined && this.#options.head() - this.#kept.upto <= within ? this.#kept : undefined;
  }

  /** Somebody has been shown another board than the room's: what is on the disk is not given to anybody again. */
  distrust(): void {
    if (this.#kept === undefined) return;
    this.#kept = undefined;
    this.#guarded(() => dropKeptParts(this.#options.bytes));
    this.request();
  }

  /** The board is in memory, or was written to. */
  request(): void {
    if (this.#isOff || this.#isUnderWay || this.keptWithin(this.#options.everySeqs - 1) !== undefined) return;
    if (this.#options.isWorthIt()) this.#wait(this.#options.head());
  }

  #wait(head: number): void {
    this.#isUnderWay = true;
    this.#options.setTimer(this.#options.restMs, () => {
      const now = this.#options.head();
      if (now !== head || this.#options.isInUse()) this.#wait(now);
      else this.#begin();
    });
  }

  #begin(): void {
    const { bytes, epoch, make } = this.#options;
    this.#kept = undefined;
    this.#guarded(() => this.#go(new PartsWriter(bytes, epoch, make())));
  }

  #go(writer: PartsWriter): void {
    const { bytes, epoch, head, setTimer } = this.#options;
    if (!writer.write(PARTS_PER_TURN)) return void setTimer(TURN_EVERY_MS, () => this.#guarded(() => this.#go(writer)));
    this.#kept = KeptParts.read(bytes, epoch, head());
    this.#isUnderWay = false;
    this.request();
  }

  /** A board can do without: a full disk is no trouble of its own. */
  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof StorageError) || error.code === "corrupt") throw error;
      this.#isOff = true;
    }
  }
}
