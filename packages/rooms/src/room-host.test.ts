// Order of events, connections and failures of hooks, in one room that stays awake.
import { describe, expect, it } from "vitest";
import type { Connection, ConnectionContext } from "./connection.ts";
import type { RoomRequest } from "./ports.ts";
import { Server } from "./server.ts";
import { macrotask, RoomBench } from "./testing/index.ts";

/** Notes its hooks in an array that outlives it; does what a message says. */
class Diary extends Server<string[]> {
  override onStart(): void | Promise<void> {
    this.env.push("start");
  }
  override getConnectionTags(_connection: Connection, { request }: ConnectionContext): string[] {
    return (request.headers.get("tags") ?? "").split(",").filter(Boolean);
  }
  override onConnect(connection: Connection): void | Promise<void> {
    this.env.push(`connect ${connection.id}`);
    connection.send(`hello ${connection.id}`);
  }
  override onMessage(connection: Connection, message: string | ArrayBuffer): void | Promise<void> {
    this.env.push(`message ${connection.id} ${typeof message === "string" ? message : `[${new Uint8Array(message).join()}]`}`);
    if (message === "tell others") this.broadcast(`from ${connection.id}`, [connection.id]);
    if (message === "tell all") this.broadcast("to all");
    if (message === "kick") connection.close(4403, "out");
    if (message === "close 1006") connection.close(1006, "reserved");
    if (message === "throw") throw new Error("from a hook");
    if (message === "throw a string") throw "no error object" as unknown as Error; // reason: the host must survive it
  }
  override onClose(connection: Connection, code: number, reason: string, wasClean: boolean): void | Promise<void> {
    const others = [...this.getConnections()].map(({ id }) => id);
    this.env.push(`close ${connection.id} ${code} ${reason} ${wasClean ? "clean" : "broken"}, left: ${others.join()}`);
  }
  override onError(connection: Connection, error: unknown): void | Promise<void> {
    this.env.push(`error ${connection.id} ${String(error)}`);
  }
}

const benchOf = (roomClass: new (...args: ConstructorParameters<typeof Diary>) => Server<string[]> = Diary) => {
  const diary: string[] = [];
  return { diary, bench: new RoomBench<string[]>(roomClass, diary) };
};

describe("the order of hooks", () => {
  it("is onStart once, onConnect, onMessage in order, onClose", async () => {
    const { diary, bench } = benchOf();
    const a = bench.connect("room", "a");
    a.message("one");
    a.message(Uint8Array.of(1, 2).buffer);
    const b = await bench.join("room", "b");
    a.closed(1000, "bye");
    b.closed(1006, "");
    await bench.clock.settle();
    expect(diary).toEqual([
      "start",
      "connect a",
      "message a one",
      "message a [1,2]",
      "connect b",
      "close a 1000 bye clean, left: ",
      "close b 1006  broken, left: ",
    ]);
  });

  it("never mentions a connection that was gone before it was greeted and had said nothing", async () => {
    const { diary, bench } = benchOf();
    const a = bench.connect();
    a.closed(1006, "");
    await bench.clock.settle();
    expect(diary).toEqual(["start"]);
  });

  it("holds messages and the close back until a slow onConnect is done, and reads nothing meanwhile", async () => {
    const entered: (() => void)[] = [];
    class Slow extends Diary {
      override async onConnect(connection: Connection): Promise<void> {
        await new Promise<void>((resolve) => entered.push(resolve));
        await super.onConnect(connection);
      }
    }
    const { diary, bench } = benchOf(Slow);
    const a = await bench.join("room", "a");
    expect(a.transport.isPaused).toBe(true);
    a.message("early");
    a.closed(1000, "");
    const b = await bench.join("room", "b");
    expect(diary).toEqual(["start"]);
    entered[1]?.();
    await bench.clock.settle();
    b.message("me first");
    await bench.clock.settle();
    entered[0]?.();
    await bench.clock.settle();
    expect(diary).toEqual(["start", "connect b", "message b me first", "connect a", "message a early", "close a 1000  clean, left: b"]);
    expect([a.transport.isPaused, b.transport.isPaused]).toEqual([false, false]);
  });

  it("delivers the next event only when a handler that awaits storage has ended", async () => {
    class Counter extends Server<string[]> {
      override async onMessage(): Promise<void> {
        const count = (await this.ctx.storage.get<number>("count")) ?? 0;
        await this.ctx.storage.list();
        await this.ctx.storage.put("count", count + 1);
        this.env.push(String(count + 1));
      }
    }
    const { diary, bench } = benchOf(Counter);
    const clients = [await bench.join(), await bench.join()];
    for (let i = 0; i < 20; i++) clients[i % 2]?.message("add");
    await bench.clock.settle();
    expect(diary).toEqual(Array.from({ length: 20 }, (_, i) => String(i + 1)));
  });

  it("lets other events in while a handler awaits something else", async () => {
    let release = (): void => {};
    class Waits extends Diary {
      override async onMessage(connection: Connection, message: string): Promise<void> {
        if (message === "wait") await new Promise<void>((resolve) => (release = resolve));
        await super.onMessage(connection, message);
      }
    }
    const { diary, bench } = benchOf(Waits);
    const a = await bench.join("room", "a");
    a.message("wait");
    a.message("go on");
    await bench.clock.settle();
    release();
    await bench.clock.settle();
    expect(diary.slice(2)).toEqual(["message a go on", "message a wait"]);
  });

  it("keeps a flood of one client out of memory by not reading its socket", async () => {
    const { diary, bench } = benchOf();
    const a = await bench.join("room", "a");
    for (let i = 0; i < 300; i++) a.message(String(i));
    expect(a.transport.isPaused).toBe(true);
    await bench.clock.settle();
    expect(a.transport.isPaused).toBe(false);
    expect(diary).toHaveLength(302);
  });
});

