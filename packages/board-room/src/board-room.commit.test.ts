import { hashBoard } from "@inkroom/model";
import { CLOSE, MAX_OPS_PER_PUSH, MAX_STRIKES, TARGET_PART_BYTES } from "@inkroom/protocol";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "./limits.ts";
import { add, del, move, stroke } from "./testing/shapes-for-tests.ts";
import { only, TestRoom } from "./testing/test-room.ts";

const badSet = { op: "set", id: "s1", props: { x: 5 } } as const;

test("a push is logged, acked and broadcast to everybody, its author included", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  const bob = host.join("bob");
  host.advance(20);
  bob.take();
  ann.take();
  host.push(ann, 1, [add("s1")]);
  host.advance(20);
  expect(only(ann.take(), "ack")).toEqual([{ t: "ack", n: 1, seq: 1 }]);
  expect(only(bob.take(), "ops").flatMap(({ list }) => list)).toMatchObject([{ seq: 1, n: 1, ops: [add("s1")] }]);
  expect(ann.frames.at(-1)).toBe(bob.frames.at(-1));
  expect(host.log.rows).toHaveLength(1);
});

test("an ops frame is encoded once per form, however many read it", () => {
  const host = new TestRoom();
  const readers = ["a", "b", "c"].map((name) => host.join(name));
  const texts = ["d", "e"].map((name) => host.join(name, { encoding: "text" }));
  host.advance(50);
  const author = host.join("author");
  host.advance(50);
  host.push(author, 1, [add("s1")]);
  const last = readers.map(({ frames }) => frames.at(-1));
  expect(last[0]).toBeInstanceOf(Uint8Array);
  expect(new Set(last).size).toBe(1);
  expect(texts[0]?.frames.at(-1)).toBe(texts[1]?.frames.at(-1));
});

test("a repeated push is applied once and acked with the same seq", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  ann.take();
  host.push(ann, 1, [add("s1")]);
  host.push(ann, 1, [add("s1")]);
  host.push(ann, 1, [add("s1")], "text");
  expect(only(ann.take(), "ack")).toEqual([
    { t: "ack", n: 1, seq: 1 },
    { t: "ack", n: 1, seq: 1, dup: true },
    { t: "ack", n: 1, seq: 1, dup: true },
  ]);
  expect(host.log.rows).toHaveLength(1);
});

test("the same number with another body is refused and the first stays", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  host.push(ann, 1, [add("s1")]);
  host.push(ann, 1, [add("s2")]);
  expect(only(ann.take(), "nack")).toEqual([{ t: "nack", n: 1, code: "seq_conflict" }]);
  expect(host.room.board.get("s2")).toBeUndefined();
});

test("a number too high is answered with the one that is next, and nothing is used up", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  host.push(ann, 3, [add("s1")]);
  expect(only(ann.take(), "nack")).toEqual([{ t: "nack", n: 3, code: "gap", expect: 1 }]);
  expect(host.log.refusals.size).toBe(0);
  host.push(ann, 1, [add("s1")]);
  expect(only(ann.take(), "ack")).toHaveLength(1);
});

test("a refused push uses its number up, and a repeat of it gets the same answer", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  host.push(ann, 1, [add("s1")]);
  host.push(ann, 2, [badSet]);
  host.push(ann, 3, [move("s1", 7)]);
  host.hibernate();
  const again = host.connections[0];
  if (again === undefined) throw new Error("the connection is gone");
  host.push(again, 2, [badSet]);
  expect(only(ann.take(), "nack")).toEqual([{ t: "nack", n: 2, code: "bad_value" }]);
  expect(only(again.take(), "nack")).toEqual([{ t: "nack", n: 2, code: "bad_value" }]);
  expect(host.room.board.get("s1")).toMatchObject({ x: 7 });
});

test("one bad op refuses the whole push and leaves the board as it was", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  host.push(ann, 1, [add("s1")]);
  const before = hashBoard(host.room.board);
  host.push(ann, 2, [add("s2"), move("s1", 3), badSet, del("s1")]);
  expect(only(ann.take(), "nack")).toEqual([{ t: "nack", n: 2, code: "bad_value" }]);
  expect(hashBoard(host.room.board)).toBe(before);
  expect(host.log.rows).toHaveLength(1);
});

test("an op is checked against what the ops before it in the same push have made", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  host.push(ann, 1, [add("s1"), { op: "set", id: "s1", props: { startHead: "arrow" } }]);
  expect(only(ann.take(), "nack")).toHaveLength(1);
});

