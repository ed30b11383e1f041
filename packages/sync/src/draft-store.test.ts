import { applyTxn, Board, type Op } from "@inkroom/model";
import type { DrawShape } from "@inkroom/shapes";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DraftStore } from "./draft-store.ts";
import { del, grow, OTHER, points, stroke } from "./testing/ops-for-tests.ts";

function fixture(count = 2) {
  const board = new Board();
  let n = 0;
  const drafts = new DraftStore(board);
  const changes: string[][] = [];
  drafts.subscribe((ids) => changes.push([...ids]));
  const apply = (...ops: Op[]): void => {
    const touched = applyTxn(board, { client: OTHER, n: (n += 1), ops });
    drafts.follow(touched);
  };
  if (count > 0) apply({ op: "add", shape: stroke("s", count) });
  return { board, drafts, changes, apply };
}

describe("a tail", () => {
  test("continues the record and shrinks as that grows", () => {
    const { drafts, apply, changes } = fixture();
    drafts.receive(7, 2, points(2, 4), "s");
    drafts.receive(7, 4, points(4, 6));
    expect(drafts.tail("s")).toEqual(points(2, 6));
    apply(grow("s", 2, 5));
    expect(drafts.tail("s")).toEqual(points(5, 6));
    apply(grow("s", 5, 6));
    expect([drafts.tail("s"), drafts.ids()]).toEqual([undefined, []]);
    expect(changes).toEqual([["s"], ["s"], ["s"], ["s"]]);
  });

  test("that overlaps the record begins behind it", () => {
    const { drafts } = fixture(3);
    drafts.receive(7, 1, points(1, 5), "s");
    expect(drafts.tail("s")).toEqual(points(3, 5));
  });

  test("waits behind a hole until the record has come that far", () => {
    const { drafts, apply } = fixture();
    drafts.receive(7, 4, points(4, 6), "s");
    expect(drafts.tail("s")).toBeUndefined();
    drafts.receive(7, 6, points(6, 7));
    apply(grow("s", 2, 5));
    expect(drafts.tail("s")).toEqual(points(5, 7));
  });

  test("waits for a record that is not there yet", () => {
    const { drafts, apply } = fixture(0);
    drafts.receive(7, 1, points(1, 3), "s");
    expect(drafts.tail("s")).toBeUndefined();
    apply({ op: "add", shape: stroke("s", 1) });
    expect(drafts.tail("s")).toEqual(points(1, 3));
  });

  test("ends with the stroke, with its deletion, with its peer, and with the connection", () => {
    for (const end of ["done", "deleted", "left", "cleared"]) {
      const { drafts, apply, changes } = fixture();
      drafts.receive(7, 2, points(2, 4), "s");
      if (end === "done") apply(grow("s", 2, 3, true));
      else if (end === "deleted") apply(del("s"));
      else if (end === "left") drafts.leave(7);
      else drafts.clear();
      expect([end, drafts.tail("s"), changes]).toEqual([end, undefined, [["s"], ["s"]]]);
    }
  });

  test("without a name belongs to the stroke its peer has last named, or to none", () => {
    const { drafts, apply } = fixture();
    apply({ op: "add", shape: stroke("t", 1) });
    drafts.receive(7, 2, points(2, 3));
    expect(drafts.ids()).toEqual([]);
    drafts.receive(7, 2, points(2, 3), "s");
    drafts.receive(8, 1, points(1, 2), "t");
    drafts.receive(7, 3, points(3, 4));
    expect(drafts.tail("s")).toEqual(points(2, 4));
    drafts.clear();
    drafts.receive(7, 4, points(4, 5));
    expect(drafts.ids()).toEqual([]);
  });

  test("cannot be written into by another peer, nor broken by bytes that are no points", () => {
    const { drafts } = fixture();
    drafts.receive(7, 2, points(2, 3), "s");
    drafts.receive(8, 3, points(3, 4), "s");
    drafts.receive(7, 3, Uint8Array.of(2, 0x80));
    expect(drafts.tail("s")).toEqual(points(2, 3));
  });

  test("is kept for a handful of strokes of one peer only", () => {
    const { drafts, apply } = fixture(0);
    for (let i = 0; i < 12; i += 1) {
      apply({ op: "add", shape: stroke(`s${i}`, 1) });
      drafts.receive(7, 1, points(1, 2), `s${i}`);
    }
    expect(drafts.ids()).toEqual(["s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11"]);
  });
});

test("whatever arrives in whatever order, record + tail is a beginning of the stroke", () => {
  const cut = fc.tuple(fc.nat(20), fc.nat(6)).map(([from, length]) => ({ from, to: Math.min(20, from + length) }));
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          cut.map((each) => ({ ...each, record: false })),
          fc.nat(5).map((length) => ({ from: 0, to: length, record: true })),
        ),
      ),
      (steps) => {
        const { board, drafts, apply } = fixture(1);
        for (const { from, to, record } of steps) {
          const { count } = board.get("s") as DrawShape;
          if (record) apply(grow("s", count, Math.min(20, count + to)));
          else drafts.receive(7, from, points(from, to), "s");
          const now = board.get("s") as DrawShape;
          const tail = drafts.tail("s") ?? new Uint8Array();
          expect(tail).toEqual(points(now.count, now.count + tail.length / 2));
        }
      },
    ),
  );
});
