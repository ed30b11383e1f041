// All-or-nothing groups of writes, inside the transaction that the turn has open.
import type { EventBlock } from "./event-block.ts";
import type { StoreAccess } from "./guarded-storage.ts";
import { isPromise } from "./hook-runner.ts";
import type { OutputGate } from "./output-gate.ts";
import type { AsyncContext } from "./ports.ts";
import type { RoomAlarm } from "./room-alarm.ts";
import type { RoomLife } from "./room-life.ts";
import type { RoomStorage, RoomTransaction } from "./room-storage.ts";

type Parts = {
  readonly access: StoreAccess;
  readonly gate: OutputGate;
  readonly alarm: RoomAlarm;
  readonly block: EventBlock;
  /** Tells which transaction a call was made in. Without it none is: an inner one then waits for the outer one. */
  readonly asyncContext: AsyncContext | undefined;
};

/** Work of a room that is under way: one of its transactions, or, outside of any, all else that it does. */
export type Frame = {
  /** The life that it belongs to. Weak: what the work has started keeps the frame for as long as that lasts. */
  readonly life: WeakRef<RoomLife>;
  /** The transaction in which it was started. */
  readonly outer: Frame | undefined;
  /** Ends when the last transaction that was started in it has. */
  last: Promise<unknown>;
  phase: "running" | "rolled back" | "over";
  /** A transaction in it is running. */
  hasInner: boolean;
};

function newFrame(life: WeakRef<RoomLife>, outer: Frame | undefined): Frame {
  return { life, outer, last: Promise.resolve(), phase: "running", hasInner: false };
}

type Mark = { release(): void; rollback(): void };

export class Transactions {
  readonly #parts: Parts;
  /** What the room does outside of any transaction. */
  readonly root: Frame;

  constructor(life: RoomLife, parts: Parts) {
    this.#parts = parts;
    this.root = newFrame(new WeakRef(life), undefined);
  }

  runSync<T>(work: () => T): T {
    const mark = this.#mark();
    let result: T;
    try {
      result = work();
      if (isPromise(result)) throw new TypeError("The work of transactionSync must not return a promise");
    } catch (error) {
      mark.rollback();
      throw error;
    }
    mark.release();
    return result;
  }

  run<T>(storage: RoomStorage, work: (txn: RoomTransaction) => T | Promise<T>): Promise<T> {
    const outer = this.#current();
    const before = outer.last;
    const result = this.#parts.block.hold(async () => {
      await before;
      return this.#runIn(outer, storage, work);
    });
    outer.last = result.catch(() => {});
    return result;
  }

  /** The innermost transaction of this room that the caller is in. */
  #current(): Frame {
    let frame = frameOf(this.#parts.asyncContext);
    while (frame !== undefined && (frame.life !== this.root.life || frame.phase === "over")) frame = frame.outer;
    return frame ?? this.root;
  }

  async #runIn<T>(outer: Frame, storage: RoomStorage, work: (txn: RoomTransaction) => T | Promise<T>): Promise<T> {
    const { gate, asyncContext } = this.#parts;
    const frame = newFrame(outer.life, outer);
    const mark = this.#mark();
    const start = async (): Promise<T> => work(transactionOn(storage, frame, mark));
    outer.hasInner = true;
    gate.hold();
    try {
      const result = await (asyncContext === undefined ? start() : asyncContext.run(frame, start));
      await ended(frame, () => mark.release());
      return result;
    } catch (error) {
      await ended(frame, () => mark.rollback());
      throw error;
    } finally {
      outer.hasInner = false;
      gate.letGo();
    }
  }

  #mark(): Mark {
    const { access, alarm } = this.#parts;
    const restoreAlarm = alarm.mark();
    const savepoint = access.read().savepoint();
    return {
      release: () => savepoint.release(),
      rollback: () => {
        savepoint.rollback();
        restoreAlarm();
      },
    };
  }
}

/** The work of a room that the caller is part of. */
export function frameOf(asyncContext: AsyncContext | undefined): Frame | undefined {
  return asyncContext?.current() as Frame | undefined; // reason: rooms put nothing else into it
}

/** The work has settled: nothing more begins in it, and what has begun goes first. */
async function ended(frame: Frame, settle: () => void): Promise<void> {
  const isSettled = frame.phase !== "running";
  frame.phase = "over";
  await frame.last;
  if (!isSettled) settle();
}

function transactionOn(storage: RoomStorage, frame: Frame, mark: Mark): RoomTransaction {
  const open = (): RoomStorage => {
    if (frame.phase === "over") throw new TypeError("This transaction has ended; was its handle kept?");
    if (frame.phase === "rolled back") throw new TypeError("This transaction was rolled back");
    return storage;
  };
  return {
    get: (async (key: string) => open().get(key)) as RoomTransaction["get"],
    put: (async (key: string, value: unknown) => open().put(key, value)) as RoomTransaction["put"],
    delete: (async (key: string) => open().delete(key)) as RoomTransaction["delete"],
    list: async (options) => open().list(options),
    setAlarm: async (at) => open().setAlarm(at),
    getAlarm: async () => open().getAlarm(),
    deleteAlarm: async () => open().deleteAlarm(),
    rollback(): void {
      if (frame.hasInner) throw new TypeError("A transaction cannot be rolled back while one inside it is running");
      if (frame.phase !== "running") return;
      frame.phase = "rolled back";
      mark.rollback();
    },
  };
}
