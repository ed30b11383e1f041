import {
  type BoardChange,
  boardFromEntries,
  editOfSplice,
  freshClock,
  hashBoard,
  type LoggedTxn,
  snapshotEntries,
  textBodyOf,
} from "@inkroom/model";
import type { TextShape } from "@inkroom/shapes";
import { describe, expect, test } from "vitest";
import { HELD_MS, HELD_TXNS } from "./held.ts";
import { IN_HAND_MS, type LostEdit } from "./lost-edit.ts";
import { MemoryOutbox } from "./memory-outbox.ts";
import type { Outbox } from "./ports.ts";
import { createReplica, type RefusedTxn, type Replica } from "./replica.ts";
import { add, del, fade, logged, ME, nest, OTHER, paint, rect } from "./testing/ops-for-tests.ts";

function fixture() {
  const outbox = new MemoryOutbox();
  const replica = createReplica({ client: ME, outbox });
  const changes: BoardChange[] = [];
  const refused: RefusedTxn[] = [];
  replica.subscribe((change) => changes.push(change));
  replica.onRefused((each) => refused.push(each));
  return { replica, outbox, changes, refused, touched: () => changes.splice(0).map(({ origin, touched }) => [origin, ...touched]) };
}

const color = (replica: Replica, id: string): unknown => (replica.view.get(id) as { color?: unknown } | undefined)?.color;
const pendingNs = (replica: Replica): number[] => replica.pending.map(({ txn }) => txn.n);

describe("committing", () => {
  test("shows at once, waits in pending and in the outbox, and tells the touched ids", () => {
    const { replica, outbox, touched } = fixture();
    expect(replica.commit([add("a")])).toBe(1);
    expect(replica.view.get("a")).toBeDefined();
    expect(replica.base.get("a")).toBeUndefined();
    expect(pendingNs(replica)).toEqual([1]);
    expect(outbox.content).toMatchObject({ nextN: 2, txns: [{ n: 1 }] });
    expect(touched()).toEqual([["local", "a"]]);
  });

  test("an edit without effect is queued and not told", () => {
    const { replica, touched } = fixture();
    replica.commit([paint("nothing", "red")]);
    expect(pendingNs(replica)).toEqual([1]);
    expect(touched()).toEqual([]);
  });

  test("throws where the board cannot be edited, and for no ops or too many", () => {
    const { replica } = fixture();
    expect(() => replica.commit([])).toThrow(RangeError);
    expect(() => replica.commit(Array.from({ length: 201 }, () => paint("a", "red")))).toThrow(RangeError);
    replica.setCanEdit(false);
    expect(() => replica.commit([add("a")])).toThrow("cannot be edited");
    expect(replica.nextN).toBe(1);
  });
});

describe("the own transaction coming back", () => {
  test("leaves pending without a change of the view", () => {
    const { replica, outbox, touched } = fixture();
    replica.commit([add("a")]);
    const shown = replica.view.get("a");
    touched();
    expect(replica.applyOps([logged(1, ME, 1, add("a"))])).toBe(true);
    expect(pendingNs(replica)).toEqual([]);
    expect(outbox.content).toMatchObject({ nextN: 2, txns: [], held: [{ n: 1, seq: 1 }] });
    expect(touched()).toEqual([]);
    expect(replica.view.get("a")).toBe(shown);
    expect(replica.base.get("a")).toBe(shown);
  });

  test.each([
    ["ack first", true],
    ["ops first", false],
  ])("is counted once, %s", (_, ackFirst) => {
    const { replica } = fixture();
    replica.commit([add("a")]);
    if (ackFirst) replica.ack(1, 1);
    expect(replica.unsavedCount).toBe(ackFirst ? 0 : 1);
    replica.applyOps([logged(1, ME, 1, add("a"))]);
    if (!ackFirst) replica.ack(1, 1);
    expect(pendingNs(replica)).toEqual([]);
    expect(replica.seq).toBe(1);
  });

  test("an ack for what the base has already takes it out of pending", () => {
    const { replica } = fixture();
    replica.applyOps([logged(1, OTHER, 1, add("b"))]);
    replica.commit([paint("b", "red")]);
    replica.ack(1, 1);
    expect(pendingNs(replica)).toEqual([]);
    expect(color(replica, "b")).toBe("ink");
  });

  test("shows that what stood before it in pending was refused", () => {
    const { replica, refused } = fixture();
    replica.commit([add("a")]);
    replica.commit([add("b")]);
    replica.applyOps([logged(1, ME, 2, add("b"))]);
    expect(pendingNs(replica)).toEqual([]);
    expect(replica.view.get("a")).toBeUndefined();
    expect(refused.map(({ txn, code }) => [txn.n, code])).toEqual([[1, undefined]]);
  });

  test("takes its effect back where it has none in the room's order", () => {
    const { replica, touched } = fixture();
    replica.applyOps([logged(1, OTHER, 1, add("box"), add("a"))]);
    replica.commit([nest("a", "box")]);
    expect(replica.view.get("a")?.parent).toBe("box");
    touched();
    replica.applyOps([logged(2, OTHER, 2, del("box")), logged(3, ME, 1, nest("a", "box"))]);
    expect(replica.view.get("a")?.parent).toBe("page");
    expect(new Set(touched().flat())).toEqual(new Set(["remote", "box", "a"]));
  });
});

