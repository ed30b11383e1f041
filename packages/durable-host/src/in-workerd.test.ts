// What this host adds to Durable Objects, in workerd. What it shares with rooms on Node is in packages/conformance.
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withTables } from "./schema.ts";
import { roomBytes, SqlTable } from "./sql-bytes.ts";
import { SqlLog } from "./sql-log.ts";
import { type Step, takeSteps } from "./testing/log-steps.ts";
import { nodeSql } from "./testing/node-sql.ts";
import { startWorkerd, type Workerd } from "./testing/workerd.ts";

const started = await startWorkerd({
  worker: join(import.meta.dirname, "testing/probe-worker.ts"),
  classes: ["ProbeRoom"],
  rooms: "@inkroom/durable-host",
}).catch((error: unknown) => {
  if (process.platform === "linux" && process.arch === "x64") throw error; // it runs there: no excuse
  process.stderr.write(`\nThe Durable Objects host was not tried in workerd: ${String(error)}\n`);
  return undefined;
});

const client = fc.constantFrom("a", "b", "é🖋");
const n = fc.integer({ min: 1, max: 6 });
const key = fc.constantFrom("a", "a/1", "a/2", "a\u0000b", "é", "\uffff", "\u{10000}", "");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constantFrom("append", "append", "refuse", "find", "refusal"), client, n) as fc.Arbitrary<Step>,
  fc.tuple(fc.constant("lastOf"), client) as fc.Arbitrary<Step>,
  fc.tuple(fc.constant("read"), fc.integer({ min: 0, max: 9 }), n) as fc.Arbitrary<Step>,
  fc.tuple(fc.constant("put"), key, fc.integer({ min: 0, max: 255 })) as fc.Arbitrary<Step>,
  fc.tuple(fc.constantFrom("get", "delete"), key) as fc.Arbitrary<Step>,
  fc.tuple(fc.constant("list"), key) as fc.Arbitrary<Step>,
);
const EVERYTHING: readonly Step[] = [
  ["read", 1, 1_000],
  ["list", ""],
  ["lastOf", "a"],
  ["lastOf", "é🖋"],
];

describe.skipIf(started === undefined)("a room on Durable Objects", () => {
  let workerd: Workerd;
  beforeAll(() => {
    workerd = started as Workerd; // reason: skipped otherwise
  });
  afterAll(() => workerd?.stop());

  const run = async (room: string, verb: string, argument?: unknown): Promise<unknown> => {
    const init = { method: "POST", body: JSON.stringify([verb, argument]) };
    const answer = await fetch(`${workerd.url}/parties/probe-room/${room}`, init);
    if (!answer.ok) throw new Error(`${verb}: ${answer.status}`);
    return answer.json();
  };
  const dial = (room: string, id: string) => {
    const socket = new WebSocket(`${workerd.url.replace("http", "ws")}/parties/probe-room/${room}?_pk=${id}`);
    const heard: string[] = [];
    const waiting: (() => void)[] = [];
    socket.addEventListener("message", ({ data }: MessageEvent) => {
      heard.push(String(data));
      for (const each of waiting.splice(0)) each();
    });
    const closed = new Promise<number>((resolve) => socket.addEventListener("close", ({ code }) => resolve(code)));
    const opened = new Promise<void>((resolve) => socket.addEventListener("open", () => resolve()));
    const next = async (): Promise<string | undefined> => {
      if (heard.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      return heard.shift();
    };
    return { socket, closed, opened, next };
  };

  it("keeps its log and its bytes as SQLite on Node does, through kill -9", async () => {
    let room = 0;
    const compared = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
      const name = `steps-${(room += 1)}`;
      const sql = nodeSql();
      try {
        const open = withTables(sql);
        const kept = { log: new SqlLog(open), bytes: roomBytes(new SqlTable(open)) };
        expect(await run(name, "steps", steps)).toEqual(takeSteps(kept, steps));
        const all = takeSteps(kept, EVERYTHING);
        expect(await run(name, "steps", EVERYTHING)).toEqual(all);
        last = { name, all };
      } finally {
        sql.close();
      }
    });
    let last: { readonly name: string; readonly all: unknown[] } | undefined;
    await fc.assert(compared, { numRuns: 25 });
    workerd = await workerd.restart();
    expect(await run(last?.name ?? "", "steps", EVERYTHING)).toEqual(last?.all);
  });

  it("knows its party, its name and the time", async () => {
    expect(await run("a%20b", "who")).toEqual(["probe-room", "a%20b", "a%20b", true]);
  });

  it("has its connections on its context, the oldest first", async () => {
    const [ann, bea, cai] = [dial("lists", "ann"), dial("lists", "bea"), dial("lists", "cai")];
    await ann.opened.then(() => bea.opened);
    await cai.opened;
    ann.socket.send("all");
    expect([await bea.next(), await cai.next()]).toEqual(["to all", "to all"]);
    expect(((await ann.next()) ?? "").split(": ")[0]?.split(" ").sort()).toEqual(["ann", "bea", "cai"]);
    for (const { socket } of [ann, bea, cai]) socket.close();
  });

  it("lists connections in the order in which they came, also after one has come back", async () => {
    const ids = ["d", "b", "c", "a"];
    const people = [];
    for (const id of [...ids, "b"]) {
      const person = dial("order", id);
      await person.opened;
      people.push(person);
    }
    people[0]?.socket.send("hello");
    expect(await people[0]?.next()).toBe("d c a b: hello");
    for (const { socket } of people) socket.close();
  });

  it("runs its timers, and tells onException of one that throws", async () => {
    expect(await run("timers", "timers")).toEqual(["rang", "Error: in a timer"]);
  });

  it("throws a life away with what it had not committed when the room asks for it", async () => {
    await run("abort", "see", "before");
    const ann = dial("abort", "ann");
    await ann.opened;
    ann.socket.send("fail");
    // The platform cuts the lines: there is nobody left to send a close frame.
    expect(await ann.closed).toBe(1006);
    expect(await run("abort", "seen")).toEqual([]);
    expect(await run("abort", "steps", [["get", "half"]])).toEqual([null]);
  });

  it("leaves the alarm, the log and the bytes when all values are deleted", async () => {
    await run("forget", "steps", [["append", "a", 1]]);
    expect(await run("forget", "forget")).toEqual([0, true, 1]);
  });

  it("takes the log back with a transaction that throws", async () => {
    expect(await run("undo", "undo")).toEqual(["Error: no", 0, null, 1]);
  });
});
