// A driver over another one, whose commits fail when a test says so, and which counts them.
import type { RoomStore, StorageDriver } from "../ports.ts";
import { StorageError } from "../room-storage.ts";

export type FaultDriver = StorageDriver & {
  /** How many of the next commits fail. */
  failCommits: number;
  /** How many of the next opens fail. */
  failOpens: number;
  readonly counts: { commits: number; opens: number };
};

export function createFaultDriver(inner: StorageDriver): FaultDriver {
  const counts = { commits: 0, opens: 0 };
  const driver: FaultDriver = {
    failCommits: 0,
    failOpens: 0,
    counts,
    open(key): RoomStore {
      if (driver.failOpens > 0) {
        driver.failOpens--;
        throw new StorageError("io", "open was made to fail");
      }
      counts.opens++;
      const store = inner.open(key);
      return {
        values: store.values,
        bytes: store.bytes,
        log: store.log,
        sql: store.sql,
        alarm: store.alarm,
        damage: store.damage,
        commit(): void {
          if (driver.failCommits > 0) {
            driver.failCommits--;
            throw new StorageError("full", "commit was made to fail");
          }
          counts.commits++;
          store.commit();
        },
        savepoint: () => store.savepoint(),
        rollback: () => store.rollback(),
        close: () => store.close(),
      };
    },
    alarms: () => inner.alarms(),
    count: () => inner.count(),
    health: () => inner.health(),
    close: () => inner.close(),
  };
  return driver;
}