describe("the transactions of others", () => {
  test("a hole or a repeat in the order is refused and nothing applied", () => {
    const { replica } = fixture();
    replica.applyOps([logged(1, OTHER, 1, add("a"))]);
    expect(replica.applyOps([logged(3, OTHER, 3, add("c"))])).toBe(false);
    expect(replica.applyOps([logged(1, OTHER, 1, add("a"))])).toBe(false);
    expect(replica.applyOps([logged(2, OTHER, 2, add("b")), logged(4, OTHER, 4, add("d"))])).toBe(false);
    expect(replica.seq).toBe(1);
    expect(replica.view.size).toBe(1);
  });

  test("lie under what is pending on the same property", () => {
    const { replica, touched } = fixture();
    replica.applyOps([logged(1, OTHER, 1, add("a"))]);
    replica.commit([paint("a", "red")]);
    touched();
    replica.applyOps([logged(2, OTHER, 2, paint("a", "blue"), fade("a", 0.5))]);
    expect(color(replica, "a")).toBe("red");
    expect(replica.view.get("a")?.opacity).toBe(0.5);
    expect(touched()).toEqual([["remote", "a"]]);
  });

  test("are told by the ids they touch, not by those that are only pending", () => {
    const { replica, touched } = fixture();
    replica.applyOps([logged(1, OTHER, 1, add("a"), add("b"))]);
    replica.commit([paint("a", "red")]);
    const mine = replica.view.get("a");
    touched();
    replica.applyOps([logged(2, OTHER, 2, paint("b", "blue"))]);
    expect(touched()).toEqual([["remote", "b"]]);
    expect(replica.view.get("a")).toBe(mine);
  });

  test("are not told where the pending edit hides them completely", () => {
    const { replica, touched } = fixture();
    replica.applyOps([logged(1, OTHER, 1, add("a"))]);
    replica.commit([paint("a", "red")]);
    const mine = replica.view.get("a");
    touched();
    replica.applyOps([logged(2, OTHER, 2, paint("a", "blue"))]);
    expect(touched()).toEqual([]);
    expect(replica.view.get("a")).toBe(mine);
  });
});

