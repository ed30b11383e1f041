// What a room sees of its storage, and that nothing leaves before what it follows from is durable.
import { describe, expect, it } from "vitest";
import type { Connection } from "./connection.ts";
import { createMemoryDriver } from "./memory/index.ts";
import type { RoomResponse } from "./ports.ts";
import type { RoomContext } from "./room-context.ts";
import type { RoomStorage } from "./room-storage.ts";
import { Server } from "./server.ts";
import { createFaultDriver, RoomBench } from "./testing/index.ts";

type Work = (storage: RoomStorage, context: RoomContext) => unknown;

/** Does to its storage what a test says, in onRequest; answers with what came of it. */
class Worker extends Server<{ work: Work; lives: number }> {
  override onStart(): void {
    this.env.lives++;
  }
  override async onRequest(): Promise<RoomResponse> {
    const result = await this.env.work(this.ctx.storage, this.ctx);
    return this.ctx.newResponse(
      result instanceof Map ? JSON.stringify([...(result as Map<string, unknown>)]) : String(JSON.stringify(result)),
    );
  }
  override onMessage(connection: Connection, message: string): void {
    this.ctx.storage.log.append({ client: connection.id, n: Number(message), body: new Uint8Array(1), ts: 1 });
    connection.send(`stored ${message}`);
    this.broadcast(`news ${message}`);
  }
}

const benchOf = (driver = createFaultDriver(createMemoryDriver())) => {
  const env = { work: (() => null) as Work, lives: 0 };
  const bench = new RoomBench<typeof env>(Worker, env, { driver });
  const inRoom = async (work: Work): Promise<unknown> => {
    env.work = work;
    const { status, body } = await bench.request();
    if (status !== 200) throw (bench.errors("room.hook_failed").at(-1) as Error | undefined) ?? new Error(`status ${status}`);
    return JSON.parse(body === "undefined" ? "null" : body);
  };
  return { bench, driver, env, inRoom };
};

