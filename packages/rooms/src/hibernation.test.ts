// Leaving memory and coming back: what is kept, what is reset, what keeps a room awake.
import { describe, expect, it } from "vitest";
import type { Connection, ConnectionContext } from "./connection.ts";
import { createMemoryDriver } from "./memory/index.ts";
import type { RoomResponse } from "./ports.ts";
import { hibernates } from "./room-hosts.ts";
import { Server } from "./server.ts";
import { createFaultDriver, FakeTransport, RoomBench, testRequest, VirtualClock } from "./testing/index.ts";

type Env = { readonly lines: string[]; hold: Promise<unknown> | undefined };

class Sleeper extends Server<Env> {
  static override options = { hibernate: true };
  #field = 0;

  override onStart(): void {
    this.env.lines.push("start");
  }
  override getConnectionTags(_connection: Connection, { request }: ConnectionContext): string[] {
    return [request.headers.get("tag") ?? "none"];
  }
  override onConnect(connection: Connection): void {
    connection.setState({ name: connection.id, at: this.ctx.now() });
  }
  override async onMessage(connection: Connection<{ name: string }>, message: string): Promise<void> {
    this.#field++;
    const total = ((await this.ctx.storage.get<number>("total")) ?? 0) + 1;
    await this.ctx.storage.put("total", total);
    connection.send(
      `${message}: field ${this.#field}, total ${total}, ${connection.state?.name} ${connection.tags.join("/")} ${connection.uri.slice(-4)}`,
    );
    if (message === "timer") this.ctx.setTimer(60_000, () => this.broadcast("timer rang"));
    if (message === "cancel") this.ctx.setTimer(60_000, () => this.broadcast("never"))();
    if (message === "hold" && this.env.hold) this.ctx.waitUntil(this.env.hold);
    if (message === "await" && this.env.hold) await this.env.hold;
  }
  override onClose(connection: Connection<{ name: string }>): void {
    this.env.lines.push(`close ${connection.state?.name}, field ${this.#field}`);
  }
  override onRequest(): RoomResponse {
    return this.ctx.newResponse(`field ${this.#field}, ${[...this.getConnections("red")].length} red`);
  }
}

const benchOf = (options: { roomClass?: typeof Sleeper; hibernate?: "always" } = {}) => {
  const env: Env = { lines: [], hold: undefined };
  const driver = createFaultDriver(createMemoryDriver());
  const { roomClass = Sleeper, ...rest } = options;
  return { env, driver, bench: new RoomBench<Env>(roomClass, env, { driver, ...rest }) };
};
const IDLE_MS = 20_000;

