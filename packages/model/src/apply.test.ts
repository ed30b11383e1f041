import { encodePoints, MAX_STROKE_POINTS } from "@inkroom/shapes";
import { describe, expect, it } from "vitest";
import { applyOp, applyTxn } from "./apply.ts";
import { makerOf } from "./entry.ts";
import type { Op } from "./ops/op.ts";
import { Board } from "./board.ts";
import { drawnParent } from "./parents.ts";
import { openStrokeShape } from "./testing/arbitraries.ts";
import { ANN, BOB, boardOf, rect } from "./testing/fixtures.ts";

const add = (shape: ReturnType<typeof rect>) => ({ op: "add", shape }) as const;
const del = (...ids: string[]) => ({ op: "del", ids }) as const;

describe("add", () => {
  it("makes the shape and tags every property with the transaction", () => {
    const board = boardOf([ANN, add(rect("a"))]);
    expect(board.entry("a")).toEqual({ state: "live", shape: rect("a"), rev: { made: `${ANN}.1`, set: {} } });
    expect(board.size).toBe(1);
  });
  it("has no effect on an id that exists or existed", () => {
    const board = boardOf([ANN, add(rect("a"))], [ANN, add(rect("b"))], [ANN, del("b")]);
    expect(applyTxn(board, { client: BOB, n: 1, ops: [add(rect("a", { x: 5 })), add(rect("b"))] })).toEqual(new Set());
    expect(board.get("a")?.x).toBe(0);
    expect(board.get("b")).toBeUndefined();
  });
});

describe("del and restore", () => {
  it("delete wins over a later edit", () => {
    const board = boardOf([ANN, add(rect("a"))], [BOB, del("a")], [ANN, { op: "set", id: "a", props: { color: "red" } }]);
    expect(board.record("a")).toEqual({ state: "dead", id: "a", tag: `${BOB}.2`, by: ANN });
  });
  it("who made a shape stays its maker, whoever deletes it and brings it back", () => {
    const restore: Op = { op: "restore", shape: rect("a") };
    const board = boardOf([ANN, add(rect("a"))], [BOB, del("a")]);
    const maker = () => makerOf(board.record("a") ?? { state: "dead", id: "", tag: "nobody.1" });
    expect(maker()).toBe(ANN);
    applyTxn(board, { client: BOB, n: 3, ops: [restore] });
    expect([maker(), board.entry("a")?.rev.made]).toEqual([ANN, `${BOB}.3`]);
    applyTxn(board, { client: BOB, n: 4, ops: [{ op: "set", id: "a", props: { color: "red" } }, del("a"), restore] });
    expect(maker()).toBe(ANN);
    applyTxn(board, { client: ANN, n: 5, ops: [del("a"), restore] });
    expect(board.entry("a")).not.toHaveProperty("by");
  });
  it("restore revives a deleted shape only", () => {
    const board = boardOf([ANN, add(rect("a"))], [ANN, { op: "restore", shape: rect("a", { x: 9 }) }, { op: "restore", shape: rect("b") }]);
    expect([board.get("a")?.x, board.get("b")]).toEqual([0, undefined]);
    applyTxn(board, { client: BOB, n: 3, ops: [del("a"), { op: "restore", shape: rect("a", { x: 9 }) }] });
    expect(board.entry("a")).toMatchObject({ shape: { x: 9 }, rev: { made: `${BOB}.3`, set: {} } });
  });
  it("del mine spares shapes that someone else wrote", () => {
    const board = boardOf([ANN, add(rect("a")), add(rect("b"))], [BOB, { op: "set", id: "b", props: { color: "red" } }]);
    applyOp(board, { op: "del", ids: ["a", "b"], mine: true }, `${ANN}.3`);
    expect([...board.shapes()].map((shape) => shape.id)).toEqual(["b"]);
  });
});

describe("set", () => {
  it("the last write of a property wins, others stay", () => {
    const board = boardOf(
      [ANN, add(rect("a"))],
      [BOB, { op: "set", id: "a", props: { color: "red" } }],
      [ANN, { op: "set", id: "a", props: { color: "blue", fill: "solid" } }],
    );
    expect(board.entry("a")).toMatchObject({
      shape: { color: "blue", fill: "solid", w: 10 },
      rev: { made: `${ANN}.1`, set: { color: `${ANN}.3`, fill: `${ANN}.3` } },
    });
  });
  it("a guarded property is written only while its tag holds", () => {
    const board = boardOf([ANN, add(rect("a"))], [BOB, { op: "set", id: "a", props: { color: "red" } }]);
    const guards = { color: `${ANN}.1`, dash: `${ANN}.1` };
    expect(applyOp(board, { op: "set", id: "a", props: { color: "blue", dash: "dotted" }, if: guards }, `${ANN}.3`)).toEqual(["a"]);
    expect(board.get("a")).toMatchObject({ color: "red", dash: "dotted" });
    expect(applyOp(board, { op: "set", id: "a", props: { color: "blue" }, if: guards }, `${ANN}.4`)).toEqual([]);
  });
  it("a property that the kind does not have is skipped", () => {
    const board = boardOf([ANN, add(rect("a"))]);
    expect(applyOp(board, { op: "set", id: "a", props: { scale: 2, parent: "b", id: "c" } }, `${ANN}.2`)).toEqual([]);
  });
});

