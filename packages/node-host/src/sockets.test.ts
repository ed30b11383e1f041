// Rooms over real sockets, once with rooms that stay in memory for a while and once with eviction after every event.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TestRooms } from "./testing/test-rooms.ts";

describe.each(["idle", "always"] as const)("sockets of rooms (hibernate: %s)", (hibernate) => {
  let rooms: TestRooms;
  beforeEach(async () => {
    rooms = new TestRooms();
    await rooms.start({ hibernate });
  });
  afterEach(() => rooms.stop());

  it("are greeted first, with the raw name of the room and the id they asked for", async () => {
    const a = rooms.client("/parties/parrot/a%20b%2F?_pk=me&_pk=other&tag=red");
    expect(await a.next()).toBe("hello me in a%20b%2F");
    a.send("tagged red");
    expect(await a.next()).toBe("me");
  });

  it("get an id if they bring none or an empty one, and reach the main party by /party", async () => {
    const greetings = await Promise.all([rooms.client("/party/x").next(), rooms.client("/party/x?_pk=").next()]);
    const ids = greetings.map((greeting) => /^hello (\S{21}) in x$/.exec(String(greeting))?.[1]);
    expect(new Set(ids).size).toBe(2);
    expect(ids).not.toContain(undefined);
  });

  it("exchange text and binary messages in order", async () => {
    const a = await rooms.join("x");
    for (let i = 0; i < 50; i++) a.send(i % 2 === 0 ? Uint8Array.of(i) : "count");
    const answers = await a.take(50);
    expect(answers.map((answer) => (typeof answer === "string" ? answer : answer[0]))).toEqual(
      Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? i + 1 : `count ${(i + 1) / 2}`)),
    );
  });

  it("hear broadcasts of their room only, and what is sent to them only", async () => {
    const [a, b, c] = [await rooms.join("x", "?_pk=a"), await rooms.join("x", "?_pk=b"), await rooms.join("y", "?_pk=c")];
    expect(await a.next()).toBe("joined b");
    a.send("others secret");
    expect(await b.next()).toBe("b: secret".replace("b", "a"));
    a.send("to b=psst");
    expect(await b.next()).toBe("psst");
    for (const client of [a, c]) {
      client.send("field");
      expect(String(await client.next())).toMatch(/^field/);
    }
    expect([a, b, c].map(({ unread }) => unread)).toEqual([0, 0, 0]);
  });

  it("tell the room of their end, and are not listed by then", async () => {
    const [a, b, c] = [await rooms.join("x", "?_pk=a"), await rooms.join("x", "?_pk=b"), await rooms.join("x", "?_pk=c")];
    expect(await a.take(2)).toEqual(["joined b", "joined c"]);
    expect(await b.close(4321, "bye")).toEqual({ code: 4321, reason: "bye" });
    expect(await a.next()).toBe("left b 4321 bye true a,c");
    c.socket.terminate();
    expect(await a.next()).toBe("left c 1006  false a");
    const d = await rooms.join("x", "?_pk=d");
    expect(await a.next()).toBe("joined d");
    expect((await d.close()).code).toBe(1005);
    expect(await a.next()).toBe("left d 1005  true a");
  });

  it("are closed with a legal code and a reason that fits", async () => {
    const a = await rooms.join("x");
    a.send("close 4001");
    expect(await a.closed).toEqual({ code: 4001, reason: "é".repeat(61) });
    for (const code of [1005, 1006, 1015, 7, 5000]) {
      const b = await rooms.join("x");
      b.send(`close ${code}`);
      expect(await b.closed).toEqual({ code: 1005, reason: "" });
    }
  });

  it("replace an older one with the same id, in either order of closing", async () => {
    const watcher = await rooms.join("x", "?_pk=w");
    const first = await rooms.join("x", "?_pk=a");
    const second = await rooms.join("x", "?_pk=a");
    expect(await first.closed).toEqual({ code: 4000, reason: "replaced" });
    expect(await watcher.take(3)).toEqual(["joined a", "left a 4000 replaced true w", "joined a"]);
    watcher.send("others heard");
    expect(await second.next()).toBe("w: heard");
    await second.close(1000);
    expect(await watcher.next()).toBe("left a 1000  true w");
    const third = await rooms.join("x", "?_pk=a");
    watcher.send("others again");
    expect(await third.next()).toBe("w: again");
  });

  it("see one error frame when their session cannot be set up", async () => {
    for (const how of ["sync", "later"]) {
      const a = rooms.client(`/parties/parrot/x?throw=${how}`);
      expect(await a.next()).toBe('{"error":"Internal error"}');
      expect(await a.closed).toEqual({ code: 1011, reason: "Uncaught exception during session setup" });
    }
    await rooms.join("x");
    expect(rooms.server.stats().connections).toBe(1);
  });

  it("live on when a message of theirs throws", async () => {
    const a = await rooms.join("x");
    a.send("throw");
    a.send("count");
    expect(await a.next()).toBe("count 1");
  });

  it("keep at most 16,384 bytes of state", async () => {
    const a = await rooms.join("x");
    for (const [size, answer] of [
      [16_000, "kept"],
      [16_384, "state_too_large"],
    ] as const) {
      a.send(`state ${size}`);
      expect(await a.next()).toBe(answer);
    }
  });

  it("lose and double nothing when many of them talk at once", async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, (_, i) => rooms.join("busy", `?_pk=c${i}`)));
    for (let i = 0; i < 25; i++) for (const client of clients) client.send("count");
    const answers = await Promise.all(
      clients.map(async (client) => {
        const counts: number[] = [];
        while (counts.length < 25) {
          const message = String(await client.next());
          if (message.startsWith("count")) counts.push(Number(message.slice(6)));
        }
        return counts;
      }),
    );
    for (const counts of answers) expect(counts).toEqual(counts.toSorted((x, y) => x - y));
    expect(answers.flat().toSorted((x, y) => x - y)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
  });

  it("find what was stored after the server was started anew", async () => {
    const a = await rooms.join("x");
    a.send("put kept");
    a.send("get");
    expect(await a.next()).toBe("kept");
    await rooms.server.close({ reason: "restart" });
    expect(await a.closed).toEqual({ code: 1012, reason: "restart" });
    await rooms.start({ hibernate });
    const b = await rooms.join("x");
    b.send("get");
    expect(await b.next()).toBe("kept");
    expect(rooms.server.stats().rooms).toEqual({ active: hibernate === "idle" ? 1 : 0, hibernated: hibernate === "idle" ? 0 : 1, cold: 0 });
  });
});