describe("storage", () => {
  it("gets, puts and deletes one or many", async () => {
    const { inRoom } = benchOf();
    await inRoom(async (storage) => {
      await storage.put("a", { deep: [1] });
      await storage.put({ c: 3, b: null });
    });
    expect(await inRoom((storage) => storage.get("a"))).toEqual({ deep: [1] });
    expect(await inRoom((storage) => storage.get(["c", "no", "b"]))).toEqual([
      ["b", null],
      ["c", 3],
    ]);
    expect(await inRoom((storage) => storage.delete("a"))).toBe(true);
    expect(await inRoom((storage) => storage.delete(["a", "b", "c"]))).toBe(2);
    expect(await inRoom((storage) => storage.get("a"))).toBeNull();
  });

  it("lists by prefix, bounds, limit and direction", async () => {
    const { inRoom } = benchOf();
    await inRoom((storage) => storage.put({ "a/1": 1, "a/2": 2, "a/3": 3, a: 0, b: 4 }));
    const keys = async (options?: Parameters<RoomStorage["list"]>[0]): Promise<string> =>
      ((await inRoom((storage) => storage.list(options))) as [string, number][]).map(([key]) => key).join();
    expect(await keys()).toBe("a,a/1,a/2,a/3,b");
    expect(await keys({ prefix: "a/" })).toBe("a/1,a/2,a/3");
    expect(await keys({ prefix: "a/", start: "a/2" })).toBe("a/2,a/3");
    expect(await keys({ prefix: "a/", start: "a", end: "z", limit: 2 })).toBe("a/1,a/2");
    expect(await keys({ prefix: "a/", startAfter: "a" })).toBe("a/1,a/2,a/3");
    expect(await keys({ startAfter: "a/1", end: "b" })).toBe("a/2,a/3");
    expect(await keys({ prefix: "a/", reverse: true, limit: 2 })).toBe("a/3,a/2");
    await inRoom((storage) => storage.deleteAll());
    expect(await keys()).toBe("");
  });

  it.each<[string, string, Work]>([
    ["an empty key", "bad_key", (storage) => storage.put("", 1)],
    ["a key that is no string", "bad_key", (storage) => storage.get(1 as never)],
    ["a lone surrogate", "bad_key", (storage) => storage.get("\ud800")],
    ["a key of 2,049 bytes", "bad_key", (storage) => storage.put("é".repeat(1024) + "x", 1)],
    ["a bad key among good ones", "bad_key", (storage) => storage.put({ ok: 1, "": 2 })],
    ["129 keys", "too_large", (storage) => storage.get(Array.from({ length: 129 }, String))],
    ["a value over 131,072 bytes", "too_large", (storage) => storage.put("k", "x".repeat(131_071))],
    ["undefined", "bad_value", (storage) => storage.put("k", undefined)],
    ["a function", "bad_value", (storage) => storage.put("k", () => 1)],
    ["an alarm at no time", "bad_value", (storage) => storage.setAlarm(NaN)],
    ["a bad key of bytes", "bad_key", (storage) => storage.bytes.put("", new Uint8Array())],
  ])("refuses %s and stores nothing", async (_name, code, work) => {
    const { inRoom } = benchOf();
    await expect(inRoom(work)).rejects.toMatchObject({ name: "StorageError", code });
    expect(await inRoom((storage) => storage.list())).toEqual([]);
  });

  it("passes over what is undefined among many, and refuses many of which one is bad", async () => {
    const { inRoom } = benchOf();
    await inRoom((storage) => storage.put({ a: 1, b: 2 }));
    await inRoom((storage) => storage.put({ a: undefined, c: 3 }));
    await expect(inRoom((storage) => storage.put({ a: 5, b: () => 1 }))).rejects.toMatchObject({ code: "bad_value" });
    expect(await inRoom((storage) => storage.list())).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ]);
  });

  it("takes keys and values at their limits", async () => {
    const { inRoom } = benchOf();
    await inRoom((storage) => storage.put("é".repeat(1024), "x".repeat(131_070)));
    expect(((await inRoom((storage) => storage.list())) as unknown[]).length).toBe(1);
  });

  it("is closed for an instance that has left memory", async () => {
    const { bench, inRoom } = benchOf();
    let kept: RoomStorage | undefined;
    await inRoom((storage) => void (kept = storage));
    await bench.clock.advance(20_000);
    await expect(kept?.get("k")).rejects.toMatchObject({ code: "closed" });
    expect(() => kept?.log.head()).toThrow(expect.objectContaining({ code: "closed" }));
  });

  it("can be committed early by sync", async () => {
    const { driver, inRoom } = benchOf();
    const seen = await inRoom(async (storage) => {
      await storage.put("k", 1);
      const before = driver.counts.commits;
      await storage.sync();
      return driver.counts.commits - before;
    });
    expect(seen).toBe(1);
    expect(driver.counts.commits).toBe(1);
  });
});

