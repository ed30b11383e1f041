// Whatever a hook does wrong, others in the room and other rooms do not notice.
import { describe, expect, it } from "vitest";
import type { Connection } from "./connection.ts";
import type { RoomResponse } from "./ports.ts";
import { Server } from "./server.ts";
import { RoomBench, VirtualClock } from "./testing/index.ts";

const HOOKS = [
  "onStart",
  "getConnectionTags",
  "onConnect",
  "onMessage",
  "onClose",
  "onError",
  "onRequest",
  "onAlarm",
  "onException",
] as const;
type Hook = (typeof HOOKS)[number];

const FAULTS = {
  "throws an Error": () => {
    throw new Error("secret");
  },
  "throws a string": () => {
    throw "secret" as unknown as Error; // reason: the host must survive it
  },
  "throws nothing": () => {
    throw undefined as unknown as Error; // reason: as above
  },
  "rejects with an Error": () => Promise.reject(new Error("secret")),
  "rejects with null": () => Promise.reject(null as unknown as Error),
  "never settles": () => new Promise<never>(() => {}),
} satisfies Record<string, () => unknown>;
type Fault = keyof typeof FAULTS;

type Env = { faultOf: (hook: Hook) => Fault | undefined };

/** Answers messages, and fails in the way and place that the test says, in the room called "faulty" for the connection "bad". */
class Faulty extends Server<Env> {
  #fail(hook: Hook, isMeant = true): unknown {
    const fault = this.name === "faulty" && isMeant ? this.env.faultOf(hook) : undefined;
    return fault === undefined ? undefined : FAULTS[fault]();
  }
  override onStart(): void {
    return this.#fail("onStart") as void;
  }
  override getConnectionTags({ id }: Connection): string[] {
    return (this.#fail("getConnectionTags", id === "bad") as string[] | undefined) ?? [];
  }
  override onConnect({ id }: Connection): void {
    return this.#fail("onConnect", id === "bad") as void;
  }
  override onMessage(connection: Connection, message: string): void {
    connection.send(`heard ${message}`);
    return this.#fail("onMessage", connection.id === "bad") as void;
  }
  override onClose({ id }: Connection): void {
    return this.#fail("onClose", id === "bad") as void;
  }
  override onError({ id }: Connection): void {
    return this.#fail("onError", id === "bad") as void;
  }
  override onRequest(): RoomResponse {
    return (this.#fail("onRequest") as RoomResponse | undefined) ?? this.ctx.newResponse("fine");
  }
  override onAlarm(): void {
    return this.#fail("onAlarm") as void;
  }
  override onException(): void {
    return this.#fail("onException") as void;
  }
  async wakeMe(): Promise<void> {
    await this.ctx.storage.setAlarm(this.ctx.now());
  }
}

const cases = HOOKS.flatMap((hook) => (Object.keys(FAULTS) as Fault[]).map((fault) => [hook, fault] as const));

describe("a hook that fails", () => {
  it.each(cases)("%s %s: neighbours and other rooms go on, and it is in the log", async (hook, fault) => {
    const env: Env = { faultOf: (asked) => (asked === hook || (hook === "onException" && asked === "onMessage") ? fault : undefined) };
    const bench = new RoomBench<Env>(Faulty, env);
    const failsToStart = hook === "onStart";
    const elsewhere = await bench.join("elsewhere", "a");
    const neighbour = await bench.join("faulty", "a");
    const bad = await bench.join("faulty", "bad");
    bad.message("one");
    bad.error("broken");
    await bench.clock.settle();
    bad.closed(1006, "");
    void bench.hosts.request("test", "faulty", { url: "http://x/", method: "GET" } as never);
    void bench.hosts.call("test", "faulty", "wakeMe", []).catch(() => {});
    await bench.clock.settle();
    for (const client of [neighbour, elsewhere]) client.message("two");
    await bench.clock.settle();
    expect(elsewhere.transport.sent).toEqual(["heard two"]);
    if (!failsToStart) expect(neighbour.transport.sent).toEqual(["heard two"]);
    await bench.clock.advance(31_000);
    const told = new Set(bench.logged.map(({ event }) => event));
    const expected = failsToStart ? "room.start_failed" : fault === "never settles" ? "room.hook_stalled" : "room.hook_failed";
    expect(told).toContain(expected);
    env.faultOf = () => undefined;
    const late = await bench.join("faulty", "late");
    late.message("three");
    await bench.clock.settle();
    expect(late.transport.sent.at(-1)).toBe("heard three");
  });

  it("an onStart that never ends is given up after 30 s: who waited is told, and the next event starts anew", async () => {
    const env: Env = { faultOf: (hook) => (hook === "onStart" ? "never settles" : undefined) };
    const bench = new RoomBench<Env>(Faulty, env);
    const client = await bench.join("faulty", "a");
    await bench.clock.advance(29_999);
    expect(client.transport.closed).toBeUndefined();
    env.faultOf = () => undefined;
    await bench.clock.advance(1);
    expect(client.transport.closed?.code).toBe(1011);
    const next = await bench.join("faulty", "b");
    next.message("hello");
    await bench.clock.settle();
    expect(next.transport.sent).toEqual(["heard hello"]);
  });

  it("one that keeps the process busy is named in the log, with how long", async () => {
    const clock = new VirtualClock();
    class Busy extends Server {
      override onMessage(_connection: Connection, message: string): void {
        clock.pass(Number(message));
      }
    }
    const bench = new RoomBench(Busy, undefined, { clock });
    const client = await bench.join();
    for (const ms of ["999", "1000"]) client.message(ms);
    await clock.settle();
    expect(bench.logged.filter(({ event }) => event === "room.hook_blocked").map(({ fields }) => fields)).toEqual([
      { party: "test", hook: "onMessage", forMs: 1_000 },
    ]);
  });
});
