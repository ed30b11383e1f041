// The hash of the board as members hear of it.
import { applyTxn, Board, hashBoard } from "@inkroom/model";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "./limits.ts";
import { add, move } from "./testing/shapes-for-tests.ts";
import { only, TestRoom } from "./testing/test-room.ts";

const FAST = { perSecond: 100_000, burst: 100_000 };
const { sumAfterMs, sumEverySeqs } = DEFAULT_LIMITS;

test("a sum follows the ops it is of, and is the hash of the board that they make", () => {
  const host = new TestRoom({ pushes: FAST, frames: FAST });
  const ann = host.join("ann");
  const bob = host.join("bob");
  for (let n = 1; n <= 2 * sumEverySeqs + 9; n++) {
    host.push(ann, n, [n % 2 === 0 ? move(`s${n - 1}`, n) : add(`s${n}`)]);
    host.advance(3);
  }
  host.advance(sumAfterMs);
  const board = new Board();
  let seq = 0;
  let sums = 0;
  for (const message of bob.take()) {
    if (message.t === "ops") for (const txn of message.list) seq = applied(board, txn);
    if (message.t !== "sum") continue;
    sums += 1;
    expect([message.seq, message.hash]).toEqual([seq, hashBoard(board)]);
  }
  expect(seq).toBe(2 * sumEverySeqs + 9);
  expect(sums).toBe(3);
});

function applied(board: Board, txn: Parameters<typeof applyTxn>[1] & { readonly seq: number }): number {
  applyTxn(board, txn);
  return txn.seq;
}

test("a newcomer hears it soon, once, and then a quiet room says nothing more", () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  host.push(ann, 1, [add("s1")]);
  host.advance(sumAfterMs);
  ann.take();
  const bob = host.join("bob");
  host.advance(60_000);
  expect(only(bob.take(), "sum")).toEqual([{ t: "sum", seq: 1, hash: hashBoard(host.room.board) }]);
  expect(host.timers).toBe(0);
});

test("the room knows its hash after sleeping without hashing the board again: from checkpoint and tail", () => {
  const host = new TestRoom({ pushes: FAST, checkpointEvery: 50 });
  const ann = host.join("ann");
  for (let n = 1; n <= 130; n++) host.push(ann, n, [add(`s${n}`)]);
  const stored = String.fromCharCode(...(host.bytes.get("meta/checkpoint") ?? []));
  expect(stored).toMatch(/^100 100-[0-9a-f]{16}$/);
  host.hibernate();
  const bob = host.join("bob");
  host.advance(sumAfterMs);
  expect(only(bob.take(), "sum")).toEqual([{ t: "sum", seq: 130, hash: hashBoard(host.room.board) }]);
});

test("a checkpoint of before it had a hash is good too", () => {
  const host = new TestRoom({ checkpointEvery: 5 });
  const ann = host.join("ann");
  for (let n = 1; n <= 7; n++) host.push(ann, n, [add(`s${n}`)]);
  host.bytes.rows.set("meta/checkpoint", Uint8Array.of(53));
  host.hibernate();
  const bob = host.join("bob");
  host.advance(sumAfterMs);
  expect(only(bob.take(), "sum")[0]?.hash).toBe(hashBoard(host.room.board));
});

test("who lags hears no sum before the ops it is of", () => {
  const host = new TestRoom({ opsBacklogBytes: 1_000 });
  const ann = host.join("ann");
  const slow = host.join("slow");
  host.advance(sumAfterMs);
  slow.take();
  slow.bufferedAmount = 5_000;
  host.push(ann, 1, [add("s1")]);
  host.advance(sumAfterMs);
  expect(slow.take()).toEqual([]);
  slow.bufferedAmount = 0;
  host.advance(100);
  host.push(ann, 2, [add("s2")]);
  host.advance(sumAfterMs);
  expect(slow.take().map(({ t }) => t)).toEqual(["ops", "ops", "sum"]);
});
