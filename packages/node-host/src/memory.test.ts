// What is left of rooms that sleep: nothing of the instance, no open file, the connections as they were.
import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, expect, it } from "vitest";
import { Server } from "@inkroom/rooms";
import type { Connection } from "@inkroom/rooms";
import type { TestClient } from "./testing/test-client.ts";
import { TestRooms } from "./testing/test-rooms.ts";

const ROOMS = 200;
const PER_ROOM = 5;

const instances: WeakRef<Server>[] = [];

class Heavy extends Server<string> {
  static override options = { hibernate: true };
  readonly ballast = Array.from({ length: 10_000 }, () => 1);
  constructor(ctx: Server["ctx"], env: string) {
    super(ctx, env);
    instances.push(new WeakRef<Server>(this as Server));
  }
  override async onMessage(connection: Connection): Promise<void> {
    await this.ctx.storage.put("last", connection.id);
    connection.send(String(this.ballast.length));
  }
}

const rooms = new TestRooms();
afterEach(() => rooms.stop());

function collect(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

const DESCRIPTORS = "/proc/self/fd";

/** Open files of the rooms, the index of rooms left out. */
function openFiles(): string[] {
  return readdirSync(DESCRIPTORS).flatMap((fd) => {
    try {
      const path = readlinkSync(`${DESCRIPTORS}/${fd}`);
      return path.startsWith(`${rooms.dataDir}/rooms/`) ? [path] : [];
    } catch {
      return []; // closed since it was listed: the listing itself
    }
  });
}

it.runIf(existsSync(DESCRIPTORS))(
  "a room holds its files open while awake, at most for as many rooms as are allowed, and none asleep",
  async () => {
    let mayHibernate = false;
    class Held extends Heavy {
      static override get options(): { hibernate: boolean } {
        return { hibernate: mayHibernate };
      }
    }
    const maxOpenFiles = 16;
    const server = await rooms.start({ parties: { held: Held }, hibernateAfterMs: 20, limits: { maxOpenFiles } });
    const clients = await Promise.all(
      Array.from({ length: 2 * maxOpenFiles }, async (_, i) => {
        const client = rooms.client(`/parties/held/room-${i}`);
        await client.opened();
        return client;
      }),
    );
    expect(openFiles()).toEqual([]);
    for (const round of [1, 2]) {
      mayHibernate = false;
      for (const client of clients) client.send("hi");
      for (const client of clients) await client.next();
      const held = openFiles().filter((path) => path.endsWith(".db"));
      expect([held.length, new Set(held).size], `round ${round}`).toEqual([maxOpenFiles, maxOpenFiles]);
      mayHibernate = true;
      await rooms.until(() => server.stats().rooms.active === 0);
      expect(openFiles()).toEqual([]);
    }
  },
  60_000,
);

it("instances of rooms that sleep are collected, their connections stay and wake them", async () => {
  const server = await rooms.start({ parties: { heavy: Heavy }, hibernateAfterMs: 20 });
  const clients: TestClient[] = [];
  for (let i = 0; i < ROOMS; i++) {
    for (let j = 0; j < PER_ROOM; j++) clients.push(rooms.client(`/parties/heavy/room-${i}`));
  }
  for (const client of clients) await (client.socket.readyState === 1 ? client : client.opened());
  for (const client of clients) client.send("hi");
  for (const client of clients) expect(await client.next()).toBe("10000");
  await rooms.until(() => server.stats().rooms.active === 0);
  expect(server.stats()).toMatchObject({ rooms: { active: 0, hibernated: ROOMS, cold: 0 }, connections: ROOMS * PER_ROOM });
  const made = instances.length;
  expect(made).toBeGreaterThanOrEqual(ROOMS);
  await new Promise((resolve) => setImmediate(resolve)); // a WeakRef holds its target until the turn ends
  collect();
  expect(instances.filter((each) => each.deref() !== undefined)).toHaveLength(0);
  const woken = server.stats().woken;
  clients[0]?.send("hi");
  expect(await clients[0]?.next()).toBe("10000");
  expect([instances.length, server.stats().woken]).toEqual([made + 1, woken + 1]);
}, 60_000);
