import { encodePoints, MAX_COORDINATE, MAX_POINTS_PER_OP, MAX_STROKE_POINTS } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { applyOp } from "./apply.ts";
import { checkOp, checkTxn } from "./check-op.ts";
import { entrySchema } from "./entry.ts";
import { opSchema } from "./ops/op.ts";
import { openStrokeShape } from "./testing/arbitraries.ts";
import { ANN, boardOf, rect } from "./testing/fixtures.ts";

const isOp = (op: unknown) => v.is(opSchema, op);
const set = (props: Record<string, unknown>, guards?: Record<string, string>) =>
  ({ op: "set", id: "a", props, ...(guards ? { if: guards } : {}) }) as const;

describe("opSchema", () => {
  it("refuses unknown and prototype keys in props, everywhere", () => {
    expect(isOp(set({ color: "red" }))).toBe(true);
    for (const key of [
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      "nope",
      "id",
      "kind",
      "parent",
      "index",
      "points",
      "count",
      "done",
    ]) {
      expect(isOp(JSON.parse(`{"op":"set","id":"a","props":{"${key}":"red"}}`))).toBe(false);
      expect(isOp(JSON.parse(`{"op":"set","id":"a","props":{"color":"red"},"if":{"${key}":"${ANN}.1"}}`))).toBe(false);
      expect(isOp(JSON.parse(`{"op":"del","ids":["a"],"${key}":1}`))).toBe(false);
    }
  });
  it("refuses a set of nothing, a guard without its value, and a value of no kind", () => {
    for (const op of [
      set({}),
      set({ color: "red" }, { dash: `${ANN}.1` }),
      set({ color: "#f00" }),
      set({ color: "#FF0000" }),
      set({ color: "#ff0000ff" }),
      set({ color: "same" }),
      set({ fillColor: "#f00" }),
      set({ fillColor: "none" }),
      set({ x: Infinity }),
      set({ x: "1" }),
      set([] as never),
    ]) {
      expect(isOp(op)).toBe(false);
    }
  });
  it("refuses a second paper, and another shape in its place", () => {
    const paper = fixture("paper");
    expect(isOp({ op: "add", shape: paper })).toBe(true);
    for (const op of ["add", "restore"]) {
      expect(isOp({ op, shape: { ...paper, id: "other" } })).toBe(false);
      expect(isOp({ op, shape: rect("paper") })).toBe(false);
    }
    const board = boardOf([ANN, { op: "add", shape: rect("a") }]);
    expect(checkOp(board, set({ pattern: "ruled" }))).toBe("prop");
  });
  it("refuses a shape or a move under itself", () => {
    expect(isOp({ op: "add", shape: rect("a", { parent: "a" }) })).toBe(false);
    expect(isOp({ op: "mv", id: "a", parent: "a", index: "a0" })).toBe(false);
  });
  it("turns -0 into 0 and lone surrogates into replacement characters", () => {
    const parsed = v.parse(opSchema, { op: "add", shape: rect("a", { x: -0, opacity: -0 }) });
    expect(parsed).toEqual({ op: "add", shape: rect("a", { x: 0, opacity: 0 }) });
    const group = { text: "a\ud800", w: 1, h: 1, autoWidth: true, scale: 1, size: "m" };
    expect(v.parse(opSchema, set(group))).toMatchObject({ props: { text: "a\ufffd" } });
  });
  it("takes a stroke only if its points are what it says", () => {
    const points = encodePoints(
      [
        { x: 0, y: 0 },
        { x: 3, y: 4 },
      ],
      { quantum: 1, pressure: false },
    );
    const stroke = { ...openStrokeShape("s"), points, count: 2 };
    expect(isOp({ op: "add", shape: stroke })).toBe(true);
    const wrong = [
      { count: 1 },
      { count: 3 },
      { points: points.subarray(0, 3) },
      { quantum: 0.3 },
      { pressure: true },
      { points: [...points] },
    ];
    for (const change of wrong) expect(isOp({ op: "add", shape: { ...stroke, ...change } })).toBe(false);
    const far = encodePoints([{ x: MAX_COORDINATE, y: 0 }], { quantum: 1, pressure: false });
    expect(isOp({ op: "restore", shape: { ...stroke, points: far, count: 1 } })).toBe(true);
    expect(isOp({ op: "restore", shape: { ...stroke, points: far, count: 1, quantum: 2 } })).toBe(false);
  });
  it("holds the limits of pts at and one past", () => {
    const pts = (off: number, count: number) => isOp({ op: "pts", id: "s", off, count, bytes: new Uint8Array() });
    expect([pts(0, MAX_POINTS_PER_OP), pts(0, MAX_POINTS_PER_OP + 1)]).toEqual([true, false]);
    expect([pts(MAX_STROKE_POINTS, 0), pts(MAX_STROKE_POINTS + 1, 0), pts(-1, 0), pts(0.5, 0)]).toEqual([true, false, false, false]);
  });
  it("holds the limit of ids in a del", () => {
    const del = (count: number) => isOp({ op: "del", ids: Array.from({ length: count }, (_, i) => `s${i}`) });
    expect([del(0), del(1), del(2_000), del(2_001)]).toEqual([false, true, true, false]);
  });
});

