import { boardFromEntries, hashBoard, type Entry } from "@inkroom/model";
import { CLOSE, HELLO_DEADLINE_MS, MAX_HELLO_BYTES, PROTOCOL_VERSION } from "@inkroom/protocol";
import { expect, test } from "vitest";
import { add, del, stroke } from "./testing/shapes-for-tests.ts";
import { clientIdOf, hello, only, TestRoom } from "./testing/test-room.ts";

test("the first hello on an empty board is answered by a tail of nothing and the peers", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  const messages = ann.take();
  expect(messages.map(({ t }) => t)).toEqual(["welcome", "peers"]);
  expect(messages[0]).toEqual({
    t: "welcome",
    v: PROTOCOL_VERSION,
    epoch: "epoch-1",
    head: 0,
    lastN: 0,
    mode: "tail",
    role: "edit",
    peer: 1,
  });
  expect(messages[1]).toEqual({ t: "peers", list: [], all: true });
});

test("a newcomer gets a snapshot that hashes like the room's board, then the peers", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  for (let n = 1; n <= 30; n++) host.push(ann, n, [add(`s${n}`)]);
  host.push(ann, 31, [del("s1", "s2")]);
  host.advance(50);
  const bob = host.join("bob");
  const messages = bob.take();
  const entries = only(messages, "snap").flatMap((snap) => snap.entries) as Entry[];
  expect(messages.map(({ t }) => t)).toEqual(["welcome", "snap", "peers"]);
  expect(hashBoard(boardFromEntries(entries))).toBe(hashBoard(host.room.board));
  expect(only(messages, "welcome")[0]).toMatchObject({ head: 31, mode: "snapshot", peer: 2 });
});

test("a large board comes in several parts, none twice", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  const points = Array.from({ length: 1_500 }, (_, i) => ({ x: i * 90, y: (i % 7) * 4_000 }));
  for (let n = 1; n <= 100; n++) host.push(ann, n, [{ op: "add", shape: stroke(`s${n}`, points) }]);
  host.advance(1_000);
  const bob = host.join("bob");
  host.advance(1_000);
  const snaps = only(bob.take(), "snap");
  expect(snaps.length).toBeGreaterThan(1);
  expect(snaps.map(({ part }) => part)).toEqual(snaps.map((_, i) => i + 1));
  expect(new Set(snaps.map(({ parts }) => parts))).toEqual(new Set([snaps.length]));
  expect(snaps.flatMap(({ entries }) => entries)).toHaveLength(100);
});

test.each([
  [0, 0],
  [9, 0],
  [0, 9],
  [9, 9],
  [4, 5],
])("who looks at column %i, row %i of a board gets the part of it that lies there first, and each part once", (column, row) => {
  const host = new TestRoom();
  const ann = host.join("ann");
  const points = Array.from({ length: 1_500 }, (_, i) => ({ x: (i % 2) * 90, y: (i % 7) * 4_000 }));
  // Put down in an order that has little to do with where they lie.
  for (let n = 1; n <= 100; n++) {
    const at = (n * 37) % 100;
    const [x, y] = [(at % 10) * 9_000, Math.floor(at / 10) * 9_000];
    host.push(ann, n, [{ op: "add", shape: { ...stroke(`${at % 10}-${Math.floor(at / 10)}`, points), x, y } }]);
  }
  host.advance(1_000);
  const bob = host.connect("bob");
  host.send(bob, hello("bob", { near: [column * 9_000, row * 9_000] }));
  host.advance(1_000);
  const snaps = only(bob.take(), "snap");
  expect(snaps.length).toBeGreaterThan(2);
  expect(boardFromEntries((snaps[0]?.entries ?? []) as Entry[]).get(`${column}-${row}`)).toBeDefined();
  expect(snaps.map(({ part }) => part).toSorted((a, b) => a - b)).toEqual(snaps.map((_, i) => i + 1));
  expect(snaps.flatMap(({ entries }) => entries)).toHaveLength(100);
});

