// Things that are hard to throw well: whatever they are, they stay with the event they were thrown in.
import { describe, expect, it } from "vitest";
import type { Connection } from "./connection.ts";
import type { Log, LogFields } from "./ports.ts";
import { Server } from "./server.ts";
import { RoomBench, testRequest } from "./testing/index.ts";
import { unfailingLog } from "./thrown.ts";

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function circular(): object {
  const self: { self?: object } = {};
  self.self = self;
  return self;
}

class Sly extends Error {
  override get stack(): string {
    throw new Error("no stack");
  }
  override get message(): string {
    throw new Error("no message");
  }
}

const THINGS: Readonly<Record<string, () => unknown>> = {
  "a revoked proxy": revoked,
  "an object that contains itself": circular,
  "an object without a prototype": () => Object.create(null) as object,
  "a bigint": () => 1n,
  "an Error whose fields throw": () => new Sly(),
};

class Thrower extends Server<{ thing: () => unknown; isCalm: boolean }> {
  override onStart(): void {
    if (this.name === "start" && !this.env.isCalm) throw this.env.thing();
  }
  override onMessage(connection: Connection, message: string): void | Promise<void> {
    if (message === "throw") throw this.env.thing();
    if (message === "reject") return Promise.reject(this.env.thing() as Error);
    if (message === "return") return this.env.thing() as void;
    if (message === "wait") return this.ctx.waitUntil(Promise.reject(this.env.thing() as Error));
    return connection.send(`heard ${message}`);
  }
  override onRequest(): never {
    throw this.env.thing();
  }
}

/** A log that prints as JSON, as logs do. */
function printing(lines: string[]): Log {
  const print = (event: string, fields: LogFields = {}): void => {
    const text = JSON.stringify(fields, (_key, value: unknown) => (value instanceof Error ? { message: value.message } : value));
    lines.push(`${event} ${text}`);
  };
  return { info: print, warn: print, error: print };
}

describe.each(Object.entries(THINGS))("%s", (_name, thing) => {
  it("harms nobody but its event when it is thrown, rejected with or returned, and is logged", async () => {
    const lines: string[] = [];
    const bench = new RoomBench(Thrower, { thing, isCalm: false }, { log: printing(lines), dev: true });
    const client = await bench.join("plain", "a");
    for (const message of ["throw", "reject", "return", "wait", "hello"]) client.message(message);
    await bench.clock.settle();
    expect(client.transport.sent).toEqual(["heard hello"]);
    expect(lines.filter((line) => line.startsWith("room.hook_failed")).length).toBeGreaterThanOrEqual(2);
    expect(lines.filter((line) => line.startsWith("room.wait_until_failed"))).toHaveLength(1);
    const answering = bench.hosts.request("test", "plain", testRequest());
    await bench.clock.settle();
    expect((await answering).status).toBe(500);
  });

  it("thrown by onStart refuses those who wait, and the next event tries again", async () => {
    const env = { thing, isCalm: false };
    const lines: string[] = [];
    const bench = new RoomBench(Thrower, env, { log: printing(lines) });
    const first = await bench.join("start", "a");
    expect(first.transport.closed?.code).toBe(1011);
    expect(lines.map((line) => line.split(" ")[0])).toContain("room.start_failed");
    env.isCalm = true;
    const second = await bench.join("start", "b");
    second.message("hello");
    await bench.clock.settle();
    expect(second.transport.sent).toEqual(["heard hello"]);
  });
});

/* oxlint-disable unicorn/no-thenable -- reason: promises of another making are what these are about */
describe("what a hook returns", () => {
  class Returns extends Server<{ value: () => unknown }> {
    override onMessage(connection: Connection, message: string): void {
      return message === "odd" ? (this.env.value() as void) : connection.send(`heard ${message}`);
    }
  }

  it("may be a promise of another making, whose `then` throws", async () => {
    const lines: string[] = [];
    const value = (): unknown => ({
      then() {
        throw new Error("then");
      },
    });
    const bench = new RoomBench(Returns, { value }, { log: printing(lines) });
    const client = await bench.join();
    for (const message of ["odd", "hello"]) client.message(message);
    await bench.clock.settle();
    expect(client.transport.sent).toEqual(["heard hello"]);
    expect(lines).toEqual(['room.hook_failed {"party":"test","hook":"onMessage","error":{"message":"then"}}']);
  });
});

describe("waitUntil", () => {
  it("takes what is no promise, and lets the room sleep", async () => {
    class Waits extends Server {
      static override options = { hibernate: true };
      override onMessage(): void {
        this.ctx.waitUntil(5 as unknown as Promise<unknown>);
        this.ctx.waitUntil({ then: (done: () => void) => done() } as unknown as Promise<unknown>);
      }
    }
    const bench = new RoomBench(Waits, undefined);
    const client = await bench.join();
    client.message("go");
    await bench.clock.settle();
    await bench.clock.advance(60_000);
    expect([bench.hosts.stats().rooms.hibernated, bench.logged]).toEqual([1, []]);
  });
});
/* oxlint-enable unicorn/no-thenable */

describe("a log that fails", () => {
  it("is not asked a third time, and ends nothing", () => {
    let calls = 0;
    const fail = (): never => {
      calls++;
      throw new Error("disk full");
    };
    unfailingLog({ info: fail, warn: fail, error: fail }).error("room.hook_failed", { error: new Error("one") });
    expect(calls).toBe(2);
  });
});
