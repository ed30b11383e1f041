// One alarm per room: it wakes the room, repeats until it has been handled, and outlives the process.
import { expect, it } from "vitest";
import { createMemoryDriver } from "./memory/index.ts";
import type { RoomResponse } from "./ports.ts";
import type { RoomContext } from "./room-context.ts";
import { Server } from "./server.ts";
import { createFaultDriver, RoomBench, VirtualClock } from "./testing/index.ts";

type Env = { readonly rung: number[]; onAlarm: (context: RoomContext) => unknown; work: (context: RoomContext) => unknown };

class Clockwork extends Server<Env> {
  static override options = { hibernate: true };
  override async onAlarm(): Promise<void> {
    this.env.rung.push(this.ctx.now());
    await this.env.onAlarm(this.ctx);
  }
  override async onRequest(): Promise<RoomResponse> {
    return this.ctx.newResponse(JSON.stringify((await this.env.work(this.ctx)) ?? null));
  }
}

const START = 1_000_000;
const benchOf = (driver = createFaultDriver(createMemoryDriver()), clock = new VirtualClock(START), hibernate?: "always") => {
  const env: Env = { rung: [], onAlarm: () => {}, work: () => {} };
  const bench = new RoomBench<Env>(Clockwork, env, { driver, clock, ...(hibernate ? { hibernate } : {}) });
  const inRoom = async (work: Env["work"]): Promise<unknown> => {
    env.work = work;
    return JSON.parse((await bench.request()).body);
  };
  const setAlarm = (inMs: number): Promise<unknown> => inRoom((ctx) => ctx.storage.setAlarm(ctx.now() + inMs));
  const getAlarm = (): Promise<unknown> => inRoom((ctx) => ctx.storage.getAlarm());
  return { bench, env, driver, inRoom, setAlarm, getAlarm };
};

it.each([undefined, "always" as const])("wakes a room that has left memory, once (hibernate: %s)", async (hibernate) => {
  const { bench, env, setAlarm, getAlarm } = benchOf(undefined, undefined, hibernate);
  await setAlarm(60_000);
  expect(await getAlarm()).toBe(START + 60_000);
  await bench.clock.advance(59_999);
  expect([env.rung, bench.hosts.stats().rooms.active]).toEqual([[], 0]);
  await bench.clock.advance(1);
  expect(env.rung).toEqual([START + 60_000]);
  expect(await getAlarm()).toBeNull();
  await bench.clock.advance(600_000);
  expect(env.rung).toHaveLength(1);
});

it("is due at once if its time has passed, replaced by a later setAlarm, and gone after deleteAlarm", async () => {
  const { bench, env, setAlarm, getAlarm, inRoom } = benchOf();
  await setAlarm(-5_000);
  await bench.clock.advance(0);
  expect(env.rung).toEqual([START]);
  await setAlarm(1_000);
  await setAlarm(3_000);
  await bench.clock.advance(2_000);
  expect(env.rung).toHaveLength(1);
  await inRoom((ctx) => ctx.storage.deleteAlarm());
  expect(await getAlarm()).toBeNull();
  await bench.clock.advance(10_000);
  expect(env.rung).toHaveLength(1);
});

it("is null while it is handled, and can be set anew there", async () => {
  const { bench, env, setAlarm } = benchOf();
  const seen: unknown[] = [];
  env.onAlarm = async ({ storage, now }) => {
    seen.push(await storage.getAlarm());
    if (seen.length < 3) await storage.setAlarm(now() + 100);
    seen.push(await storage.getAlarm());
  };
  await setAlarm(100);
  await bench.clock.advance(10_000);
  expect(env.rung).toEqual([START + 100, START + 200]);
  expect(seen).toEqual([null, START + 200, null, null]);
});

it("is repeated with growing delays until it is handled", async () => {
  const { bench, env, setAlarm, getAlarm } = benchOf();
  env.onAlarm = () => {
    if (env.rung.length < 5) throw new Error("not now");
  };
  await setAlarm(0);
  await bench.clock.advance(600_000);
  const delays = env.rung.map((at, i) => at - (env.rung[i - 1] ?? START));
  expect(delays).toEqual([0, 2_000, 4_000, 8_000, 16_000]);
  expect(await getAlarm()).toBeNull();
});

it("rings after a restart if it was due meanwhile, or when it becomes due", async () => {
  const { bench, setAlarm, driver } = benchOf();
  await setAlarm(5_000);
  await bench.hosts.close();
  const later = benchOf(driver, new VirtualClock(START + 60_000));
  await later.bench.clock.advance(0);
  expect(later.env.rung).toEqual([START + 60_000]);
});

it("rings again if the process died, or the commit failed, while it was handled", async () => {
  const first = benchOf();
  first.env.onAlarm = () => new Promise(() => {});
  await first.setAlarm(0);
  await first.bench.clock.advance(0);
  expect(first.env.rung).toHaveLength(1);
  const closed = first.bench.hosts.close();
  await first.bench.clock.advance(10_000); // the hook never ends: the drain gives up
  await closed;

  const second = benchOf(first.driver);
  second.env.onAlarm = ({ storage }) => storage.put("rung", true);
  first.driver.failCommits = 1;
  await second.bench.clock.advance(0);
  expect(second.env.rung).toHaveLength(1);
  await second.bench.clock.advance(60_000);
  expect(second.env.rung).toHaveLength(2);
  expect(await second.inRoom((ctx) => ctx.storage.get("rung"))).toBe(true);
  expect(await second.getAlarm()).toBeNull();
});

it("rings later if the room cannot start", async () => {
  const { bench, env, driver, setAlarm } = benchOf();
  await setAlarm(60_000);
  await bench.clock.advance(30_000);
  driver.failOpens = 3;
  await bench.clock.advance(120_000);
  expect(env.rung).toEqual([START + 90_000]);
});

it("is not set by a turn that was not committed", async () => {
  const { bench, env, driver, setAlarm, getAlarm } = benchOf();
  await setAlarm(60_000);
  driver.failCommits = 1;
  env.work = (ctx) => ctx.storage.setAlarm(ctx.now() + 1_000);
  expect((await bench.request()).status).toBe(503);
  await bench.clock.advance(30_000);
  expect([env.rung, await getAlarm()]).toEqual([[], START + 60_000]);
});