describe("pts", () => {
  const bytes = encodePoints(
    [
      { x: 1, y: 1 },
      { x: 2, y: 2 },
    ],
    { quantum: 1, pressure: false },
  );
  const pts = { op: "pts", id: "s", off: 0, count: 2, bytes } as const;
  const drawn = () => boardOf([ANN, { op: "add", shape: openStrokeShape("s") }]);

  it("appends for the author, once, until done", () => {
    const board = drawn();
    expect(applyOp(board, pts, `${BOB}.1`)).toEqual([]);
    expect(applyOp(board, pts, `${ANN}.2`)).toEqual(["s"]);
    expect(applyOp(board, pts, `${ANN}.2`)).toEqual([]);
    expect(applyOp(board, { ...pts, off: 3 }, `${ANN}.3`)).toEqual([]);
    expect(applyOp(board, { ...pts, off: 2, done: true }, `${ANN}.3`)).toEqual(["s"]);
    expect(applyOp(board, { ...pts, off: 4 }, `${ANN}.4`)).toEqual([]);
    expect(board.get("s")).toMatchObject({ count: 4, done: true, points: Uint8Array.of(...bytes, ...bytes) });
  });
  it("may close a stroke without points", () => {
    const board = drawn();
    expect(applyOp(board, { op: "pts", id: "s", off: 0, count: 0, bytes: new Uint8Array() }, `${ANN}.2`)).toEqual([]);
    expect(applyOp(board, { op: "pts", id: "s", off: 0, count: 0, bytes: new Uint8Array(), done: true }, `${ANN}.2`)).toEqual(["s"]);
  });
  it("stops at the largest stroke", () => {
    const points = new Uint8Array((MAX_STROKE_POINTS - 2) * 2);
    const full = { ...openStrokeShape("s"), points, count: MAX_STROKE_POINTS - 2 };
    const board = boardOf([ANN, { op: "add", shape: full }]);
    expect(applyOp(board, { ...pts, off: full.count, count: 3 }, `${ANN}.2`)).toEqual([]);
    expect(applyOp(board, { ...pts, off: full.count }, `${ANN}.2`)).toEqual(["s"]);
  });
});

describe("mv and parents", () => {
  const move = (id: string, parent: string) => ({ op: "mv", id, parent, index: "a1" }) as const;

  it("moves under a living shape or the page only", () => {
    const board = boardOf([ANN, add(rect("a")), add(rect("b")), add(rect("c"))], [ANN, del("c")]);
    for (const parent of ["c", "nobody"]) expect(applyOp(board, move("a", parent), `${ANN}.3`)).toEqual([]);
    expect(applyOp(board, move("a", "b"), `${ANN}.3`)).toEqual(["a"]);
    expect(board.entry("a")).toMatchObject({
      shape: { parent: "b", index: "a1" },
      rev: { set: { parent: `${ANN}.3`, index: `${ANN}.3` } },
    });
  });
  it("a mv that would close a cycle has no effect", () => {
    const board = boardOf([ANN, add(rect("a")), add(rect("b", { parent: "a" })), add(rect("c", { parent: "b" }))]);
    for (const parent of ["b", "c"]) expect(applyOp(board, move("a", parent), `${ANN}.2`)).toEqual([]);
  });
  it("an add or restore that would close a cycle puts the shape on the page: it is not lost", () => {
    const board = boardOf([ANN, add(rect("a")), add(rect("b", { parent: "a" })), add(rect("c", { parent: "z" }))]);
    applyOp(board, add(rect("z", { parent: "c" })), `${ANN}.2`);
    expect([board.get("z")?.parent, board.get("c")?.parent]).toEqual(["page", "z"]);
    applyOp(board, del("a"), `${ANN}.3`);
    applyOp(board, { op: "restore", shape: rect("a", { parent: "b" }) }, `${ANN}.4`);
    expect([board.get("a")?.parent, board.get("b")?.parent]).toEqual(["page", "a"]);
  });
  it.each(["reparent first", "move first"])("a reparent and a move at once, %s, leave the shape where the mover put it", (order) => {
    const board = boardOf([ANN, add(rect("a")), add(rect("b", { x: 500 }))]);
    const ops = [move("a", "b"), { op: "set", id: "a", props: { x: 7, y: 8, rotation: 1 } } as const];
    for (const op of order === "move first" ? ops.toReversed() : ops) applyOp(board, op, `${BOB}.2`);
    expect(board.get("a")).toMatchObject({ parent: "b", x: 7, y: 8, rotation: 1 });
  });
  it("is skipped where its guard no longer holds", () => {
    const board = boardOf([ANN, add(rect("a"))], [BOB, move("a", "page")]);
    expect(applyOp(board, { ...move("a", "page"), index: "a0", if: `${ANN}.1` }, `${ANN}.3`)).toEqual([]);
    expect(applyOp(board, { ...move("a", "page"), index: "a0", if: `${BOB}.2` }, `${ANN}.3`)).toEqual(["a"]);
  });
  it("a child of a deleted shape is drawn on the page until the parent is back", () => {
    const board = boardOf([ANN, add(rect("a")), add(rect("b", { parent: "a" }))]);
    const child = rect("b", { parent: "a" });
    expect(drawnParent(board, child)).toBe("a");
    applyOp(board, del("a"), `${ANN}.2`);
    expect([board.get("b"), drawnParent(board, child)]).toEqual([child, "page"]);
    applyOp(board, { op: "restore", shape: rect("a") }, `${ANN}.3`);
    expect(drawnParent(board, child)).toBe("a");
  });
});

it("a board counts its living shapes through puts, deletions and forgets", () => {
  const board = new Board();
  applyTxn(board, { client: ANN, n: 1, ops: [add(rect("a")), add(rect("b")), del("a")] });
  expect([board.size, board.entryCount]).toEqual([1, 2]);
  board.forget("b");
  board.forget("a");
  expect([board.size, board.entryCount]).toEqual([0, 0]);
});