describe("refusals", () => {
  test("drop the transaction and what depended on it looks as if it had never been", () => {
    const { replica, refused, outbox } = fixture();
    replica.commit([add("a")]);
    replica.commit([paint("a", "red")]);
    replica.refuse(1, "bad_value");
    expect(replica.view.get("a")).toBeUndefined();
    expect(pendingNs(replica)).toEqual([2]);
    expect(outbox.content.txns.map(({ n }) => n)).toEqual([2]);
    expect(refused.map(({ txn, code }) => [txn.n, code])).toEqual([[1, "bad_value"]]);
  });

  test("of all drop what is pending, each as it was seen last, and nobody counts it as unsaved any more", () => {
    const { replica, refused, outbox } = fixture();
    replica.commit([add("a")]);
    replica.commit([paint("a", "red")]);
    replica.commit([add("b")]);
    expect([replica.unsavedCount, replica.unsavedShapes]).toEqual([3, 2]);
    replica.ack(1, 1);
    expect([replica.unsavedCount, replica.unsavedShapes]).toEqual([2, 2]);
    replica.refuseAll("forbidden");
    expect(refused.map(({ txn, code, shapes }) => [txn.n, code, ...shapes.map(({ id }) => id)])).toEqual([
      [2, "forbidden", "a"],
      [3, "forbidden", "b"],
    ]);
    expect([replica.unsavedShapes, pendingNs(replica), outbox.content.txns]).toEqual([0, [], []]);
  });

  test("of a transaction that is not pending any more change nothing", () => {
    const { replica, refused, touched } = fixture();
    replica.refuse(7, "bad_value");
    expect([refused, touched()]).toEqual([[], []]);
  });

  test("that got lost with a connection are found when the room has decided more", () => {
    const { replica, refused } = fixture();
    replica.commit([add("a")]);
    replica.settle("e1", 1);
    expect(pendingNs(replica)).toEqual([]);
    expect(refused).toHaveLength(1);
  });
});

describe("an edit of what another has deleted", () => {
  const dead = (id: string) => ({ state: "dead", id, tag: `${OTHER}.7` }) as const;

  test("can be brought back with it, before and after the room has decided it", () => {
    const { replica } = fixture();
    replica.applyOps([logged(1, OTHER, 1, add("a"), add("b"))]);
    replica.commit([paint("a", "red"), paint("b", "red")]);
    replica.applyOps([logged(2, OTHER, 2, del("a"))]);
    expect([color(replica, "a"), color(replica, "b")]).toEqual([undefined, "red"]);
    const before = replica.lastLife("a");
    replica.applyOps([logged(3, ME, 1, paint("a", "red"), paint("b", "red"))]);
    expect(replica.lastLife("a")).toEqual(before);
    expect([before?.shape, replica.lastLife("b")]).toMatchObject([{ id: "a", color: "red" }, undefined]);
    if (before !== undefined) replica.commit([{ op: "restore", shape: before.shape }]);
    expect(color(replica, "a")).toBe("red");
  });

  test("can be brought back where the deletion came with a new base", () => {
    const { replica } = fixture();
    replica.applyOps([logged(1, OTHER, 1, add("a"), add("b"))]);
    replica.commit([paint("a", "red")]);
    replica.commit([fade("a", 0.5)]);
    replica.reset(boardFromEntries([dead("a"), dead("b")]), { epoch: "e1", seq: 4, lastN: 1 });
    expect([replica.lastLife("a")?.shape, replica.lastLife("b")?.shape]).toMatchObject([{ color: "red", opacity: 0.5 }, { color: "ink" }]);
  });
});

test("what a base kept by another tab may already have is asked for, not taken to be refused", () => {
  const txn = { client: ME, n: 1, ops: [add("a")] };
  const board = boardFromEntries([{ state: "live", shape: rect("a"), rev: { made: `${ME}.1`, set: {} } }]);
  const restored = { nextN: 3, txns: [txn, { client: ME, n: 2, ops: [add("b")] }], held: [] };
  const replica = createReplica({ client: ME, restored, base: { board, epoch: "e1", seq: 4 } });
  const refused: RefusedTxn[] = [];
  replica.onRefused((each) => refused.push(each));
  replica.settle("e1", 1);
  expect([[...replica.unanswered], pendingNs(replica), refused]).toEqual([[txn], [2], []]);
  expect([replica.view.get("a"), replica.view.get("b")]).toMatchObject([{ id: "a" }, { id: "b" }]);
  replica.ack(1, 4);
  expect([[...replica.unanswered], replica.held.map(({ n }) => n)]).toEqual([[], [1]]);
});