describe("an idle room that hibernates", () => {
  it("leaves memory with its store, and keeps its sockets", async () => {
    const { bench } = benchOf();
    const a = await bench.join("room", "a");
    expect(bench.hosts.stats().rooms).toMatchObject({ active: 1, hibernated: 0 });
    await bench.clock.advance(IDLE_MS);
    expect(bench.hosts.stats()).toMatchObject({ rooms: { active: 0, hibernated: 1 }, connections: 1, woken: 0 });
    bench.driver.open({ party: "test", name: "room" }).close(); // free to be opened by anyone
    expect([a.transport.closed, bench.clock.timerCount]).toEqual([undefined, 0]);
  });

  it("wakes for a message, with fields reset and storage, state, tags and uri kept", async () => {
    const { bench, env } = benchOf();
    const a = await bench.join("room", "a", { tag: "red" });
    a.message("one");
    a.message("two");
    await bench.clock.advance(IDLE_MS);
    a.message("three");
    a.message("four");
    await bench.clock.settle();
    expect(a.transport.sent).toEqual(
      [1, 2, 3, 4].map((n) => `${["one", "two", "three", "four"][n - 1]}: field ${n > 2 ? n - 2 : n}, total ${n}, a a/red pk=a`),
    );
    expect(env.lines).toEqual(["start", "start"]);
    expect(bench.hosts.stats().woken).toBe(1);
  });

  it("wakes for a close, a request and a newcomer, each through onStart", async () => {
    const { bench, env } = benchOf();
    const a = await bench.join("room", "a", { tag: "red" });
    await bench.clock.advance(IDLE_MS);
    expect((await bench.request()).body).toBe("field 0, 1 red");
    await bench.clock.advance(IDLE_MS);
    await bench.join("room", "b", { tag: "red" });
    expect((await bench.request()).body).toBe("field 0, 2 red");
    await bench.clock.advance(IDLE_MS);
    a.closed(1006, "");
    await bench.clock.settle();
    expect(env.lines).toEqual(["start", "start", "start", "start", "close a, field 0"]);
  });

  it("wakes for an error of a socket, and hears of it", async () => {
    class Watchful extends Sleeper {
      override onError(connection: Connection, error: unknown): void {
        this.env.lines.push(`error ${connection.id} ${String(error)}`);
      }
    }
    const { bench, env } = benchOf({ roomClass: Watchful });
    const a = await bench.join("room", "a");
    await bench.clock.advance(IDLE_MS);
    env.lines.length = 0;
    a.error("broken");
    await bench.clock.settle();
    expect([env.lines, bench.hosts.stats().woken]).toEqual([["start", "error a broken"], 1]);
  });

  it("sleeps after many have come at the same moment, and others while it was about to sleep", async () => {
    const { bench } = benchOf();
    for (let i = 0; i < 50; i++) bench.connect("room", `c${i}`);
    await bench.clock.advance(IDLE_MS - 1);
    const during = Array.from({ length: 50 }, (_, i) => bench.connect("room", `d${i}`));
    await bench.clock.advance(2 * IDLE_MS);
    expect(bench.hosts.stats()).toMatchObject({ rooms: { active: 0, hibernated: 1 }, connections: 100 });
    during[0]?.message("hi");
    await bench.clock.settle();
    expect(during[0]?.transport.sent).toEqual([expect.stringContaining("hi: field 1, total 1")]);
  });

  it("sleeps through ping", async () => {
    const { bench, env } = benchOf();
    const a = await bench.join();
    await bench.clock.advance(IDLE_MS);
    a.message("ping");
    await bench.clock.advance(IDLE_MS);
    expect([a.transport.sent, env.lines]).toEqual([["pong"], ["start"]]);
  });

  it("stays awake while there is something to do", async () => {
    const { bench } = benchOf();
    const a = await bench.join();
    for (let i = 0; i < 10; i++) {
      a.message(String(i));
      await bench.clock.advance(9_000);
    }
    expect(a.transport.sent.at(-1)).toContain("field 10");
  });

  it("stays awake for a tracked timer, and not for a cancelled one", async () => {
    const { bench } = benchOf();
    const a = await bench.join();
    a.message("timer");
    await bench.clock.advance(59_000);
    expect(bench.hosts.stats().rooms.active).toBe(1);
    await bench.clock.advance(1_000);
    expect(a.transport.sent.at(-1)).toBe("timer rang");
    await bench.clock.advance(IDLE_MS);
    a.message("cancel");
    await bench.clock.advance(IDLE_MS);
    expect(bench.hosts.stats().rooms.hibernated).toBe(1);
    await bench.clock.advance(60_000);
    expect(a.transport.sent.at(-1)).toContain("cancel");
  });

  it.each(["hold", "await"])("stays awake for a promise: %s", async (message) => {
    const { bench, env } = benchOf();
    let release = (): void => {};
    env.hold = new Promise<void>((resolve) => (release = resolve));
    const a = await bench.join();
    a.message(message);
    await bench.clock.advance(60_000);
    expect(bench.hosts.stats().rooms.active).toBe(1);
    release();
    await bench.clock.advance(IDLE_MS);
    expect(bench.hosts.stats().rooms.hibernated).toBe(1);
  });

  it("survives a waitUntil that rejects", async () => {
    const { bench, env } = benchOf();
    let fail = (_error: Error): void => {};
    env.hold = new Promise((_resolve, reject) => (fail = reject));
    const a = await bench.join();
    a.message("hold");
    await bench.clock.settle();
    fail(new Error("in the background"));
    await bench.clock.advance(IDLE_MS);
    expect(bench.errors("room.wait_until_failed").map(String)).toEqual(["Error: in the background"]);
    expect(bench.hosts.stats().rooms.hibernated).toBe(1);
  });

  it("closes the connection whose message it cannot wake up for", async () => {
    const { bench, driver, env } = benchOf();
    const [a, b] = [await bench.join("room", "a"), await bench.join("room", "b")];
    await bench.clock.advance(IDLE_MS);
    driver.failOpens = 1;
    a.message("lost");
    await bench.clock.settle();
    expect([a.transport.closed?.code, b.transport.closed]).toEqual([4500, undefined]);
    b.message("heard");
    await bench.clock.settle();
    expect(b.transport.sent[0]).toContain("heard");
    expect(env.lines).toEqual(["start", "start", "close a, field 0"]);
  });
});

