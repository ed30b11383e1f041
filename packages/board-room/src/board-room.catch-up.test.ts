// What a client that comes back is sent, in messages and bytes.
import { type Board, boardFromEntries, type Entry, hashBoard, type Op } from "@inkroom/model";
import type { ServerMessage, SnapMessage } from "@inkroom/protocol";
import { expect, test } from "vitest";
import { add, del, move, stroke } from "./testing/shapes-for-tests.ts";
import type { TestConnection } from "./testing/test-connection.ts";
import { only, TestRoom } from "./testing/test-room.ts";

const FAST = { perSecond: 100_000, burst: 100_000 };
const EPOCH = "epoch-1";

/** A loop of handwriting. */
const LOOP = Array.from({ length: 120 }, (_, i) => ({ x: i * 10 + 72 * Math.sin(i / 6), y: 88 * Math.cos(i / 6) }));

function roomWith(strokes: number) {
  const host = new TestRoom({ pushes: FAST, frames: FAST });
  const ann = host.join("ann");
  let n = 0;
  const push = (...ops: Op[]): void => host.push(ann, (n += 1), ops);
  for (let at = 0; at < strokes; at += 200)
    push(...Array.from({ length: 200 }, (_, i): Op => ({ op: "add", shape: stroke(`s${at + i}`, LOOP) })));
  host.advance(1_000);
  return { host, push };
}

function bytesOf(connection: TestConnection): number {
  return connection.frames.reduce((sum, frame) => sum + (typeof frame === "string" ? frame.length : frame.byteLength), 0);
}

function copyOf(board: Board): Board {
  return boardFromEntries(board.entries());
}

/** The board with the entries of the parts put over it. */
function patched(board: Board, messages: readonly ServerMessage[]): Board {
  for (const { entries } of only(messages, "snap") as SnapMessage[]) for (const entry of entries as Entry[]) board.put(entry);
  return board;
}

test("ten missed transactions on a board of 10,000 strokes cost three messages and less than 6 KB", () => {
  const { host, push } = roomWith(10_000);
  const since = host.log.head();
  for (let i = 0; i < 10; i++) push({ op: "add", shape: stroke(`new${i}`, LOOP) });
  host.advance(100);
  const bob = host.join("bob", { since, epoch: EPOCH });
  expect(bob.frames.length).toBe(3);
  expect(bytesOf(bob)).toBeLessThan(6_000);
  const messages = bob.take();
  expect(messages.map(({ t }) => t)).toEqual(["welcome", "ops", "peers"]);
  expect(only(messages, "welcome")[0]?.mode).toBe("tail");
  expect(only(messages, "ops")[0]?.list.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 }, (_, i) => since + 1 + i));
});

test("a thousand moves of three shapes come back as three entries, tombstone included", () => {
  const { host, push } = roomWith(2_000);
  const since = host.log.head();
  const held = copyOf(host.room.board);
  for (let i = 0; i < 1_000; i++) push(move(`s${i % 3}`, i));
  push(del("s2"));
  host.advance(100);
  const bob = host.join("bob", { since, epoch: EPOCH });
  expect(bytesOf(bob)).toBeLessThan(2_000);
  const messages = bob.take();
  expect(messages.map(({ t }) => t)).toEqual(["welcome", "snap", "peers"]);
  expect(only(messages, "welcome")[0]).toMatchObject({ mode: "changes", head: since + 1_001 });
  expect(only(messages, "snap")[0]).toMatchObject({ upto: since + 1_001, part: 1, parts: 1 });
  expect(
    only(messages, "snap")[0]
      ?.entries.map(({ state }) => state)
      .toSorted(),
  ).toEqual(["dead", "live", "live"]);
  expect(hashBoard(patched(held, messages))).toBe(hashBoard(host.room.board));
});

test("where everything has changed many times, the changes are no more than the board", () => {
  const { host, push } = roomWith(200);
  const since = host.log.head();
  for (let round = 0; round < 20; round++) for (let i = 0; i < 200; i++) push(move(`s${i}`, round));
  host.advance(100);
  const [back, fresh] = [host.join("bob", { since, epoch: EPOCH }), host.join("cat")];
  expect(only(back.take(), "welcome")[0]?.mode).toBe("changes");
  expect(bytesOf(back)).toBeLessThanOrEqual(bytesOf(fresh) + 100);
});

test("a room that slept still knows what has changed since, checkpointed or not", () => {
  const { host, push } = roomWith(2_000);
  const since = host.log.head();
  const held = copyOf(host.room.board);
  for (let i = 0; i < 1_025; i++) push(move(`s${i % 4}`, i));
  host.hibernate();
  expect(host.room.replayed).toBeGreaterThan(0);
  const messages = host.join("bob", { since, epoch: EPOCH }).take();
  expect(only(messages, "welcome")[0]?.mode).toBe("changes");
  expect(only(messages, "snap").flatMap(({ entries }) => entries)).toHaveLength(4);
  expect(hashBoard(patched(held, messages))).toBe(hashBoard(host.room.board));
});

test("rows of before rows had a seq count as written by the checkpoint: more comes than was missed, never less", () => {
  const { host, push } = roomWith(200);
  const since = host.log.head();
  const held = copyOf(host.room.board);
  for (let i = 0; i < 3_000; i++) push(move(`s${i % 4}`, i, 5));
  for (const [key, row] of host.bytes.rows) if (key.startsWith("e/")) host.bytes.rows.set(key, row.slice(9));
  host.hibernate();
  const messages = host.join("bob", { since, epoch: EPOCH }).take();
  expect(only(messages, "snap").flatMap(({ entries }) => entries)).toHaveLength(200);
  expect(hashBoard(patched(held, messages))).toBe(hashBoard(host.room.board));
});

test("what is committed after the changes were made comes behind them, and they are made once for all who missed the same", () => {
  const { host, push } = roomWith(200);
  const since = host.log.head();
  for (let i = 0; i < 1_000; i++) push(move("s1", i));
  host.advance(100);
  const bob = host.join("bob", { since, epoch: EPOCH });
  push(add("late"));
  host.advance(100);
  const cat = host.join("cat", { since, epoch: EPOCH });
  expect(cat.frames[1]).toBe(bob.frames[1]);
  expect(only(cat.take(), "ops").flatMap(({ list }) => list.map(({ seq }) => seq))).toEqual([since + 1_001]);
});

test("who is up to date is sent nothing of the board", () => {
  const { host } = roomWith(200);
  const bob = host.join("bob", { since: host.log.head(), epoch: EPOCH });
  expect(bob.take().map(({ t }) => t)).toEqual(["welcome", "peers"]);
});
