// A server that comes back with nothing: does it get back what its clients were told was durable?
import { createMemoryDriver } from "@inkroom/storage/memory";
import { readLog } from "./judgement.ts";
import { Records } from "./records.ts";
import { SimClient } from "./sim-client.ts";
import { BOARD, SimServer } from "./sim-server.ts";
import { WorldClock } from "./world-clock.ts";

/** How many transactions two people were told are durable, and how many of these are in the log after the loss of all. */
export async function loseVolume(): Promise<{ readonly acknowledged: number; readonly found: number }> {
  const clock = new WorldClock();
  const records = new Records();
  let driver = createMemoryDriver();
  let starts = 0;
  const env = { openAccess: "edit", newEpoch: () => `epoch ${(starts += 1)}` } as const;
  const server = new SimServer({ clock, openDriver: () => driver, env, hibernate: "idle", hibernateAfterMs: 1_000 });
  const usedIds: string[] = [];
  const clients = [1, 2].map(
    (tab) => new SimClient({ clock, server, records, name: `person ${tab}`, tab, encoding: "binary", delayMs: () => 5, usedIds }),
  );
  await clock.advance(500);
  for (let i = 0; i < 8; i += 1) clients[i % 2]?.edit("add", 0, i);
  await clock.advance(500);
  const acknowledged = records.acked.size;
  server.crash();
  await clock.advance(1);
  driver = createMemoryDriver();
  server.start();
  await clock.advance(10_000);
  for (const { session } of clients) session.stop();
  await server.drain();
  const store = driver.open(BOARD);
  const tags = new Set(readLog(store.log).map(({ client, n }) => `${client}.${n}`));
  store.close();
  return { acknowledged, found: [...records.acked.keys()].filter((tag) => tags.has(tag)).length };
}