describe("a close that a room cannot wake up for", () => {
  it("is forgotten with a room that nobody is left in", async () => {
    const { bench, driver, env } = benchOf();
    const [a, b] = [await bench.join("room", "a"), await bench.join("room", "b")];
    await bench.clock.advance(IDLE_MS);
    driver.failOpens = 2;
    a.closed(1006, "");
    await bench.clock.settle();
    b.closed(1001, "");
    await bench.clock.settle();
    const c = await bench.join("room", "c");
    c.message("still heard");
    await bench.clock.settle();
    expect(env.lines).toEqual(["start", "start"]);
    expect(c.transport.sent[0]).toContain("still heard");
  });

  it.each([
    ["its storage", 4500],
    ["its class", 1011],
  ])("is told of a connection that was closed because %s could not be started for its messages, once", async (what, code) => {
    class Unlucky extends Sleeper {
      static fails = 0;
      override onStart(): void {
        if (Unlucky.fails-- > 0) throw new Error("not now");
        super.onStart();
      }
      override onClose(connection: Connection<{ name: string }>, closedWith = 0): void {
        this.env.lines.push(`close ${connection.state?.name} ${closedWith}`);
      }
    }
    const { bench, driver, env } = benchOf({ roomClass: Unlucky });
    const [a, b] = [await bench.join("room", "a"), await bench.join("room", "b")];
    await bench.clock.advance(IDLE_MS);
    if (what === "its storage") driver.failOpens = 1;
    else Unlucky.fails = 1;
    for (const message of ["lost", "lost too"]) a.message(message);
    await bench.clock.settle();
    a.closed(code, "");
    b.message("heard");
    await bench.clock.settle();
    expect([a.transport.closed?.code, env.lines]).toEqual([code, ["start", "start", `close a ${code}`]]);
    expect(b.transport.sent[0]).toContain("heard");
  });

  it("is told as it came, where the client had left before its message was refused", async () => {
    const { bench, driver, env } = benchOf();
    const [a, b] = [await bench.join("room", "a"), await bench.join("room", "b")];
    await bench.clock.advance(IDLE_MS);
    driver.failOpens = 1;
    a.message("lost");
    a.closed(1001, "");
    await bench.clock.settle();
    b.message("heard");
    await bench.clock.settle();
    expect([a.transport.closed, env.lines]).toEqual([undefined, ["start", "start", "close a, field 0"]]);
  });

  it("is told when something else wakes it", async () => {
    const { bench, driver, env } = benchOf();
    const [a, b] = [await bench.join("room", "a"), await bench.join("room", "b")];
    await bench.clock.advance(IDLE_MS);
    driver.failOpens = 1;
    a.closed(1006, "");
    await bench.clock.settle();
    b.message("heard");
    await bench.clock.settle();
    expect(env.lines).toEqual(["start", "start", "close a, field 0"]);
    expect(b.transport.sent[0]).toContain("heard");
  });

  it("is told before its client comes again, in an instance that starts with the props of that", async () => {
    class Doorkeeper extends Sleeper {
      override onStart(props?: unknown): void {
        this.env.lines.push(`start ${String(props)}`);
      }
      override onConnect(connection: Connection): void {
        this.env.lines.push(`connect ${connection.id}`);
        super.onConnect(connection);
      }
    }
    const { bench, driver, env } = benchOf({ roomClass: Doorkeeper });
    const a = await bench.join("room", "a");
    await bench.join("room", "b");
    await bench.clock.advance(IDLE_MS);
    driver.failOpens = 1;
    a.closed(1006, "");
    await bench.clock.settle();
    env.lines.length = 0;
    const uri = "http://rooms.test/parties/test/room?_pk=a";
    bench.hosts.connect("test", "room", new FakeTransport(), { id: "a", uri, request: testRequest(uri), props: "again" });
    await bench.clock.settle();
    expect(env.lines).toEqual(["start again", "close a, field 0", "connect a"]);
  });
});

