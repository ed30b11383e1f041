// Listeners on connections, and answers whose body a host watches.
import { describe, expect, it } from "vitest";
import type { Connection } from "./connection.ts";
import type { BodyWatch, RoomResponse } from "./ports.ts";
import { Server } from "./server.ts";
import { createFaultDriver, RoomBench } from "./testing/index.ts";
import { createMemoryDriver } from "./memory/index.ts";

class Heard extends Server<{ heard: unknown[] }> {
  override onConnect(connection: Connection): void {
    const { heard } = this.env;
    const again = (event: { data: unknown }): unknown => heard.push(["again", event.data]);
    connection.addEventListener("message", (event) => heard.push(["message", event.data, connection.server]));
    connection.addEventListener("message", (event) => heard.push(["once", event.data]), { once: true });
    connection.addEventListener("message", again);
    connection.addEventListener("message", again); // counts once
    connection.addEventListener("message", {
      handleEvent({ data }) {
        if (data === "remove") connection.removeEventListener("message", again);
        if (data === "throw") throw new Error("of a listener");
      },
    });
    connection.addEventListener("close", ({ code, reason, wasClean }) => heard.push(["close", code, reason, wasClean]));
    connection.addEventListener("error", ({ error }) => heard.push(["error", error]));
  }
  override onMessage(_connection: Connection, message: string): void {
    this.env.heard.push(["hook", message]);
  }
  override onClose(): void {
    this.env.heard.push(["hook close"]);
  }
  override onException(error: Error): void {
    this.env.heard.push(["exception", error.message]);
  }
  override onRequest(): RoomResponse {
    this.ctx.storage.bytes.put("k", new Uint8Array(1));
    return this.ctx.newResponse("answer");
  }
}

const benchOf = () => {
  const heard: unknown[] = [];
  const bench = new RoomBench(Heard, { heard });
  const tell = async (client: { message(data: string): void }, ...messages: string[]): Promise<unknown[]> => {
    for (const message of messages) client.message(message);
    await bench.clock.settle();
    return heard.splice(0);
  };
  return { bench, heard, tell };
};

describe("listeners on a connection", () => {
  it("hear after the hook, in order, once if they want, and not when they were removed", async () => {
    const { bench, tell } = benchOf();
    const client = await bench.join("den");
    expect(await tell(client, "a")).toEqual([
      ["hook", "a"],
      ["message", "a", "den"],
      ["once", "a"],
      ["again", "a"],
    ]);
    expect(await tell(client, "remove", "b")).toEqual([
      ["hook", "remove"],
      ["message", "remove", "den"],
      ["again", "remove"],
      ["hook", "b"],
      ["message", "b", "den"],
    ]);
  });

  it("hear of errors and of the end", async () => {
    const { bench, heard } = benchOf();
    const client = await bench.join();
    client.error("broken");
    await bench.clock.settle();
    client.closed(1006, "");
    await bench.clock.settle();
    expect(heard).toEqual([["error", "broken"], ["hook close"], ["close", 1006, "", false]]);
  });

  it("that throw are told to onException and harm no one", async () => {
    const { bench, tell } = benchOf();
    const client = await bench.join();
    expect(await tell(client, "throw", "b")).toContainEqual(["exception", "of a listener"]);
    expect(client.transport.closed).toBeUndefined();
  });

  it("are not called in a class that hibernates", async () => {
    class Asleep extends Heard {
      static override options = { hibernate: true };
    }
    const heard: unknown[] = [];
    const bench = new RoomBench(Asleep, { heard });
    const client = await bench.join();
    client.message("a");
    client.closed(1000, "");
    await bench.clock.settle();
    expect(heard).toEqual([["hook", "a"], ["hook close"]]);
  });
});

describe("the body of an answer that the host watches", () => {
  const watchedBench = () => {
    const watches: BodyWatch[] = [];
    const cuts: Error[] = [];
    const driver = createFaultDriver(createMemoryDriver());
    const bench = new RoomBench(
      Heard,
      { heard: [] },
      {
        driver,
        watchBody(response, watch) {
          watches.push(watch);
          return { response, cut: (reason) => cuts.push(reason) };
        },
      },
    );
    return { bench, driver, watches, cuts };
  };

  it("has pieces that leave at once where nothing is unwritten, otherwise after the commit", async () => {
    const { bench, driver, watches } = watchedBench();
    await bench.request();
    const passed: string[] = [];
    watches[0]?.release(() => passed.push("first"));
    expect(passed).toEqual(["first"]);
    driver.failCommits = 1;
    const failing = bench.request(); // writes, and its commit fails
    await failing;
    watches[0]?.release(() => passed.push("never"));
    await bench.clock.settle();
    expect(passed).toEqual(["first"]);
  });

  it("keeps the room awake until it ends, and is cut with the room", async () => {
    const { bench, watches, cuts } = watchedBench();
    await bench.request();
    await bench.clock.advance(60_000);
    expect(bench.hosts.stats().rooms.active).toBe(1);
    watches[0]?.ended();
    watches[0]?.ended();
    await bench.clock.advance(60_000);
    expect(bench.hosts.stats().rooms.active).toBe(0);
    await bench.request();
    await bench.hosts.close();
    expect(cuts).toEqual([expect.objectContaining({ message: expect.stringContaining("thrown away") as string })]);
  });

  it("that fails is logged, and one that cannot be watched is a 500", async () => {
    const { bench, watches } = watchedBench();
    await bench.request();
    watches[0]?.ended({ error: "of the body" });
    expect(bench.errors("room.hook_failed")).toEqual(["of the body"]);
    const broken = new RoomBench(
      Heard,
      { heard: [] },
      {
        watchBody: () => {
          throw new TypeError("used before");
        },
      },
    );
    expect((await broken.request()).status).toBe(500);
  });
});