test("what a kept base may already have is asked for, too, where a later own transaction comes by before the base is settled", () => {
  const txns = ["a", "b"].map((id, i) => ({ client: ME, n: i + 1, ops: [add(id)] }));
  const outbox = new MemoryOutbox();
  outbox.replace({ nextN: 3, txns, held: [] });
  const board = boardFromEntries([{ state: "live", shape: rect("a"), rev: { made: `${ME}.1`, set: {} } }]);
  const replica = createReplica({ client: ME, outbox, restored: outbox.content, base: { board, epoch: "e1", seq: 4 } });
  const refused: RefusedTxn[] = [];
  replica.onRefused((each) => refused.push(each));
  replica.applyOps([logged(5, ME, 2, add("b"))]);
  replica.settle("e1", 2);
  expect([[...replica.unanswered], pendingNs(replica), refused]).toEqual([[txns[0]], [], []]);
  expect(outbox.content).toMatchObject({ txns: [{ n: 1 }], held: [{ n: 2, seq: 5 }] });
  replica.ack(1, 4);
  expect([[...replica.unanswered], replica.held.map(({ n }) => n)]).toEqual([[], [1, 2]]);
  expect(outbox.content).toMatchObject({ txns: [], held: [{ n: 1 }, { n: 2 }] });
});

test("what is still asked for goes back in its place to a room that has lost it and what came later", () => {
  const txns = ["a", "b"].map((id, i) => ({ client: ME, n: i + 1, ops: [add(id)] }));
  const replica = createReplica({
    client: ME,
    restored: { nextN: 3, txns, held: [] },
    base: { board: boardFromEntries([]), epoch: "e1", seq: 4 },
  });
  replica.applyOps([logged(5, ME, 2, add("b"))]);
  replica.continueFrom(0);
  expect(replica.pending.map(({ txn }) => [txn.n, ...txn.ops])).toEqual([
    [1, add("a")],
    [2, add("b")],
  ]);
});

describe("another base", () => {
  test("comes with one change that names only what differs, and keeps pending on top", () => {
    const { replica, touched } = fixture();
    replica.applyOps([logged(1, OTHER, 1, add("same"), add("gone"), add("other"))]);
    replica.commit([paint("other", "red")]);
    const same = replica.view.get("same");
    touched();
    const room = createReplica({ client: OTHER });
    room.applyOps([logged(1, OTHER, 1, add("same"), add("other"), add("new"))]);
    const board = boardFromEntries(snapshotEntries(room.view));
    replica.reset(board, { epoch: "e2", seq: 9, lastN: 0 });
    const [change] = touched();
    expect(change?.[0]).toBe("reset");
    expect(new Set(change?.slice(1))).toEqual(new Set(["gone", "new"]));
    expect(replica.view.get("same")).toBe(same);
    expect(color(replica, "other")).toBe("red");
    expect([replica.seq, replica.epoch]).toEqual([9, "e2"]);
  });

  test("that is equal is not told", () => {
    const { replica, touched } = fixture();
    replica.applyOps([logged(1, OTHER, 1, add("a"))]);
    touched();
    replica.reset(boardFromEntries(snapshotEntries(replica.base)), { epoch: "e1", seq: 1, lastN: 0 });
    expect(touched()).toEqual([]);
  });

  test("swallows what the room had decided by then", () => {
    const { replica, refused } = fixture();
    replica.commit([add("a")]);
    replica.commit([add("b")]);
    replica.reset(boardFromEntries([]), { epoch: "e1", seq: 0, lastN: 1 });
    expect(pendingNs(replica)).toEqual([2]);
    expect(replica.view.get("a")).toBeUndefined();
    expect(refused).toEqual([]);
  });

  test("leaves a question open for each transaction that it may hold or not, until the room answers it", () => {
    const { replica, refused, outbox } = fixture();
    for (const id of ["a", "b", "c"]) replica.commit([add(id)]);
    replica.ack(1, 4);
    replica.reset(boardFromEntries([]), { epoch: "e1", seq: 9, lastN: 3 });
    expect([...replica.unanswered].map(({ n }) => n)).toEqual([2, 3]);
    expect(outbox.content).toMatchObject({ held: [{ n: 1, seq: 4 }], txns: [{ n: 2 }, { n: 3 }] });
    replica.ack(2, 5);
    replica.refuse(3, "forbidden");
    expect([...replica.unanswered]).toEqual([]);
    expect(refused).toMatchObject([{ txn: { n: 3 }, code: "forbidden" }]);
    expect(outbox.content).toMatchObject({ held: [{ n: 1 }, { n: 2, seq: 5 }], txns: [] });
  });
});