describe("with hibernate: always", () => {
  it("a room is evicted after every event, and still loses and doubles nothing", async () => {
    const { bench, driver } = benchOf({ hibernate: "always" });
    const clients = [await bench.join("room", "a"), await bench.join("room", "b")];
    for (let i = 0; i < 40; i++) clients[i % 2]?.message(String(i));
    await bench.clock.settle();
    const totals = clients.flatMap(({ transport }) => transport.sent.map((line) => Number(/total (\d+)/.exec(String(line))?.[1])));
    expect(totals.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(clients.flatMap(({ transport }) => transport.sent).every((line) => String(line).includes("field 1,"))).toBe(true);
    expect(driver.counts.opens).toBe(42);
    expect(bench.hosts.stats().rooms).toMatchObject({ active: 0, hibernated: 1 });
  });

  it("a room stays awake for a timer that is due and waits behind another event", async () => {
    class HastyClock extends VirtualClock {
      isHasty = false;
      override async settle(): Promise<void> {
        if (!this.isHasty) await super.settle();
      }
    }
    const clock = new HastyClock();
    const bench = new RoomBench<Env>(Sleeper, { lines: [], hold: undefined }, { clock, hibernate: "always" });
    const a = await bench.join();
    a.message("timer");
    await clock.settle();
    a.message("next");
    clock.isHasty = true;
    await clock.advance(60_000);
    clock.isHasty = false;
    await clock.settle();
    expect(a.transport.sent.at(-1)).toBe("timer rang");
    expect(bench.hosts.stats().rooms.hibernated).toBe(1);
  });

  it("stays awake over a handler that awaits something else", async () => {
    const { bench, env } = benchOf({ hibernate: "always" });
    let release = (): void => {};
    env.hold = new Promise<void>((resolve) => (release = resolve));
    const a = await bench.join();
    a.message("await");
    a.message("next");
    await bench.clock.settle();
    expect(a.transport.sent.at(-1)).toContain("field 2");
    release();
    await bench.clock.settle();
    expect(bench.hosts.stats().rooms.hibernated).toBe(1);
  });
});

describe("a class without hibernate", () => {
  class Wakeful extends Sleeper {
    static override options = { hibernate: false };
  }

  it("stays in memory while it has connections, and leaves it some time after the last", async () => {
    const { bench, env } = benchOf({ roomClass: Wakeful, hibernate: "always" });
    const a = await bench.join("room", "a");
    a.message("one");
    await bench.clock.advance(600_000);
    a.message("two");
    await bench.clock.settle();
    expect(a.transport.sent[1]).toContain("field 2");
    a.closed(1000, "");
    await bench.clock.settle();
    expect((await bench.request()).body).toBe("field 2, 0 red");
    await bench.clock.advance(IDLE_MS);
    expect(bench.hosts.stats().rooms).toEqual({ active: 0, hibernated: 0, cold: 1 });
    expect((await bench.request()).body).toBe("field 0, 0 red");
    expect(env.lines).toEqual(["start", "close a, field 2", "start"]);
  });
});

it("options.hibernate comes from the nearest class that says it", () => {
  class Plain extends Server {}
  class Child extends Sleeper {}
  class Silent extends Sleeper {
    static override options = {} as typeof Sleeper.options;
  }
  class Off extends Silent {
    static override options = { hibernate: false };
  }
  expect([Plain, Sleeper, Child, Silent, Off].map(hibernates)).toEqual([false, true, true, true, false]);
});

describe("the state of a connection", () => {
  class Stateful extends Server<{ error?: unknown; seen?: unknown }> {
    static override options = { hibernate: true };
    override onMessage(connection: Connection<unknown>, message: string): void {
      try {
        if (message === "big") connection.setState("x".repeat(16_384));
        else if (message === "fits") connection.setState("x".repeat(16_000));
        else if (message === "function") connection.setState(() => () => 1);
        else if (message === "clear") connection.setState(null);
        else if (message !== "look") connection.setState((previous: unknown) => [previous, message]);
      } catch (error) {
        this.env.error = error;
      }
      this.env.seen = connection.state;
    }
  }

  it.each([undefined, "always" as const])("is a copy that is limited to 16,384 bytes (hibernate: %s)", async (hibernate) => {
    const env: { error?: unknown; seen?: unknown } = {};
    const bench = new RoomBench(Stateful, env, hibernate ? { hibernate } : {});
    const a = await bench.join();
    const say = async (message: string): Promise<unknown> => {
      a.message(message);
      await bench.clock.settle();
      return env.seen;
    };
    expect(await say("look")).toBeNull();
    expect(await say("one")).toEqual([null, "one"]);
    expect(await say("two")).toEqual([[null, "one"], "two"]);
    expect(await say("big")).toEqual([[null, "one"], "two"]);
    expect(env.error).toMatchObject({ name: "ConnectionStateError", code: "state_too_large" });
    await say("function");
    expect(env.error).toMatchObject({ code: "state_not_cloneable" });
    expect(String(await say("fits"))).toHaveLength(16_000);
    expect(await say("clear")).toBeNull();
  });
});
