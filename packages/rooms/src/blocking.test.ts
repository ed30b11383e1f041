// Transactions, blockConcurrencyWhile, and hooks that never end.
import { describe, expect, it } from "vitest";
import type { Connection } from "./connection.ts";
import { createMemoryDriver } from "./memory/index.ts";
import { Server } from "./server.ts";
import { createFaultDriver, RoomBench } from "./testing/index.ts";
import type { TestClient } from "./testing/index.ts";

type Do = (room: Actor, connection: Connection) => unknown;
type Env = { readonly acts: Record<string, Do>; readonly onMake?: (room: Actor) => void; readonly onConnect?: Do };

/** Does what the message names, and answers with the result. */
class Actor extends Server<Env> {
  readonly lines: string[] = [];
  constructor(ctx: Server["ctx"], env: Env) {
    super(ctx, env);
    env.onMake?.(this);
  }
  override onStart(): void {
    this.lines.push("start");
  }
  override onConnect(connection: Connection): void | Promise<void> {
    return this.env.onConnect?.(this, connection) as void | Promise<void>;
  }
  override async onMessage(connection: Connection, message: string): Promise<void> {
    try {
      connection.send(JSON.stringify((await this.env.acts[message]?.(this, connection)) ?? null));
    } catch (error) {
      connection.send(`threw ${(error as Error).message}`);
    }
  }
  override onException(): void {
    this.lines.push("exception");
  }
}

function gate(): { open(): void; readonly opened: Promise<void> } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), opened };
}

async function benchOf(acts: Record<string, Do>, rest: Omit<Env, "acts"> = {}) {
  const driver = createFaultDriver(createMemoryDriver());
  const bench = new RoomBench<Env>(Actor, { acts, ...rest }, { driver });
  const client = await bench.join("room", "a");
  const say = async (...messages: string[]): Promise<unknown[]> => {
    const from = client.transport.sent.length;
    for (const message of messages) client.message(message);
    await bench.clock.settle();
    return client.transport.sent.slice(from);
  };
  return { bench, driver, client, say };
}

const all: Do = async ({ ctx }) => [...(await ctx.storage.list())];

describe("a transaction", () => {
  it("keeps all writes, or none when the work throws or gives up", async () => {
    const { say } = await benchOf({
      all,
      keep: ({ ctx }) => ctx.storage.transaction((txn) => txn.put("a", 1)),
      throw: ({ ctx }) =>
        ctx.storage.transaction(async (txn) => {
          await txn.put({ a: 2, b: 2 });
          await txn.setAlarm(5);
          throw new Error("no");
        }),
      giveUp: ({ ctx }) =>
        ctx.storage.transaction(async (txn) => {
          await txn.delete("a");
          txn.rollback();
          return "given up";
        }),
      alarm: ({ ctx }) => ctx.storage.getAlarm(),
    });
    expect(await say("keep", "throw", "giveUp", "all", "alarm")).toEqual(["null", "threw no", '"given up"', '[["a",1]]', "null"]);
  });

  it("lets nothing in and nothing out until it ends", async () => {
    const held = gate();
    const { say, bench, driver, client } = await benchOf({
      all,
      slow: ({ ctx }, connection) =>
        ctx.storage.transaction(async (txn) => {
          await txn.put("a", 1);
          connection.send("early");
          await held.opened;
          await txn.put("b", 2);
        }),
    });
    const commits = driver.counts.commits;
    expect(await say("slow", "all")).toEqual([]);
    expect(driver.counts.commits).toBe(commits);
    held.open();
    await bench.clock.settle();
    expect(client.transport.sent).toEqual(["early", "null", '[["a",1],["b",2]]']);
  });

  it("runs after those that were started before it", async () => {
    const { say } = await benchOf({
      two: async ({ ctx }) => {
        const add = (): Promise<void> =>
          ctx.storage.transaction(async (txn) => {
            const n = (await txn.get<number>("n")) ?? 0;
            await Promise.resolve();
            await txn.put("n", n + 1);
          });
        await Promise.allSettled([add(), ctx.storage.transaction(() => Promise.reject(new Error("no"))), add()]);
        return ctx.storage.get("n");
      },
    });
    expect(await say("two")).toEqual(["2"]);
  });

  it("of the synchronous kind nests, and takes no promise", async () => {
    const { say } = await benchOf({
      all,
      nested({ ctx }) {
        return ctx.storage.transactionSync(() => {
          void ctx.storage.put("a", 1);
          try {
            ctx.storage.transactionSync(() => {
              void ctx.storage.put("b", 1);
              throw new Error("inner");
            });
          } catch {
            return "kept the outer";
          }
        });
      },
      promise: ({ ctx }) => ctx.storage.transactionSync(async () => {}),
      sync: ({ ctx }) => ctx.storage.transaction(() => ctx.storage.sync()),
    });
    const answers = await say("nested", "all", "promise", "sync");
    expect(answers.slice(0, 2)).toEqual(['"kept the outer"', '[["a",1]]']);
    expect(answers.slice(2)).toEqual([expect.stringContaining("promise"), expect.stringContaining("inside a transaction")]);
  });

  it("that never ends throws the room away, and what it wrote", async () => {
    const { say, bench, client } = await benchOf({
      all,
      stuck: ({ ctx }) => ctx.storage.transaction((txn) => txn.put("a", 1).then(() => new Promise(() => {}))),
    });
    await say("stuck");
    await bench.clock.advance(30_000);
    expect(client.transport.closed).toMatchObject({ code: 4500 });
    const next = await bench.join("room", "b");
    next.message("all");
    await bench.clock.settle();
    expect(next.transport.sent).toEqual(["[]"]);
  });
});