describe("work that comes to nothing", () => {
  test("is told with the shapes as they were seen", () => {
    const { replica, refused } = fixture();
    replica.applyOps([logged(1, OTHER, 1, add("a"))]);
    replica.commit([paint("a", "red")]);
    replica.refuse(1, "forbidden");
    expect(refused).toMatchObject([{ code: "forbidden", shapes: [{ id: "a", color: "red" }] }]);
    expect(color(replica, "a")).not.toBe("red");
  });

  test("is told when its shape was deleted by somebody else, and by nobody else", () => {
    const { replica } = fixture();
    const lost: (readonly LostEdit[])[] = [];
    replica.onLost((each) => lost.push(each));
    replica.applyOps([logged(1, OTHER, 1, add("a"), add("b"))]);
    replica.commit([paint("a", "red")]);
    replica.commit([del("b")]);
    replica.applyOps([logged(2, OTHER, 2, del("b"))]);
    expect(lost).toEqual([]);
    replica.applyOps([logged(3, OTHER, 3, del("a"))]);
    expect(lost).toMatchObject([[{ shape: { id: "a", color: "red" }, by: OTHER }]]);
    replica.applyOps([logged(4, ME, 1, paint("a", "red"))]);
    expect(lost).toHaveLength(1);
  });

  test("is told when it was acknowledged a moment before its shape was deleted, and not when that is long ago", () => {
    const { replica } = fixture();
    const lost: string[] = [];
    replica.onLost((each) => lost.push(...each.map(({ shape }) => shape.id)));
    const at = (ts: number, txn: LoggedTxn): LoggedTxn => ({ ...txn, ts });
    for (const [n, id] of ["old", "new", "mine"].entries()) {
      replica.commit([add(id)]);
      replica.applyOps([at(n * IN_HAND_MS, logged(n + 1, ME, n + 1, add(id)))]);
    }
    replica.commit([del("mine")]);
    const now = 2 * IN_HAND_MS - 1;
    replica.applyOps([at(now, logged(4, OTHER, 1, del("old", "mine")))]);
    expect(lost).toEqual([]);
    replica.applyOps([at(now, logged(5, OTHER, 2, del("new")))]);
    expect(lost).toEqual(["new"]);
  });

  test("is not told of what comes back, by this person or by another", () => {
    const { replica } = fixture();
    const lost: string[] = [];
    replica.onLost((each) => lost.push(...each.map(({ shape }) => shape.id)));
    replica.applyOps([logged(1, OTHER, 1, add("a"), add("b"))]);
    replica.commit([paint("a", "red"), paint("b", "red")]);
    replica.applyOps([logged(2, OTHER, 2, del("a"), del("b"), { op: "restore", shape: rect("b") })]);
    expect(lost).toEqual(["a"]);
    replica.commit([{ op: "restore", shape: rect("a") }]);
    replica.applyOps([logged(3, OTHER, 3, add("c"), del("c"))]);
    expect(lost).toEqual(["a"]);
  });

  test("is told where the room has something else under its number", () => {
    const { replica, refused } = fixture();
    replica.commit([add("a")]);
    replica.applyOps([logged(1, ME, 1, add("other"))]);
    expect(refused).toMatchObject([{ txn: { n: 1 }, code: "seq_conflict", shapes: [{ id: "a" }] }]);
    expect(replica.view.get("a")).toBeUndefined();
  });
});

describe("what is held after its acknowledgement", () => {
  test("is the newest thousand, and more of them for ten minutes of the room's clock", () => {
    const outbox = new MemoryOutbox();
    const replica = createReplica({ client: ME, outbox });
    const take = (n: number, ts: number): void => {
      replica.commit([add(`s${n}`)]);
      replica.applyOps([{ ...logged(n, ME, n, add(`s${n}`)), ts }]);
    };
    for (let n = 1; n <= HELD_TXNS + 5; n += 1) take(n, n);
    expect(outbox.content.held).toHaveLength(HELD_TXNS + 5);
    take(HELD_TXNS + 6, HELD_MS + 3);
    expect(outbox.content.held.map(({ n }) => n).slice(0, 2)).toEqual([4, 5]);
    take(HELD_TXNS + 7, HELD_MS * 3);
    expect(outbox.content.held).toHaveLength(HELD_TXNS);
    expect(replica.held).toEqual(outbox.content.held);
  });
});

