// A process of its own that opens a data directory, commits one entry and an alarm, leaves another uncommitted, and waits.
import { openSqliteDriver } from "../index.ts";

const report = (word: string): void => void process.send?.(word);

try {
  const driver = openSqliteDriver({ dataDir: process.argv[2] as string });
  // A process without anything to wait for ends, and what nobody refers to is closed: both would give up the lock.
  process.once("disconnect", () => driver.close());
  const store = driver.open({ party: "board", name: "x" });
  store.log.append({ client: "c", n: 1, body: new Uint8Array(1), ts: 1 });
  store.alarm.set({ atMs: 5, attempt: 0 });
  store.commit();
  store.log.append({ client: "c", n: 2, body: new Uint8Array(1), ts: 1 });
  report("open");
} catch (error) {
  report((error as { code: string }).code);
  process.disconnect?.();
}