test("who says what they see is told how many of the parts have something there, and gets those first", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  const points = Array.from({ length: 1_500 }, (_, i) => ({ x: (i % 2) * 90, y: (i % 7) * 4_000 }));
  for (let n = 1; n <= 100; n++)
    host.push(ann, n, [{ op: "add", shape: { ...stroke(`s${n}`, points), x: ((n * 37) % 100) * 9_000 - 450_000 } }]);
  host.advance(1_000);
  const partsOf = (name: string, near?: [number, number] | [number, number, number, number]) => {
    const connection = host.connect(name);
    host.send(connection, hello(name, near && { near }));
    host.advance(1_000);
    const messages = connection.take();
    const xs = only(messages, "snap").map(({ entries }) => entries.flatMap((entry) => (entry.state === "live" ? entry.shape.x : [])));
    return { first: only(messages, "welcome")[0]?.first, xs };
  };
  const { first = 0, xs } = partsOf("bob", [-90_000, -10, 180_000, 20]);
  const isSeen = (x: number): boolean => x >= -90_000 && x <= 90_000;
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(xs.length);
  expect(xs.slice(0, first).every((part) => part.some(isSeen))).toBe(true);
  expect(xs.slice(first).flat().some(isSeen)).toBe(false);
  expect(partsOf("eve", [-450_000, 900_000, 10, 10]).first).toBe(0);
  expect(partsOf("dan").first).toBeUndefined();
});

test("who was away a little gets only the missed ops", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  for (let n = 1; n <= 5; n++) host.push(ann, n, [add(`s${n}`)]);
  host.advance(50);
  const bob = host.join("bob", { since: 3, epoch: "epoch-1" });
  const messages = bob.take();
  expect(only(messages, "welcome")[0]?.mode).toBe("tail");
  expect(only(messages, "ops").flatMap(({ list }) => list.map(({ seq }) => seq))).toEqual([4, 5]);
});

test.each([
  ["a future seq", 99, "epoch-1"],
  ["another epoch", 2, "epoch-0"],
  ["no epoch", 2, undefined],
  ["nothing", 0, "epoch-1"],
])("who claims %s gets a snapshot", (_name, since, epoch) => {
  const host = new TestRoom();
  const ann = host.join("ann");
  for (let n = 1; n <= 5; n++) host.push(ann, n, [add(`s${n}`)]);
  const bob = host.join("bob", { since, ...(epoch === undefined ? {} : { epoch }) });
  expect(only(bob.take(), "welcome")[0]?.mode).toBe("snapshot");
});

test.each([
  ["the same transaction", 3, "tail"],
  ["another one", 2, "snapshot"],
])("who knows %s at its seq (%i) is answered by a %s", (_, n, mode) => {
  const host = new TestRoom();
  const ann = host.join("ann");
  for (let at = 1; at <= 5; at++) host.push(ann, at, [add(`s${at}`)]);
  host.advance(50);
  const bob = host.join("bob", { since: 3, epoch: "epoch-1", tip: `${clientIdOf("ann")}.${n}` });
  expect(only(bob.take(), "welcome")[0]).toMatchObject({ head: 5, mode });
});

test("what is committed while a newcomer reads the snapshot comes after it, without a gap", () => {
  const host = new TestRoom({ opsBacklogBytes: 1_000 });
  const ann = host.join("ann");
  for (let n = 1; n <= 60; n++) host.push(ann, n, [add(`s${n}`)]);
  host.advance(50);
  const bob = host.connect("bob");
  bob.bufferedAmount = 5_000;
  host.send(bob, hello("bob"));
  host.push(ann, 61, [add("s61")]);
  host.advance(100);
  expect(bob.take().map(({ t }) => t)).toEqual(["welcome"]);
  bob.bufferedAmount = 0;
  host.advance(100);
  host.push(ann, 62, [add("s62")]);
  host.advance(100);
  const messages = bob.take();
  expect(messages.map(({ t }) => t)).toEqual(["snap", "ops", "peers", "ops"]);
  expect(only(messages, "ops").flatMap(({ list }) => list.map(({ seq }) => seq))).toEqual([61, 62]);
});

test("welcome says which of the client's transactions are decided", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  host.push(ann, 1, [add("s1")]);
  host.push(ann, 2, [{ op: "set", id: "s1", props: { x: 1 } }]);
  host.leave(ann);
  expect(only(host.join("ann").take(), "welcome")[0]?.lastN).toBe(2);
});