describe("the room's idea of our numbers", () => {
  test("that agrees with ours changes nothing but forgets acks beyond it", () => {
    const { replica, touched } = fixture();
    replica.commit([add("a")]);
    replica.ack(1, 5);
    touched();
    replica.continueFrom(0);
    expect(replica.unsavedCount).toBe(1);
    expect(pendingNs(replica)).toEqual([1]);
    expect(touched()).toEqual([]);
  });

  test("that is behind ours gives the undecided new numbers and tags, and their guards follow", () => {
    const { replica, outbox } = fixture();
    for (const id of ["a", "b"]) replica.commit([add(id)]);
    replica.commit([{ op: "set", id: "b", props: { color: "red" }, if: { color: `${ME}.2` } }]);
    replica.refuse(1, "room_full");
    replica.continueFrom(0);
    expect(pendingNs(replica)).toEqual([1, 2]);
    expect(replica.nextN).toBe(3);
    expect(replica.view.entry("b")?.rev).toEqual({ made: `${ME}.1`, set: { color: `${ME}.2` } });
    expect(color(replica, "b")).toBe("red");
    expect(outbox.content).toMatchObject({ nextN: 3, txns: [{ n: 1 }, { n: 2 }] });
  });

  test("that lacks what it had acknowledged brings it back among the pending, before what is newer", () => {
    const { replica, outbox } = fixture();
    for (const id of ["a", "b", "c"]) replica.commit([add(id)]);
    replica.applyOps([logged(1, ME, 1, add("a")), logged(2, ME, 2, add("b"))]);
    expect(outbox.content).toMatchObject({ txns: [{ n: 3 }], held: [{ n: 1 }, { n: 2 }] });
    expect([replica.isAheadOf(2), replica.isAheadOf(1)]).toEqual([false, true]);
    replica.continueFrom(1);
    expect(pendingNs(replica)).toEqual([2, 3]);
    expect(replica.nextN).toBe(4);
    expect(outbox.content).toMatchObject({ nextN: 4, txns: [{ n: 2 }, { n: 3 }], held: [{ n: 1 }] });
    replica.reset(boardFromEntries([]), { epoch: "e2", seq: 0, lastN: 1 });
    expect(replica.view.size).toBe(2);
  });

  test("that gives new numbers takes the guards of a waiting undo along, and tells the history", () => {
    const { replica } = fixture();
    const told: unknown[] = [];
    replica.onRenumbered((tags) => told.push([...tags]));
    replica.applyOps([logged(1, OTHER, 1, add("a"), add("b"))]);
    for (const ops of [[add("too large")], [paint("a", "red"), nest("b", "a")], [add("own")], [del("own")]]) replica.commit(ops);
    const guarded = { op: "set", id: "a", props: { color: "ink" }, if: { color: `${ME}.2` } } as const;
    const back = { op: "mv", id: "b", parent: "page", index: "a0", if: `${ME}.2` } as const;
    replica.commit([guarded, back, { op: "restore", shape: rect("own"), if: `${ME}.4` }]);
    const seen = (): unknown[] => [color(replica, "a"), replica.view.get("b")?.parent, color(replica, "own")];
    expect(seen()).toEqual(["ink", "page", "ink"]);
    replica.refuse(1, "too_large");
    replica.continueFrom(0);
    expect([pendingNs(replica), seen()]).toEqual([
      [1, 2, 3, 4],
      ["ink", "page", "ink"],
    ]);
    expect(told).toEqual([[2, 3, 4, 5].map((n) => [`${ME}.${n}`, `${ME}.${n - 1}`])]);
  });

  test("that gives new numbers leaves what was typed as it reads, deleted and restored in between or not", () => {
    const { replica } = fixture();
    const { kind: _kind, fill: _fill, dash: _dash, corners: _corners, textW: _w, textH: _h, ...base } = rect("t");
    const shape: TextShape = { ...base, kind: "text", text: "hello", autoWidth: true, scale: 1, align: "left" };
    const type = (at: number, remove: number, insert: string): void => {
      const entry = replica.view.entry("t");
      const body = entry && textBodyOf(entry);
      if (body === undefined) throw new Error("the text is there");
      const edit = editOfSplice(body, { at, remove, insert }, freshClock(body, ME, replica.nextN));
      replica.commit([{ op: "txt", id: "t", w: 9, h: 20, ...edit }]);
    };
    replica.commit([add("too large")]);
    replica.commit([{ op: "add", shape }]);
    type(2, 2, "YY");
    type(0, 0, "A");
    const life = replica.view.entry("t");
    replica.commit([del("t")]);
    if (life !== undefined) replica.commit([{ op: "restore", shape: life.shape, runs: life.runs, if: `${ME}.5` }]);
    type(4, 1, "");
    const seen = replica.view.get("t");
    expect(seen).toMatchObject({ text: "AheYo" });
    replica.refuse(1, "too_large");
    replica.continueFrom(0);
    expect([pendingNs(replica), replica.view.get("t")]).toEqual([[1, 2, 3, 4, 5, 6], seen]);
  });

  test("that is ahead of ours moves the next number on", () => {
    const { replica } = fixture();
    replica.continueFrom(20);
    expect(replica.nextN).toBe(21);
  });
});

