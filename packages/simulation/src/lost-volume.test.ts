// A server that comes back with less than its clients have seen: an older copy of its data, or none at all.
import { hashBoard } from "@inkroom/model";
import type { StorageDriver } from "@inkroom/rooms";
import { createMemoryDriver } from "@inkroom/storage/memory";
import { expect, test } from "vitest";
import { Records } from "./records.ts";
import { SimClient } from "./sim-client.ts";
import { SimServer } from "./sim-server.ts";
import { WorldClock } from "./world-clock.ts";

function fixture(epochs: readonly string[]) {
  const clock = new WorldClock();
  let driver: StorageDriver = createMemoryDriver();
  let starts = 0;
  const server = new SimServer({
    clock,
    openDriver: () => driver,
    env: { openAccess: "edit", newEpoch: () => epochs[starts++] ?? "late" },
    hibernate: "idle",
    hibernateAfterMs: 1_000,
  });
  const records = new Records();
  const clients = [1, 2].map(
    (tab) =>
      new SimClient({
        clock,
        server,
        records,
        name: `person ${tab}`,
        tab,
        encoding: tab === 1 ? "binary" : "text",
        delayMs: () => 5,
        usedIds: [],
      }),
  );
  const lose = async (): Promise<void> => {
    server.crash();
    await clock.advance(1);
    driver = createMemoryDriver();
    server.start();
  };
  return { clock, server, clients, lose };
}

test.each([
  ["under another name", ["e1", "e2"]],
  ["under the same name", ["e1", "e1"]],
])("clients of a room that has lost everything, %s, agree again and can go on", async (_, epochs) => {
  const { clock, clients, lose, server } = fixture(epochs);
  const [a, b] = clients;
  if (a === undefined || b === undefined) throw new Error("two clients were made");
  await clock.advance(500);
  for (let i = 0; i < 6; i += 1) a.edit("add", 0, i);
  b.edit("add", 0, 50);
  await clock.advance(500);
  expect(b.replica.view.size).toBe(7);
  a.transport.fallSilent(100);
  a.edit("add", 0, 7);
  await lose();
  await clock.advance(5_000);
  // What was acknowledged and lost is gone for all alike; what was still on its way is there for all.
  expect(clients.map(({ session }) => session.saveStatus.kind)).toEqual(["saved", "saved"]);
  expect(clients.map(({ replica }) => replica.view.size)).toEqual([1, 1]);
  b.edit("add", 0, 60);
  a.edit("color", 0, 3);
  await clock.advance(2_000);
  expect(clients.map(({ replica }) => [replica.view.size, replica.pending.length])).toEqual([
    [2, 0],
    [2, 0],
  ]);
  expect(hashBoard(a.replica.view)).toBe(hashBoard(b.replica.view));
  expect(server.unexpected).toEqual([]);
  for (const { session } of clients) session.stop();
});
