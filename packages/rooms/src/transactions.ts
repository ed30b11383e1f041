// All-or-nothing groups of writes, inside the transaction that the turn has open.
import type { EventBlock } from "./event-block.ts";
import type { StoreAccess } from "./guarded-storage.ts";
import { isPromise } from "./hook-runner.ts";
import type { OutputGate } from "./output-gate.ts";
import type { RoomAlarm } from "./room-alarm.ts";
import type { RoomStorage, RoomTransaction } from "./room-storage.ts";

type Parts = { readonly access: StoreAccess; readonly gate: OutputGate; readonly alarm: RoomAlarm; readonly block: EventBlock };

export class Transactions {
  readonly #parts: Parts;
  /** Ends when the last transaction that was asked for has. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
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
    const { block } = this.#parts;
    const before = this.#last;
    const result = block.hold(async () => {
      await before;
      return this.#runNow(storage, work);
    });
    this.#last = result.catch(() => {});
    return result;
  }

  async #runNow<T>(storage: RoomStorage, work: (txn: RoomTransaction) => T | Promise<T>): Promise<T> {
    const { gate } = this.#parts;
    const mark = this.#mark();
    let isGivenUp = false;
    gate.hold();
    try {
      const result = await work(transactionOn(storage, () => (isGivenUp = true)));
      if (isGivenUp) mark.rollback();
      else mark.release();
      return result;
    } catch (error) {
      mark.rollback();
      throw error;
    } finally {
      gate.letGo();
    }
  }

  #mark(): { release(): void; rollback(): void } {
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

function transactionOn(storage: RoomStorage, rollback: () => void): RoomTransaction {
  return {
    get: storage.get.bind(storage) as RoomTransaction["get"],
    put: storage.put.bind(storage) as RoomTransaction["put"],
    delete: storage.delete.bind(storage) as RoomTransaction["delete"],
    list: storage.list.bind(storage),
    setAlarm: storage.setAlarm.bind(storage),
    getAlarm: storage.getAlarm.bind(storage),
    deleteAlarm: storage.deleteAlarm.bind(storage),
    rollback,
  };
}