test("edits and deletes of what is gone are acked and change nothing", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  host.push(ann, 1, [add("s1"), del("s1")]);
  const before = hashBoard(host.room.board);
  host.push(ann, 2, [move("s1", 5), del("s1", "never-was"), add("s1")]);
  expect(only(ann.take(), "ack").map(({ n }) => n)).toEqual([1, 2]);
  expect(hashBoard(host.room.board)).toBe(before);
});

test("a full board refuses what would add and takes what does not", () => {
  const host = new TestRoom({ maxShapes: 2 });
  const ann = host.join("ann");
  host.push(ann, 1, [add("s1"), add("s2")]);
  host.push(ann, 2, [add("s3")]);
  host.push(ann, 3, [move("s1", 4)]);
  const messages = ann.take();
  expect(only(messages, "nack")).toEqual([{ t: "nack", n: 2, code: "room_full" }]);
  expect(only(messages, "ack").map(({ n }) => n)).toEqual([1, 3]);
});

test("a full disk is a refusal for now: the same push is taken later", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  host.log.failWith = "full";
  host.push(ann, 1, [add("s1")]);
  expect(only(ann.take(), "nack")).toEqual([{ t: "nack", n: 1, code: "storage" }]);
  expect(host.room.board.size).toBe(0);
  host.log.failWith = undefined;
  host.push(ann, 1, [add("s1")]);
  expect(only(ann.take(), "ack")).toHaveLength(1);
});

test("a disk that takes no refusal either keeps a faulty push undecided", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  host.push(ann, 1, [add("s1")]);
  ann.take();
  host.log.failWith = "full";
  host.push(ann, 2, [badSet]);
  expect(only(ann.take(), "nack")).toEqual([{ t: "nack", n: 2, code: "storage" }]);
  host.log.failWith = undefined;
  host.push(ann, 2, [badSet]);
  expect(only(ann.take(), "nack")).toEqual([{ t: "nack", n: 2, code: "bad_value" }]);
  expect(host.aborts).toEqual([]);
});

test("a view link writes nothing, whatever it sends, and is still seen", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  host.push(ann, 1, [add("s1")]);
  const rows = [host.log.rows.length, host.log.refusals.size, host.bytes.puts];
  const viewer = host.join("viewer", { role: "view" });
  viewer.take();
  ann.take();
  host.push(viewer, 1, [add("s2")]);
  host.push(viewer, 1, [badSet]);
  host.raw(viewer, JSON.stringify({ t: "push", n: 2, ops: Array.from({ length: MAX_OPS_PER_PUSH + 1 }, () => del("s1")) }));
  host.send(viewer, { t: "draft", id: "d1", off: 0, bytes: new Uint8Array([1, 2]) });
  host.send(viewer, { t: "cursor", at: [1, 2] });
  host.send(viewer, { t: "me", name: "V" });
  host.advance(50);
  expect([host.log.rows.length, host.log.refusals.size, host.bytes.puts]).toEqual(rows);
  expect(only(viewer.take(), "nack").map(({ code }) => code)).toEqual(["forbidden", "forbidden", "forbidden"]);
  const seen = ann.take();
  expect(only(seen, "drafts")).toEqual([]);
  expect(only(seen, "ops")).toEqual([]);
  expect(only(seen, "cursors").flatMap(({ list }) => list)).toEqual([[2, 1, 2]]);
});

test("the third faulty message within the window closes the connection", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  for (let i = 1; i < MAX_STRIKES; i++) host.raw(ann, JSON.stringify({ t: "push", n: i, ops: [] }));
  expect(ann.closedWith).toBeUndefined();
  host.raw(ann, JSON.stringify({ t: "nonsense" }));
  expect(ann.closedWith).toBe(CLOSE.badMessage);
});

test("faults far apart are forgiven", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  for (let i = 0; i < MAX_STRIKES * 2; i++) {
    host.raw(ann, JSON.stringify({ t: "nonsense" }));
    host.advance(6_000);
  }
  expect(ann.closedWith).toBeUndefined();
});

test("pushes over the rate are refused for now; who goes on for too long is closed", () => {
  const host = new TestRoom({ pushes: { perSecond: 10, burst: 5 }, patienceMs: 3_000 });
  const ann = host.join("ann");
  for (let n = 1; n <= 7; n++) host.push(ann, n, [add(`s${n}`)]);
  const messages = ann.take();
  expect(only(messages, "ack")).toHaveLength(5);
  expect(only(messages, "nack").map(({ n, code }) => [n, code])).toEqual([
    [6, "rate"],
    [7, "rate"],
  ]);
  host.advance(1_000);
  host.push(ann, 6, [add("s6")]);
  expect(only(ann.take(), "ack").map(({ n }) => n)).toEqual([6]);
  for (let i = 0; i < 400 && ann.closedWith === undefined; i++) {
    host.push(ann, 7, [add("s7")]);
    host.advance(10);
  }
  expect(ann.closedWith).toBe(CLOSE.rate);
});