describe("the outbox", () => {
  test("gives a new replica the view and the numbers of the old one", () => {
    const { replica, outbox } = fixture();
    replica.commit([add("a")]);
    replica.commit([paint("a", "red")]);
    const again = createReplica({ client: ME, outbox, restored: outbox.content });
    expect(hashBoard(again.view)).toBe(hashBoard(replica.view));
    expect([again.nextN, pendingNs(again)]).toEqual([3, [1, 2]]);
  });

  test("with a stored base opens as it was left, and shows what was acknowledged behind the base", () => {
    const { replica, outbox } = fixture();
    replica.applyOps([logged(1, OTHER, 1, add("x"))]);
    const board = boardFromEntries(snapshotEntries(replica.base));
    for (const id of ["a", "b"]) replica.commit([add(id)]);
    replica.applyOps([logged(2, ME, 1, add("a"))]);
    const again = createReplica({ client: ME, outbox, restored: outbox.content, base: { board, epoch: "e1", seq: 1, tip: `${OTHER}.1` } });
    expect(hashBoard(again.view)).toBe(hashBoard(replica.view));
    expect([again.seq, again.tip, again.unsavedCount, pendingNs(again)]).toEqual([1, `${OTHER}.1`, 1, [1, 2]]);
    again.continueFrom(1);
    again.applyOps([logged(2, ME, 1, add("a"))]);
    again.settle("e1", 1);
    expect([pendingNs(again), again.held.map(({ n }) => n)]).toEqual([[2], [1]]);
  });

  test("that is slow holds a transaction back from the wire, and one that fails does not", async () => {
    const stores: { resolve: () => void; reject: () => void }[] = [];
    const inner = new MemoryOutbox();
    const slow: Outbox = {
      append: () => new Promise((resolve, reject) => stores.push({ resolve, reject })),
      confirm: (txns) => inner.confirm(txns),
      remove: (ns) => inner.remove(ns),
      replace: (content) => inner.replace(content),
    };
    const replica = createReplica({ client: ME, outbox: slow });
    let signals = 0;
    replica.onSendable(() => (signals += 1));
    replica.commit([add("a")]);
    replica.commit([add("b")]);
    expect([signals, replica.pending.map(({ isStored }) => isStored)]).toEqual([0, [false, false]]);
    stores[0]?.resolve();
    stores[1]?.reject();
    await Promise.resolve();
    await Promise.resolve();
    expect([signals, replica.pending.map(({ isStored }) => isStored)]).toEqual([2, [true, true]]);
  });
});