describe("an idle room", () => {
  let rooms: TestRooms;
  beforeEach(async () => {
    rooms = new TestRooms();
    await rooms.start({ hibernateAfterMs: 20 });
  });
  afterEach(() => rooms.stop());

  it("hibernates with its socket open, and wakes with fields reset and state and tags kept", async () => {
    const a = await rooms.join("x", "?_pk=a&tag=red");
    for (let round = 0; round < 3; round++) {
      await rooms.until(() => rooms.server.stats().rooms.hibernated === 1);
      a.send("field");
      expect(await a.next()).toBe('field 1 {"seen":null} a/red');
    }
    expect(rooms.server.stats()).toMatchObject({ connections: 1, woken: 3 });
  });

  it("wakes for the end of a socket", async () => {
    const a = await rooms.join("x", "?_pk=a");
    await rooms.until(() => rooms.server.stats().rooms.hibernated === 1);
    await a.close(1000);
    await rooms.until(() => rooms.server.stats().rooms.active === 0 && rooms.server.stats().connections === 0);
    const answer = await fetch(`${rooms.server.url}/parties/parrot/x`);
    expect(await answer.json()).toMatchObject({ left: "a" });
  });

  it("stays in memory where the class does not hibernate, until the last has left", async () => {
    const a = await rooms.join("x", "", "wakeful");
    const b = await rooms.join("y");
    await rooms.until(() => rooms.server.stats().rooms.hibernated === 1);
    a.send("field");
    a.send("field");
    expect((await a.take(2))[1]).toMatch(/^field 2/);
    await a.close();
    await b.close();
    await rooms.until(() => rooms.server.stats().rooms.active === 0);
    expect(rooms.server.stats()).toMatchObject({ rooms: { hibernated: 0 }, connections: 0 });
  });
});