describe("connections", () => {
  it("receive what is sent to them only, and broadcasts but the excluded", async () => {
    const { bench } = benchOf();
    const [a, b] = [await bench.join("room", "a"), await bench.join("room", "b")];
    const other = await bench.join("another", "a");
    a.message("tell others");
    b.message("tell all");
    await bench.clock.settle();
    expect(a.transport.sent).toEqual(["hello a", "to all"]);
    expect(b.transport.sent).toEqual(["hello b", "from a", "to all"]);
    expect(other.transport.sent).toEqual(["hello a"]);
  });

  it("share one frame in a broadcast", async () => {
    const frame = Uint8Array.of(1, 2, 3);
    class Loud extends Server<string[]> {
      override onMessage(): void {
        this.broadcast(frame);
      }
    }
    const { bench } = benchOf(Loud);
    const clients = [await bench.join(), await bench.join()];
    clients[0]?.message("go");
    await bench.clock.settle();
    for (const { transport } of clients) expect(transport.sent[0]).toBe(frame);
  });

  it("are found by id and by tag, the id being the first tag", async () => {
    class Finder extends Diary {
      override onMessage(): void {
        const ids = (tag?: string): string => [...this.getConnections(tag)].map(({ id }) => id).join();
        this.env.push(
          `${ids()}|${ids("red")}|${ids("a")}|${ids("no")}|${this.getConnection("b")?.tags.join()}|${String(this.getConnection("no"))}`,
        );
      }
    }
    const { diary, bench } = benchOf(Finder);
    const a = await bench.join("room", "a", { tags: "red" });
    await bench.join("room", "b", { tags: "red,blue,red,b" });
    a.message("find");
    await bench.clock.settle();
    expect(diary.at(-1)).toBe("a,b|a,b|a||b,red,blue|undefined");
  });

  it("answer ping with pong without the room", async () => {
    const { diary, bench } = benchOf();
    const a = await bench.join("room", "a");
    a.message("ping");
    expect(a.transport.sent.at(-1)).toBe("pong");
    await bench.clock.settle();
    expect(diary).toEqual(["start", "connect a"]);
  });

  it("are not heard any more once the room has closed them, and still get their onClose", async () => {
    const { diary, bench } = benchOf();
    const a = await bench.join("room", "a");
    a.message("kick");
    a.message("too late");
    await bench.clock.settle();
    expect(a.transport.closed).toEqual({ code: 4403, reason: "out" });
    a.closed(4403, "out");
    await bench.clock.settle();
    expect(diary.slice(2)).toEqual(["message a kick", "close a 4403 out clean, left: "]);
  });

  it("are closed without status where the code is reserved", async () => {
    const { bench } = benchOf();
    const a = await bench.join();
    a.message("close 1006");
    await bench.clock.settle();
    expect(a.transport.closed).toEqual({ code: undefined, reason: undefined });
  });

  it("report errors while they are open", async () => {
    const { diary, bench } = benchOf();
    const a = await bench.join("room", "a");
    a.error("bad frame");
    a.closed(1002, "");
    a.error("late");
    a.message("later");
    await bench.clock.settle();
    expect(diary.slice(2)).toEqual(["close a 1002  clean, left: "]);
    const b = await bench.join("room", "b");
    b.error("bad frame");
    await bench.clock.settle();
    expect(diary.at(-1)).toBe("error b bad frame");
  });
});