describe("the output gate", () => {
  it("lets nothing out before the commit", async () => {
    const driver = createFaultDriver(createMemoryDriver());
    const open = driver.open.bind(driver);
    let onCommit = (): void => {};
    driver.open = (key) => {
      const store = open(key);
      return { ...store, commit: () => (onCommit(), store.commit()) };
    };
    const { bench } = benchOf(driver);
    const a = await bench.join("room", "a");
    const sentAtCommit: number[] = [];
    onCommit = () => sentAtCommit.push(a.transport.sent.length);
    a.message("1");
    await bench.clock.settle();
    a.message("2");
    await bench.clock.settle();
    expect(sentAtCommit).toEqual([0, 2]);
    expect(a.transport.sent).toEqual(["stored 1", "news 1", "stored 2", "news 2"]);
  });

  it("commits once for all events that were waiting, and not at all without writes", async () => {
    const { bench, driver } = benchOf();
    const a = await bench.join("room", "a");
    expect(driver.counts.commits).toBe(0);
    for (let n = 1; n <= 100; n++) a.message(String(n));
    await bench.clock.settle();
    expect(driver.counts.commits).toBe(1);
    expect(a.transport.sent).toHaveLength(200);
  });

  it("does so too for handlers that await storage", async () => {
    const { bench, driver, env } = benchOf();
    env.work = (storage) => storage.put("k", 1);
    const responses = Array.from({ length: 20 }, () => bench.request());
    await bench.clock.settle();
    for (const response of responses) expect((await response).status).toBe(200);
    expect(driver.counts.commits).toBe(1);
  });

  it("takes turns of at most 256 events", async () => {
    const { bench, driver } = benchOf();
    const a = await bench.join("room", "a");
    for (let n = 1; n <= 600; n++) a.message(String(n));
    await bench.clock.settle();
    expect(driver.counts.commits).toBe(3);
  });

  it("commits what a handler writes after it has awaited something else", async () => {
    const { bench, driver, env } = benchOf();
    let release = (): void => {};
    env.work = async (storage) => {
      await storage.put("early", 1);
      await new Promise<void>((resolve) => (release = resolve));
      await storage.put("late", 1);
    };
    const response = bench.request();
    await bench.clock.settle();
    expect(driver.counts.commits).toBe(1);
    release();
    expect((await response).status).toBe(200);
    expect(driver.counts.commits).toBe(2);
  });
});

describe("a commit that fails", () => {
  it("lets nothing out, closes the sockets 4500, and the next event starts from disk", async () => {
    const { bench, driver, env, inRoom } = benchOf();
    const [a, b] = [await bench.join("room", "a"), await bench.join("room", "b")];
    const other = await bench.join("other", "a");
    a.message("1");
    await bench.clock.settle();
    driver.failCommits = 1;
    a.message("2");
    b.message("3");
    await bench.clock.settle();
    expect(a.transport.sent).toEqual(["stored 1", "news 1"]);
    expect([a, b].map(({ transport }) => transport.closed?.code)).toEqual([4500, 4500]);
    expect(other.transport.closed).toBeUndefined();
    a.message("4");
    a.closed(1006, "");
    await bench.clock.settle();
    const livesBefore = env.lives;
    expect(await inRoom((storage) => storage.log.head())).toBe(1);
    expect(env.lives).toBe(livesBefore + 1);
    const again = await bench.join("room", "a");
    again.message("2");
    await bench.clock.settle();
    expect(again.transport.sent).toEqual(["stored 2", "news 2"]);
  });

  it("answers requests 503", async () => {
    const { bench, driver, env } = benchOf();
    env.work = (storage) => storage.put("k", 1);
    driver.failCommits = 1;
    expect((await bench.request()).status).toBe(503);
    expect((await bench.request()).status).toBe(200);
  });

  it("rejects a sync, and ends the instance there and then", async () => {
    const { bench, driver, env, inRoom } = benchOf();
    const codes: string[] = [];
    env.work = async (storage) => {
      await storage.put("k", 1);
      await storage.sync().catch((error: { code: string }) => codes.push(error.code));
      await storage.get("k").catch((error: { code: string }) => codes.push(error.code));
    };
    driver.failCommits = 1;
    expect((await bench.request()).status).toBe(503);
    expect(codes).toEqual(["full", "closed"]);
    expect(await inRoom((storage) => storage.get("k"))).toBeNull();
  });

  it("spares events that no instance had seen", async () => {
    const { bench, driver } = benchOf();
    const a = await bench.join("room", "a");
    for (let n = 1; n <= 256; n++) a.message(String(n));
    const late = bench.connect("room", "late");
    driver.failCommits = 1;
    await bench.clock.settle();
    expect(a.transport.closed?.code).toBe(4500);
    expect(late.transport.closed).toBeUndefined();
    late.message("1");
    await bench.clock.settle();
    expect(late.transport.sent).toEqual(["stored 1", "news 1"]);
  });
});