it("entrySchema names properties in tags only", () => {
  const entry = (set: unknown) => ({ state: "live", shape: rect("a"), rev: { made: `${ANN}.1`, set } });
  expect(v.is(entrySchema, entry({ color: `${ANN}.2`, parent: `${ANN}.2` }))).toBe(true);
  expect(v.is(entrySchema, entry(JSON.parse(`{"__proto__":"${ANN}.2"}`)))).toBe(false);
  expect(v.is(entrySchema, entry({ color: "someone" }))).toBe(false);
});

describe("checkOp", () => {
  const board = boardOf([ANN, { op: "add", shape: rect("a") }], [ANN, { op: "add", shape: openStrokeShape("s") }]);

  it("refuses a property of another kind", () => {
    expect(checkOp(board, set({ fill: "solid" }))).toBeUndefined();
    expect(checkOp(board, set({ autoWidth: true }))).toBe("prop");
    expect(checkOp(board, { op: "set", id: "s", props: { quantum: 2 } })).toBe("prop");
    expect(checkOp(board, { op: "set", id: "gone", props: { autoWidth: true } })).toBeUndefined();
  });
  it("refuses half a group and a group under different guards", () => {
    expect(checkOp(board, set({ x: 1, y: 1, rotation: 0 }))).toBeUndefined();
    expect(checkOp(board, set({ x: 1, y: 1 }))).toBe("group");
    const tags = { x: `${ANN}.1`, y: `${ANN}.1` };
    expect(checkOp(board, set({ x: 1, y: 1, rotation: 0 }, tags))).toBe("group");
    expect(checkOp(board, set({ x: 1, y: 1, rotation: 0 }, { ...tags, rotation: `${ANN}.2` }))).toBe("group");
    expect(checkOp(board, set({ x: 1, y: 1, rotation: 0 }, { ...tags, rotation: `${ANN}.1` }))).toBeUndefined();
  });
  it("refuses points that are not exactly count, of no stroke, or too many", () => {
    const bytes = encodePoints([{ x: 1, y: 2 }], { quantum: 1, pressure: false });
    const pts = { op: "pts", id: "s", off: 0, count: 1, bytes } as const;
    expect(checkOp(board, pts)).toBeUndefined();
    expect(checkOp(board, { ...pts, count: 2 })).toBe("points");
    expect(checkOp(board, { ...pts, bytes: Uint8Array.of(0x80) })).toBe("points");
    expect(checkOp(board, { ...pts, id: "a" })).toBe("kind");
    expect(checkOp(board, { ...pts, off: MAX_STROKE_POINTS - 1 })).toBeUndefined();
    expect(checkOp(board, { ...pts, off: MAX_STROKE_POINTS })).toBe("overflow");
  });
  it("refuses to leave the page step by step", () => {
    const walk = boardOf([ANN, { op: "add", shape: openStrokeShape("s") }]);
    const first = encodePoints([{ x: MAX_COORDINATE, y: 0 }], { quantum: 1, pressure: false });
    const step = { op: "pts", id: "s", count: 1, bytes: encodePoints([{ x: 1, y: 0 }], { quantum: 1, pressure: false }) } as const;
    expect(checkOp(walk, { ...step, off: 0, bytes: first })).toBeUndefined();
    applyOp(walk, { ...step, off: 0, bytes: first }, `${ANN}.2`);
    expect(checkOp(walk, { ...step, off: 1 })).toBe("points");
  });
});

describe("checkTxn", () => {
  it("checks each op against what the ops before it leave behind", () => {
    const ops = [
      { op: "add", shape: rect("n") },
      { op: "set", id: "n", props: { autoWidth: true } },
    ] as const;
    const board = boardOf();
    expect(checkTxn(board, { client: ANN, n: 1, ops })).toBe("prop");
    expect(checkTxn(board, { client: ANN, n: 1, ops: ops.slice(0, 1) })).toBeUndefined();
    expect(board.entryCount).toBe(0);
  });
  it("follows a stroke through several appends of one push", () => {
    const bytes = encodePoints([{ x: 600_000, y: 0 }], { quantum: 1, pressure: false });
    const pts = (off: number) => ({ op: "pts", id: "s", off, count: 1, bytes }) as const;
    const add = { op: "add", shape: openStrokeShape("s") } as const;
    expect(checkTxn(boardOf(), { client: ANN, n: 1, ops: [add, pts(0)] })).toBeUndefined();
    expect(checkTxn(boardOf(), { client: ANN, n: 1, ops: [add, pts(0), pts(1)] })).toBe("points");
  });
});