describe("a second connection with the same id", () => {
  it("replaces the first, whose onClose comes before the newcomer's onConnect", async () => {
    const { diary, bench } = benchOf();
    const first = await bench.join("room", "a");
    const second = await bench.join("room", "a");
    expect(first.transport.closed).toEqual({ code: 4000, reason: "replaced" });
    expect(diary.slice(2)).toEqual(["close a 4000 replaced clean, left: ", "connect a"]);
    expect(bench.hosts.stats().connections).toBe(1);
    first.message("from the grave");
    first.closed(1006, "");
    second.message("tell all");
    await bench.clock.settle();
    expect(diary.slice(4)).toEqual(["message a tell all"]);
    expect(second.transport.sent).toEqual(["hello a", "to all"]);
    second.closed(1000, "");
    await bench.clock.settle();
    expect(diary.at(-1)).toBe("close a 1000  clean, left: ");
  });

  it("does so before the first has been told anything, and after it has closed", async () => {
    const { diary, bench } = benchOf();
    bench.connect("room", "a");
    const second = bench.connect("room", "a");
    await bench.clock.settle();
    expect(diary).toEqual(["start", "connect a"]);
    second.closed(1000, "");
    await bench.join("room", "a");
    expect(diary.slice(2)).toEqual(["close a 1000  clean, left: ", "connect a"]);
  });

  it("waits for a first one that is still in its onConnect", async () => {
    let release = (): void => {};
    class Slow extends Diary {
      override async onConnect(connection: Connection): Promise<void> {
        if (this.env.length === 1) await new Promise<void>((resolve) => (release = resolve));
        await super.onConnect(connection);
      }
    }
    const { diary, bench } = benchOf(Slow);
    await bench.join("room", "a");
    await bench.join("room", "a");
    expect(diary).toEqual(["start"]);
    release();
    await bench.clock.settle();
    expect(diary).toEqual(["start", "connect a", "close a 4000 replaced clean, left: ", "connect a"]);
  });
});