describe("blockConcurrencyWhile", () => {
  it("in the constructor comes before onStart", async () => {
    const held = gate();
    const onMake = ({ ctx, lines }: Actor): void => void ctx.blockConcurrencyWhile(() => held.opened.then(() => lines.push("made")));
    const { say, bench, client } = await benchOf({ lines: ({ lines }) => lines }, { onMake });
    expect(await say("lines")).toEqual([]);
    held.open();
    await bench.clock.settle();
    expect(client.transport.sent).toEqual(['["made","start"]']);
  });

  it("holds back other events of this room only", async () => {
    const held = gate();
    const { say, bench, client } = await benchOf({ hi: () => "hi", block: ({ ctx }) => ctx.blockConcurrencyWhile(() => held.opened) });
    expect(await say("block", "hi")).toEqual([]);
    const other = await bench.join("elsewhere");
    other.message("hi");
    await bench.clock.settle();
    expect(other.transport.sent).toEqual(['"hi"']);
    held.open();
    await bench.clock.settle();
    expect(client.transport.sent).toEqual(["null", '"hi"']);
  });

  it("that throws resets the room; the next event starts it anew", async () => {
    let made = 0;
    const onMake = ({ ctx }: Actor): void => {
      if (++made === 1) void ctx.blockConcurrencyWhile(() => Promise.reject(new Error("no"))).catch(() => {});
    };
    const { bench, client } = await benchOf({ hi: () => "hi" }, { onMake });
    expect(client.transport.closed).toMatchObject({ code: 1011 });
    const next = await bench.join("room", "b");
    next.message("hi");
    await bench.clock.settle();
    expect(next.transport.sent).toEqual(['"hi"']);
  });
});

describe("a hook that never ends", () => {
  const stuckFirst = (): Do => {
    let calls = 0;
    return () => (++calls === 1 ? new Promise(() => {}) : undefined);
  };
  const say = async (bench: RoomBench<Env>, client: TestClient, text: string): Promise<void> => {
    client.message(text);
    await bench.clock.settle();
  };

  it("does not keep its client from coming back under the same id", async () => {
    const { bench, client } = await benchOf({ hi: () => "hi" }, { onConnect: stuckFirst() });
    await say(bench, client, "hi");
    expect(client.transport.sent).toEqual([]);
    const again = await bench.join("room", "a");
    await say(bench, again, "hi");
    expect([client.transport.closed?.code, again.transport.sent]).toEqual([4000, []]);
    await bench.clock.advance(5_000);
    expect(again.transport.sent).toEqual(['"hi"']);
    expect(bench.logged).toContainEqual(expect.objectContaining({ event: "room.setup_stalled" }));
  });

  it("holds up no other connection and no other room, and is logged once", async () => {
    const { bench } = await benchOf({ hi: () => "hi" }, { onConnect: stuckFirst() });
    for (const room of ["room", "elsewhere"]) {
      const client = await bench.join(room, "b");
      await say(bench, client, "hi");
      expect(client.transport.sent).toEqual(['"hi"']);
    }
    await bench.clock.advance(100_000);
    expect(bench.logged.filter(({ event }) => event === "room.hook_stalled").map(({ fields }) => fields)).toEqual([
      { party: "test", hook: "onConnect", forMs: 30_000 },
    ]);
  });

  it("is waited for as long as the host says when the host closes", async () => {
    const bench = new RoomBench<Env>(Actor, { acts: { stuck: () => new Promise(() => {}) } }, { drainMs: 700 });
    const client = await bench.join("room", "a");
    await say(bench, client, "stuck");
    let isClosed = false;
    void bench.hosts.close().then(() => (isClosed = true));
    await bench.clock.advance(699);
    expect([isClosed, client.transport.closed]).toEqual([false, undefined]);
    await bench.clock.advance(1);
    expect([isClosed, client.transport.closed?.code]).toEqual([true, 1012]);
  });
});
