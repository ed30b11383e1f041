// What a faulty room does to a real process: nothing to other rooms, and to its own others nothing but what it must.
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientFrame, rawUpgrade, TestClient } from "./testing/test-client.ts";

const dataDir = mkdtempSync(join(tmpdir(), "inkroom-faults-"));
let child: ChildProcess;
let url: string;
const logged: string[] = [];

const start = (dir: string): ChildProcess => fork(new URL("./testing/faulty-in-child.ts", import.meta.url), [dir], { stdio: "ignore" });

beforeAll(async () => {
  child = start(dataDir);
  [url] = (await once(child, "message")) as [string];
  child.on("message", (event) => logged.push(String(event)));
});
afterAll(async () => {
  expect(child.exitCode).toBeNull(); // whatever the rooms did, the process is there
  child.kill("SIGKILL");
  await once(child, "exit");
  rmSync(dataDir, { recursive: true, force: true });
});

const pathOf = (room: string, id: string): string => `/parties/faulty/${room}?_pk=${id}`;
const enter = (room: string, id: string): TestClient => new TestClient(url.replace("http", "ws") + pathOf(room, id));

/** What a connection hears to what it says. */
async function answer(client: TestClient, text = "hello"): Promise<string> {
  if (client.socket.readyState === client.socket.CONNECTING) await client.opened();
  client.send(text);
  return String(await client.next());
}

/** Resolves when the process has logged the event once more than `before` times. */
async function loggedAgain(event: string, before: number): Promise<void> {
  while (logged.filter((each) => each === event).length <= before) await once(child, "message");
}

const HEARD = "heard hello, stored undefined";
const STRAYS = ["leaves-a-promise", "leaves-a-promise-for-later"];
const THROWS = ["throws", "throws-a-string", "throws-nothing", "rejects", "rejects-with-null"];
const setUpFailed = ['{"error":"Internal error"}', { code: 1011, reason: "Uncaught exception during session setup" }];

/** What happens to the one whose hook fails, by hook. Resolves when it has happened. */
const OFFENDER: Readonly<Record<string, (room: string, fault: string) => Promise<unknown>>> = {
  async getConnectionTags(room, fault) {
    const bad = enter(room, "bad");
    await bad.opened();
    if (THROWS.includes(fault)) expect([await bad.next(), await bad.closed]).toEqual(setUpFailed);
  },
  async onConnect(room, fault) {
    const bad = enter(room, "bad");
    await bad.opened();
    if (THROWS.includes(fault)) expect([await bad.next(), await bad.closed]).toEqual(setUpFailed);
  },
  async onMessage(room) {
    const bad = enter(room, "bad");
    for (let i = 0; i < 2; i++) expect(await answer(bad)).toBe(HEARD); // it stays
  },
  async onClose(room) {
    const bad = enter(room, "bad");
    await answer(bad);
    expect(await bad.close(4321, "bye")).toEqual({ code: 4321, reason: "bye" });
  },
  async onError(room) {
    const socket = await rawUpgrade(Number(new URL(url).port), pathOf(room, "bad"));
    socket.write(clientFrame(3, Buffer.from("no such opcode")));
    await once(socket, "close");
  },
  async onRequest(room, fault) {
    const asked = fetch(`${url}/parties/faulty/${room}?bad`, fault === "never-settles" ? { signal: AbortSignal.timeout(200) } : {});
    if (fault === "never-settles") return expect(asked).rejects.toThrow("timeout");
    expect([(await asked).status, await (await asked).text()]).toEqual(THROWS.includes(fault) ? [500, "Internal error"] : [200, "fine"]);
  },
  async onAlarm(room) {
    const setter = enter(room, "setter");
    await setter.opened();
    setter.send("alarm");
    await answer(setter);
  },
};

describe.each(Object.keys(OFFENDER))("an %s", (hook) => {
  it.each([...THROWS, ...STRAYS, "never-settles"])("that %s harms nobody else", async (fault) => {
    const room = `${hook}.${fault}`;
    const neighbour = enter(room, "neighbour");
    const elsewhere = enter("elsewhere", room);
    for (const client of [neighbour, elsewhere]) expect(await answer(client)).toBe(HEARD);
    const before = logged.filter((each) => each === "room.hook_failed").length;
    await OFFENDER[hook]?.(room, fault);
    if (fault !== "never-settles") await loggedAgain("room.hook_failed", before);
    for (const client of [neighbour, elsewhere]) expect(await answer(client)).toBe(HEARD);
    expect(await (await fetch(`${url}/parties/faulty/${room}`)).text()).toBe("fine");
    expect(await answer(enter(room, "late"))).toBe(HEARD);
  });
});

describe("an onStart", () => {
  it.each(THROWS)("that %s refuses who waits, and the next one is let in", async (fault) => {
    const room = `onStart.${fault}`;
    const elsewhere = enter("elsewhere", room);
    const first = enter(room, "first");
    expect([await first.next(), await first.closed]).toEqual(setUpFailed);
    expect(await answer(enter(room, "second"))).toBe(HEARD);
    expect(await answer(elsewhere)).toBe(HEARD);
  });
});

it.each(["onMessage", "onRequest", "onConnect"])("an %s that stalls the process is named in the log, and then all go on", async (hook) => {
  const room = `${hook}.stalls`;
  const [neighbour, elsewhere] = [enter(room, "neighbour"), enter("elsewhere", room)];
  for (const client of [neighbour, elsewhere]) expect(await answer(client)).toBe(HEARD);
  const before = logged.filter((each) => each === "room.hook_blocked").length;
  const stalled =
    hook === "onRequest" ? fetch(`${url}/parties/faulty/${room}?bad`).then((answered) => answered.text()) : answer(enter(room, "bad"));
  await loggedAgain("room.hook_blocked", before);
  for (const client of [neighbour, elsewhere]) expect(await answer(client)).toBe(HEARD);
  expect(await stalled).toBe(hook === "onRequest" ? "fine" : HEARD);
});

it("a commit that the disk refuses lets nothing out, and the room comes back as it was stored", async () => {
  const [writer, neighbour, elsewhere] = [enter("commits", "writer"), enter("commits", "neighbour"), enter("elsewhere", "watcher")];
  for (const client of [writer, neighbour, elsewhere]) expect(await answer(client)).toBe(HEARD);
  writer.send("break the commit");
  for (const client of [writer, neighbour]) {
    expect(await client.closed).toEqual({ code: 4500, reason: "Storage failed" });
    expect(client.unread).toBe(0);
  }
  expect(await answer(enter("commits", "writer"))).toBe("heard hello, stored before");
  expect(await answer(elsewhere)).toBe(HEARD);
});

it("a promise that the application left, and no room, ends the process as it does everywhere", async () => {
  const other = start(join(dataDir, "other"));
  await once(other, "message");
  other.send("leave one");
  expect(await once(other, "exit")).toEqual([1, null]);
});