describe("a hook that throws", () => {
  it("harms no one, whatever it throws", async () => {
    const { diary, bench } = benchOf();
    const [a, b] = [await bench.join("room", "a"), await bench.join("room", "b")];
    for (const message of ["throw", "throw a string", "tell all"]) a.message(message);
    await bench.clock.settle();
    expect(bench.errors("room.hook_failed").map(String)).toEqual(["Error: from a hook", "no error object"]);
    expect([a.transport.closed, b.transport.sent]).toEqual([undefined, ["hello b", "to all"]]);
    expect(diary).toHaveLength(6);
  });

  it("is told to onException, which may throw as well", async () => {
    class Sad extends Diary {
      override async onMessage(): Promise<void> {
        await Promise.reject(new Error("later"));
      }
      override async onException(error: unknown): Promise<void> {
        this.env.push(`exception ${String(error)}`);
        throw new Error("and again");
      }
    }
    const { diary, bench } = benchOf(Sad);
    (await bench.join()).message("x");
    await bench.clock.settle();
    expect(diary.at(-1)).toBe("exception Error: later");
    expect(bench.errors("room.hook_failed").map(String)).toEqual(["Error: later", "Error: and again"]);
  });

  it.each([
    [
      "onConnect",
      {
        onConnect: () => {
          throw new Error("secret");
        },
      },
    ],
    ["onConnect, later", { onConnect: () => Promise.reject(new Error("secret")) }],
    [
      "getConnectionTags",
      {
        getConnectionTags: () => {
          throw "secret" as unknown as Error; // reason: the host must survive it
        },
      },
    ],
    ["getConnectionTags with too many tags", { getConnectionTags: () => Array.from({ length: 10 }, (_, i) => `t${i}`) }],
    ["getConnectionTags with an empty tag", { getConnectionTags: () => [""] }],
    ["getConnectionTags with no array", { getConnectionTags: () => "red" }],
  ])("ends the session with one error frame: %s", async (_name, hooks) => {
    class Broken extends Diary {}
    Object.assign(Broken.prototype, hooks);
    const { diary, bench } = benchOf(Broken);
    const a = await bench.join("room", "a");
    expect(a.transport.sent).toEqual(['{"error":"Internal error"}']);
    expect(a.transport.closed).toEqual({ code: 1011, reason: "Uncaught exception during session setup" });
    a.message("not heard");
    a.closed(1011, "");
    await bench.clock.settle();
    expect(diary.filter((line) => line.startsWith("message"))).toEqual([]);
    expect(diary.filter((line) => line.startsWith("close"))).toHaveLength(_name.startsWith("onConnect") ? 1 : 0);
    expect(bench.hosts.stats().connections).toBe(0);
  });

  it("in onRequest is a 500 without a stack, and no Response is one too", async () => {
    class Broken extends Diary {
      override onRequest(request: RoomRequest): never {
        if (request.method === "GET") return "not a response" as never;
        throw new Error("secret");
      }
    }
    const { bench } = benchOf(Broken);
    expect(await bench.request()).toMatchObject({ status: 500, body: "Internal error" });
    expect(await new RoomBench<string[]>(Broken, [], { dev: true }).request()).toMatchObject({
      status: 500,
      body: expect.stringContaining("must return a Response") as string,
    });
  });

  it("in onStart fails those who waited, and the next event starts the room anew", async () => {
    let failures = 2;
    class Late extends Diary {
      override async onStart(): Promise<void> {
        await Promise.resolve();
        if (failures-- > 0) throw new Error("not yet");
        await super.onStart();
      }
    }
    const { diary, bench } = benchOf(Late);
    const a = bench.connect("room", "a");
    const response = bench.hosts.request("test", "room", { method: "GET" } as RoomRequest);
    await bench.clock.settle();
    expect([a.transport.closed?.code, (await response).status]).toEqual([1011, 500]);
    expect((await bench.request()).status).toBe(500);
    const b = await bench.join("room", "b");
    expect(diary).toEqual(["start", "connect b"]);
    expect(b.transport.sent).toEqual(["hello b"]);
  });

  it("in the constructor does so too", async () => {
    let failures = 1;
    class Unborn extends Diary {
      constructor(...args: ConstructorParameters<typeof Diary>) {
        super(...args);
        if (failures-- > 0) throw new Error("not yet");
      }
    }
    const { diary, bench } = benchOf(Unborn);
    expect((await bench.join()).transport.closed?.code).toBe(1011);
    await bench.join("room", "a");
    expect(diary).toEqual(["start", "connect a"]);
  });
});

it("requests without an onRequest are 404, and unknown parties 400", async () => {
  const { bench } = benchOf();
  expect((await bench.request()).status).toBe(404);
  expect((await bench.hosts.request("constructor", "x", { method: "GET" } as RoomRequest)).status).toBe(400);
});

it("a room is forgotten when it is quiet and nothing is left of it", async () => {
  const { bench } = benchOf();
  for (let i = 0; i < 5; i++) (await bench.join(`room-${i}`)).closed(1000, "");
  await bench.clock.settle();
  expect(bench.hosts.stats()).toMatchObject({ rooms: { active: 5 }, connections: 0 });
  await bench.clock.advance(20_000);
  expect(bench.hosts.stats()).toMatchObject({ rooms: { active: 0, hibernated: 0 } });
  expect(bench.clock.timerCount).toBe(0);
});

it("close lets running hooks end, commits, and closes sockets as a restart", async () => {
  let release = (): void => {};
  class Busy extends Server<string[]> {
    override async onMessage(connection: Connection): Promise<void> {
      await new Promise<void>((resolve) => (release = resolve));
      await this.ctx.storage.put("k", "stored");
      connection.send("stored");
    }
    override async onRequest() {
      return this.ctx.newResponse(String(await this.ctx.storage.get("k")));
    }
  }
  const { bench } = benchOf(Busy);
  const a = await bench.join();
  a.message("go");
  await bench.clock.settle();
  const closed = bench.hosts.close({ reason: "r".repeat(200) });
  await bench.clock.settle();
  expect(a.transport.closed).toBeUndefined();
  release();
  while (a.transport.closed === undefined) await bench.clock.settle();
  await closed;
  await macrotask();
  expect(a.transport.sent).toEqual(["stored"]);
  expect(a.transport.closed).toEqual({ code: 1012, reason: "r".repeat(123) });
  expect((await bench.request()).status).toBe(503);
  const late = await bench.join();
  expect(late.transport.closed?.code).toBe(1012);
  expect(await new RoomBench<string[]>(Busy, [], { driver: bench.driver }).request()).toMatchObject({ body: "stored" });
});