test("under load ops leave once per tick, the first of them at once", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  const bob = host.join("bob");
  host.advance(100);
  bob.take();
  for (let n = 1; n <= 40; n++) {
    host.push(ann, n, [add(`s${n}`)]);
    host.advance(1);
  }
  host.advance(20);
  const frames = only(bob.take(), "ops");
  expect(frames[0]?.list).toHaveLength(1);
  expect(frames).toHaveLength(4);
  expect(frames.flatMap(({ list }) => list.map(({ seq }) => seq))).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  host.advance(DEFAULT_LIMITS.sumAfterMs);
  expect(host.timers).toBe(0);
});

test("a reader that has stopped is given no more than the limit, then closed; the others get everything at once", () => {
  const host = new TestRoom({ pushes: { perSecond: 10_000, burst: 10_000 }, motion: { perSecond: 10_000, burst: 10_000 } });
  const ann = host.join("ann");
  const frozen = host.join("frozen");
  const bob = host.join("bob");
  host.advance(5_000);
  let given = 0;
  const send = frozen.send.bind(frozen);
  frozen.send = (data): void => {
    given += data instanceof ArrayBuffer || typeof data !== "string" ? data.byteLength : data.length;
    frozen.bufferedAmount = given;
    send(data);
  };
  bob.take();
  const points = Array.from({ length: 1_000 }, (_, i) => ({ x: i * 90, y: (i % 7) * 4_000 }));
  for (let n = 1; n <= 1_000; n++) {
    host.send(ann, { t: "cursor", at: [n, n] });
    host.push(ann, n, [{ op: "add", shape: stroke(`s${n}`, points) }]);
    host.advance(20);
  }
  host.advance(DEFAULT_LIMITS.stallMs);
  expect(given).toBeGreaterThan(DEFAULT_LIMITS.presenceBacklogBytes);
  expect(given).toBeLessThanOrEqual(DEFAULT_LIMITS.opsBacklogBytes + TARGET_PART_BYTES);
  expect(frozen.closedWith).toBe(CLOSE.slow);
  const heard = bob.take();
  expect(only(heard, "ops").flatMap(({ list }) => list)).toHaveLength(1_000);
  expect(only(heard, "cursors").length).toBeGreaterThan(990);
});

test("a reader that lags gets no more frames until it takes them, and then everything in order", () => {
  const host = new TestRoom({ opsBacklogBytes: 1_000, pushes: { perSecond: 1_000, burst: 1_000 } });
  const ann = host.join("ann");
  const slow = host.join("slow");
  host.advance(50);
  slow.take();
  slow.bufferedAmount = 2_000;
  for (let n = 1; n <= 300; n++) host.push(ann, n, [add(`s${n}`)]);
  host.advance(1_000);
  expect(slow.take()).toEqual([]);
  slow.bufferedAmount = 0;
  host.advance(10_000);
  expect(only(slow.take(), "ops").flatMap(({ list }) => list.map(({ seq }) => seq))).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
  expect(host.timers).toBe(0);
});

test("a reader that takes nothing for too long is closed", () => {
  const host = new TestRoom({ opsBacklogBytes: 1_000 });
  const ann = host.join("ann");
  const stuck = host.join("stuck");
  host.advance(50);
  stuck.bufferedAmount = 2_000;
  host.push(ann, 1, [add("s1")]);
  host.advance(20_000);
  expect(stuck.closedWith).toBe(CLOSE.slow);
  expect(host.timers).toBe(0);
});

test("a hook that fails half-way throws the room away: its board is ahead of the log by then", () => {
  const host = new TestRoom({ checkpointEvery: 2 });
  const ann = host.join("ann");
  host.push(ann, 1, [add("s1")]);
  host.advance(50);
  ann.take();
  host.bytes.failWith = "full";
  host.push(ann, 2, [add("s2")]);
  expect(host.aborts).toEqual(["a hook failed"]);
  expect(ann.take()).toEqual([]);
});

test("what clients send makes no hook fail", () => {
  const host = new TestRoom();
  const ann = host.join("ann", { encoding: "text" });
  for (const frame of ["[", "{}", '{"t":"push"}', '{"t":"push","n":1,"ops":[{"op":"add","shape":{"__proto__":null}}]}', "null", "9e999"])
    host.raw(ann, frame);
  expect(host.aborts).toEqual([]);
});