describe("an instance that asks to be thrown away", () => {
  it("loses what it wrote and said in this turn", async () => {
    const { bench, env, inRoom } = benchOf();
    const a = await bench.join("room", "a");
    env.work = async (storage, context) => {
      await storage.put("k", 1);
      context.connections.broadcast("never heard");
      context.abort("an invariant does not hold");
      context.connections.broadcast("nor this");
    };
    expect((await bench.request()).status).toBe(503);
    expect([a.transport.sent, a.transport.closed?.code]).toEqual([[], 4500]);
    expect(await inRoom((storage) => storage.get("k"))).toBeNull();
  });

  it("in onStart counts as a failed start", async () => {
    let aborts = 1;
    class Aborter extends Server<undefined> {
      override onStart(): void {
        if (aborts-- > 0) this.ctx.abort("no");
      }
    }
    const bench = new RoomBench(Aborter, undefined);
    expect((await bench.request()).status).toBe(500);
    expect((await bench.request()).status).toBe(404);
  });
});

describe("what an instance said that never came to a commit", () => {
  class Greeter extends Server<{ fail: (() => void) | undefined; seen: string[]; late: (() => void) | undefined }> {
    static override options = { hibernate: true };
    override onStart(): void {
      const { fail } = this.env;
      this.env.fail = undefined;
      if (fail === undefined) return;
      this.broadcast("0123456789");
      for (const connection of this.getConnections()) {
        connection.send("01234");
        if (connection.id === "a") connection.close(4000, "go away");
      }
      fail();
    }
    override onMessage(connection: Connection, message: string): void {
      this.env.seen.push(`${connection.id}: ${message}, ${connection.readyState}, ${connection.bufferedAmount}`);
      if (message !== "later") return;
      this.env.late = () => {
        this.broadcast("0123456789");
        connection.send("01234");
        connection.close(4000, "go away");
      };
    }
  }
  const greeters = async () => {
    const env: Greeter["env"] = { fail: undefined, seen: [], late: undefined };
    const bench = new RoomBench<Greeter["env"]>(Greeter, env);
    const [a, b] = [await bench.join("room", "a"), await bench.join("room", "b")];
    return { bench, env, a, b };
  };

  it("in onStart has no effect: nobody is left half closed, or with bytes that are not on their way", async () => {
    const { bench, env, a, b } = await greeters();
    await bench.clock.advance(20_000);
    env.fail = () => {
      throw new Error("not now");
    };
    expect((await bench.request()).status).toBe(500);
    for (const each of [a, b]) each.message("hello");
    await bench.clock.settle();
    expect(env.seen).toEqual(["a: hello, 1, 0", "b: hello, 1, 0"]);
    expect([a, b].map(({ transport }) => [transport.sent, transport.closed])).toEqual(Array.from({ length: 2 }, () => [[], undefined]));
  });

  it("in onStart leaves one that has gone meanwhile gone", async () => {
    const { bench, env, a } = await greeters();
    await bench.clock.advance(20_000);
    env.fail = () => {
      a.closed(1001, "");
      throw new Error("not now");
    };
    await bench.request();
    await bench.request();
    expect([bench.hosts.stats().connections, a.transport.closed]).toEqual([1, undefined]);
  });

  it("after its end has no effect either", async () => {
    const { bench, env, a, b } = await greeters();
    a.message("later");
    await bench.clock.advance(20_000);
    expect(bench.hosts.stats().rooms.hibernated).toBe(1);
    env.late?.();
    for (const each of [a, b]) each.message("hello");
    await bench.clock.settle();
    expect(env.seen.slice(1)).toEqual(["a: hello, 1, 0", "b: hello, 1, 0"]);
  });
});

it("storage that cannot be opened closes newcomers 4500 and answers 503", async () => {
  const { bench, driver } = benchOf();
  driver.failOpens = 2;
  expect((await bench.join()).transport.closed?.code).toBe(4500);
  expect((await bench.request()).status).toBe(503);
  expect((await bench.join()).transport.closed).toBeUndefined();
});