test.each([
  ["before hello anything else", JSON.stringify({ t: "me", active: true }), CLOSE.badMessage],
  ["an empty frame", "", CLOSE.badMessage],
  ["a hello of another version", JSON.stringify({ ...hello("ann"), v: 99 }), CLOSE.version],
  ["a hello whose version is no number", JSON.stringify({ ...hello("ann"), v: "1" }), CLOSE.version],
  ["a hello with another's client id", JSON.stringify({ ...hello("ann"), clientId: clientIdOf("bob") }), CLOSE.forbidden],
  ["a hello that is too large", JSON.stringify({ ...hello("ann"), name: "x".repeat(MAX_HELLO_BYTES) }), CLOSE.tooBig],
])("%s closes the connection", (_name, frame, code) => {
  const host = new TestRoom();
  const connection = host.connect("ann");
  host.raw(connection, frame);
  expect(connection.closedWith).toBe(code);
  expect(connection.frames).toEqual([]);
  expect(host.timers).toBe(0);
});

test("a second hello closes the connection", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  host.send(ann, hello("ann"));
  expect(ann.closedWith).toBe(CLOSE.badMessage);
});

test("who says nothing is closed at the deadline, not before", () => {
  const host = new TestRoom();
  const quiet = host.connect("quiet");
  host.advance(HELLO_DEADLINE_MS - 1);
  expect(quiet.closedWith).toBeUndefined();
  host.advance(1);
  expect(quiet.closedWith).toBe(CLOSE.helloTimeout);
});

test("a connection without a grant is closed", () => {
  const host = new TestRoom();
  const stranger = host.connect("x", undefined);
  // `connect` fills in a role for undefined; an unknown role is no grant either.
  host.room.onConnect(stranger, { request: { headers: { get: () => '{"role":"owner","link":"l"}' } } as never });
  expect(stranger.closedWith).toBe(CLOSE.forbidden);
});

test("a client that connects a second time takes over from its first connection", () => {
  const host = new TestRoom();
  const first = host.join("ann", { id: "c1" });
  const watcher = host.join("bob");
  watcher.take();
  const second = host.join("ann", { id: "c2" });
  host.advance(20);
  expect(first.closedWith).toBe(CLOSE.replaced);
  expect(second.closedWith).toBeUndefined();
  host.room.onClose(first);
  host.advance(20);
  const peers = new Map(only(watcher.take(), "peers").flatMap(({ list }) => list));
  expect([...peers.values()].filter((state) => state !== null).map((state) => state?.name)).toEqual(["ann"]);
});

test("the connection made last keeps its client: a late hello of an earlier one ends that one", () => {
  const host = new TestRoom();
  const late = host.connect("first");
  const living = host.join("ann", { id: "second" });
  host.send(late, hello("ann"));
  expect([late.closedWith, living.closedWith]).toEqual([CLOSE.replaced, undefined]);
  host.push(living, 1, [add("s1")]);
  expect(only(living.take(), "ack")).toHaveLength(1);
});

test("the order of connections outlives the room's memory", () => {
  const host = new TestRoom();
  host.connect("first");
  host.join("ann", { id: "second" });
  host.advance(50);
  host.hibernate();
  const [late, living] = host.connections;
  if (late !== undefined) host.send(late, hello("ann"));
  expect([late?.closedWith, living?.closedWith]).toEqual([CLOSE.replaced, undefined]);
});

test("a predecessor with the same connection id, whose close never comes, leaves no ghost", () => {
  const host = new TestRoom();
  const bob = host.join("bob");
  host.join("ann", { id: "same" });
  host.advance(20);
  host.join("cat", { id: "same" });
  host.advance(20);
  const peers = new Map(only(bob.take(), "peers").flatMap(({ list }) => list));
  expect([...peers.values()].filter((state) => state !== null).map((state) => state?.name)).toEqual(["cat"]);
});

test("one connection too many is told that the room is full", () => {
  const host = new TestRoom({ maxConnections: 2 });
  host.join("ann");
  host.join("bob");
  expect(host.connect("cat").closedWith).toBe(CLOSE.full);
});

test("a text hello is answered in JSON", () => {
  const host = new TestRoom();
  const ann = host.join("ann", { encoding: "text" });
  expect(ann.frames.every((frame) => typeof frame === "string")).toBe(true);
});

test("newcomers at about the same time share one encoded snapshot", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  for (let n = 1; n <= 5; n++) host.push(ann, n, [add(`s${n}`)]);
  const bob = host.join("bob");
  host.push(ann, 6, [add("s6")]);
  host.advance(50);
  const cat = host.join("cat");
  expect(cat.frames[1]).toBe(bob.frames[1]);
  expect(only(cat.take(), "ops").flatMap(({ list }) => list.map(({ seq }) => seq))).toEqual([6]);
});
