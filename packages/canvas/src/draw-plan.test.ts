import type { BoardStore } from "@inkroom/model";
import { encodePoints, type DrawShape, type RectShape, type Shape, type ShapeId } from "@inkroom/shapes";
import { expect, test } from "vitest";
import { DrawPlan, type EditorLook, type FramePlan, type LiveStep, type StaticStep } from "./draw-plan.ts";
import type { DraftPort } from "./ports.ts";

const base = { parent: "page", rotation: 0, opacity: 1, color: "ink", size: "m", x: 0, y: 0 } as const;
const format = { quantum: 1, pressure: false } as const;

function rect(id: string, index: string, changes: Partial<RectShape> = {}): RectShape {
  return { ...base, id, index, kind: "rect", w: 50, h: 50, fill: "none", dash: "solid", ...changes };
}

function stroke(id: string, index: string, count: number, changes: Partial<DrawShape> = {}): DrawShape {
  const points = encodePoints(
    Array.from({ length: count }, (_, i) => ({ x: i * 3, y: i })),
    format,
  );
  return { ...base, ...format, id, index, kind: "draw", scaleX: 1, scaleY: 1, points, count, done: false, ...changes };
}

const IDLE: EditorLook = {
  camera: { x: 0, y: 0, zoom: 1 },
  viewport: { w: 800, h: 600 },
  preview: new Map(),
  erasing: new Set(),
  busy: false,
};

/** A board, the plan for it, and the number of times each layer has been painted. */
function setUp(shapes: readonly Shape[], drafts?: DraftPort) {
  const board = new Map(shapes.map((shape) => [shape.id, shape]));
  const view = {
    get: (id: ShapeId) => board.get(id),
    entry: () => undefined,
    shapes: () => board.values(),
    get size() {
      return board.size;
    },
  };
  const store: BoardStore = { view, client: "test", nextN: 1, canEdit: true, commit: () => 1, subscribe: () => () => undefined };
  const plan = new DrawPlan(store, drafts);
  const counts = { redraws: 0, appends: 0, lives: 0 };
  let nowMs = 0;
  /** One frame, `afterMs` after the one before: by default long enough for everything to have come to rest. */
  const next = (look: EditorLook = IDLE, afterMs = 1000): FramePlan => {
    nowMs += afterMs;
    const frame = plan.next(look, nowMs);
    if (frame.static.kind === "redraw") counts.redraws += 1;
    if (frame.static.kind === "append") counts.appends += 1;
    if (frame.live.kind === "redraw") counts.lives += 1;
    return frame;
  };
  next();
  Object.assign(counts, { redraws: 0, appends: 0, lives: 0 });
  const put = (...changed: readonly Shape[]): void => {
    for (const shape of changed) board.set(shape.id, shape);
    plan.noteChange({ touched: new Set(changed.map(({ id }) => id)), origin: "remote" });
  };
  const remove = (id: ShapeId): void => {
    board.delete(id);
    plan.noteChange({ touched: new Set([id]), origin: "remote" });
  };
  return { plan, next, put, remove, counts };
}

function ids(step: StaticStep | LiveStep): readonly string[] {
  return step.kind === "keep" ? [] : step.items.map(({ shape, isCover }) => (isCover ? `${shape.id}*` : shape.id));
}

test("a frame without changes paints nothing", () => {
  const { next, counts } = setUp([rect("a", "a1")]);
  next();
  next({ ...IDLE });
  expect(counts).toEqual({ redraws: 0, appends: 0, lives: 0 });
});

test("the first frame paints what is in view, in stacking order", () => {
  const { plan } = setUp([rect("b", "a2"), rect("far", "a3", { x: 5000 }), rect("a", "a1")]);
  plan.noteAppearance();
  expect(ids(plan.next(IDLE, 0).static)).toEqual(["a", "b"]);
});

test("a point appended to a remote stroke redraws the live layer once and the static layer never", () => {
  const { next, put, counts } = setUp([rect("a", "a1"), stroke("s", "a2", 2)]);
  for (let count = 3; count <= 30; count += 1) {
    put(stroke("s", "a2", count));
    expect(ids(next().live)).toEqual(["s"]);
  }
  expect(counts).toEqual({ redraws: 0, appends: 0, lives: 28 });
});

test("several changes between two frames are one redraw", () => {
  const { next, put, counts } = setUp([stroke("s", "a2", 2)]);
  for (let count = 3; count <= 30; count += 1) put(stroke("s", "a2", count));
  next();
  expect(counts).toEqual({ redraws: 0, appends: 0, lives: 1 });
});

test("a stroke that is done goes to the static layer and from the live one in the same frame, without a redraw", () => {
  const { next, put, counts } = setUp([rect("a", "a1"), stroke("s", "a2", 5)]);
  put(stroke("s", "a2", 6, { done: true }));
  const frame = next();
  expect(frame.static.kind).toBe("append");
  expect(ids(frame.static)).toEqual(["s"]);
  expect(frame.live).toEqual({ kind: "redraw", items: [] });
  next();
  expect(counts).toEqual({ redraws: 0, appends: 1, lives: 1 });
});

test("a stroke that ends under another shape has the static layer redrawn in order", () => {
  const { next, put } = setUp([rect("over", "a3"), stroke("s", "a2", 5)]);
  put(stroke("s", "a2", 6, { done: true }));
  const frame = next();
  expect(frame.static.kind).toBe("redraw");
  expect(ids(frame.static)).toEqual(["s", "over"]);
});

test("changes out of view paint nothing", () => {
  const { next, put, remove, counts } = setUp([rect("a", "a1")]);
  put(rect("far", "a2", { x: 5000 }));
  next();
  put(rect("far", "a2", { x: 6000 }), stroke("s", "a3", 4, { x: 9000, done: true }));
  next();
  remove("far");
  next();
  expect(counts).toEqual({ redraws: 0, appends: 0, lives: 0 });
});

test("a shape that is edited or deleted in view, or moves out of it, redraws the static layer once", () => {
  const { next, put, remove, counts } = setUp([rect("a", "a1"), rect("b", "a2")]);
  put(rect("a", "a1", { color: "red" }));
  next();
  put(rect("a", "a1", { x: 9000 }));
  expect(ids(next().static)).toEqual(["b"]);
  remove("b");
  expect(ids(next().static)).toEqual([]);
  expect(counts.redraws).toBe(3);
});

test("a new shape on top is painted over what is there", () => {
  const { next, put, counts } = setUp([rect("a", "a1")]);
  put(rect("b", "a2"), rect("c", "a3"));
  expect(ids(next().static)).toEqual(["b", "c"]);
  expect(counts).toEqual({ redraws: 0, appends: 1, lives: 0 });
});

test("a gesture redraws the static layer when it begins and when it ends, however many moves it has", () => {
  const moved = rect("a", "a1");
  const { next, put, counts } = setUp([moved, rect("b", "a2", { x: 300 })]);
  for (let x = 1; x <= 40; x += 1) {
    const preview = new Map([["a", { ...moved, x }]]);
    if (x % 10 === 0) put({ ...moved, x });
    expect(ids(next({ ...IDLE, preview, busy: true }).live)).toEqual(["a"]);
    // Between two commits the preview may be gone for a moment.
    if (x % 10 === 0) next({ ...IDLE, busy: true });
  }
  expect(counts.redraws).toBe(1);
  put({ ...moved, x: 40 });
  const last = next(IDLE);
  // Alone at its place and not painted at the moment: painted over what is there.
  expect(ids(last.static)).toEqual(["a"]);
  expect(last.live).toEqual({ kind: "redraw", items: [] });
  expect(counts.redraws + counts.appends).toBe(2);
});

test("a shape that was moved and committed move by move rests as soon as it is let go", () => {
  const moved = rect("a", "a1");
  const { next, put } = setUp([moved]);
  for (let x = 1; x <= 5; x += 1) {
    put({ ...moved, x });
    next({ ...IDLE, preview: new Map([["a", { ...moved, x }]]), busy: true }, 16);
  }
  put({ ...moved, x: 6 });
  const last = next(IDLE, 16);
  expect(ids(last.static)).toEqual(["a"]);
  expect(last.isSettling).toBe(false);
});

test("a shape moved under others stays under them: what lies above is painted onto it again", () => {
  const low = rect("low", "a1");
  const { next } = setUp([low, rect("over", "a2", { x: 40 }), rect("far", "a3", { x: 400 })]);
  const frame = next({ ...IDLE, preview: new Map([["low", { ...low, x: 20 }]]), busy: true });
  expect(ids(frame.static)).toEqual(["over", "far"]);
  expect(ids(frame.live)).toEqual(["low", "over*"]);
});

test("copies that the board does not know yet are painted", () => {
  const { next, counts } = setUp([rect("a", "a1")]);
  const frame = next({ ...IDLE, preview: new Map([["copy", rect("copy", "a2", { x: 100 })]]), busy: true });
  expect(ids(frame.live)).toEqual(["copy"]);
  expect(counts.redraws).toBe(0);
});

test("erased shapes are faded in place and come back when the eraser lets go", () => {
  const { next, counts } = setUp([rect("a", "a1", { opacity: 0.5 }), rect("b", "a2")]);
  const frame = next({ ...IDLE, erasing: new Set(["a"]), busy: true });
  expect(frame.static.kind === "redraw" && frame.static.items.map(({ opacity }) => opacity)).toEqual([0.1, 1]);
  next({ ...IDLE, erasing: new Set(["a"]), busy: true });
  next(IDLE);
  expect(counts.redraws).toBe(2);
});

test("the text under the text field is not painted", () => {
  const text: Shape = { ...base, id: "t", index: "a1", kind: "text", text: "hi", w: 20, h: 25, autoWidth: true, scale: 1, align: "left" };
  const { next } = setUp([text, rect("b", "a2")]);
  expect(ids(next({ ...IDLE, editingText: { id: "t" } }).static)).toEqual(["b"]);
  expect(ids(next({ ...IDLE, editingText: { id: "t" }, preview: new Map([["t", text]]) }).live)).toEqual([]);
  expect(ids(next(IDLE).static)).toEqual(["t", "b"]);
});

test("camera, size and appearance redraw the static layer, and the live layer only if there is something on it", () => {
  const { plan, next, put, counts } = setUp([rect("a", "a1")]);
  next({ ...IDLE, camera: { x: 5, y: 0, zoom: 1 } });
  next({ ...IDLE, camera: { x: 5, y: 0, zoom: 1 }, viewport: { w: 700, h: 600 } });
  plan.noteAppearance();
  next({ ...IDLE, camera: { x: 5, y: 0, zoom: 1 }, viewport: { w: 700, h: 600 } });
  expect(counts).toEqual({ redraws: 3, appends: 0, lives: 0 });
  put(stroke("s", "a2", 3));
  next(IDLE);
  expect(counts).toEqual({ redraws: 4, appends: 0, lives: 1 });
});

test("a reset of the board paints it anew", () => {
  const { plan, next, counts } = setUp([rect("a", "a1")]);
  plan.noteChange({ touched: new Set(), origin: "reset" });
  next();
  expect(counts.redraws).toBe(1);
});

test("a draft's points are painted with the record's, until the record is done", () => {
  const tail = encodePoints([{ x: 300, y: 0 }], { ...format, from: { x: 3, y: 1, p: 0 } });
  const { plan, next, put, counts } = setUp([stroke("s", "a2", 2)], {
    get: (id) => (id === "s" ? tail : undefined),
    subscribe: () => () => undefined,
  });
  plan.noteDrafts();
  const { live } = next();
  const painted = live.kind === "redraw" ? live.items[0]?.shape : undefined;
  expect(painted?.kind === "draw" && painted.points.length).toBe(4 + tail.length);
  put(stroke("s", "a2", 3, { done: true }));
  const done = next();
  expect(done.static.kind === "append" && done.static.items[0]?.shape).toEqual(stroke("s", "a2", 3, { done: true }));
  expect(counts.redraws).toBe(0);
});

test("a shape that someone else drags redraws the static layer twice, and once more when it rests under another", () => {
  const { next, put, counts } = setUp([rect("a", "a1"), rect("over", "a2", { x: 60, y: 0 })]);
  const frames: FramePlan[] = [];
  for (let x = 1; x <= 40; x += 1) {
    put(rect("a", "a1", { x }));
    frames.push(next(IDLE, 16));
  }
  expect(counts).toEqual({ redraws: 2, appends: 0, lives: 39 });
  expect(frames.at(-1)?.isSettling).toBe(true);
  const between = next(IDLE, 16);
  expect([between.static.kind, between.live.kind]).toEqual(["keep", "keep"]);
  const rest = next(IDLE, 400);
  expect(ids(rest.static)).toEqual(["a", "over"]);
  expect(rest.live).toEqual({ kind: "redraw", items: [] });
  expect(rest.isSettling).toBe(false);
});

test("single edits now and then are painted at once and leave nothing to settle", () => {
  const { next, put, counts } = setUp([rect("a", "a1")]);
  for (let x = 1; x <= 3; x += 1) {
    put(rect("a", "a1", { x }));
    expect(next().isSettling).toBe(false);
  }
  expect(counts).toEqual({ redraws: 3, appends: 0, lives: 0 });
});

test("a stroke that nobody finishes comes to rest on the static layer, and grows again when there is news", () => {
  const { next, put, counts } = setUp([rect("a", "a1")]);
  put(stroke("s", "a2", 4));
  const first = next();
  expect([ids(first.live), first.isSettling]).toEqual([["s"], true]);
  expect(ids(next(IDLE, 1500).static)).toEqual([]);
  const rested = next(IDLE, 1600);
  expect([ids(rested.static), rested.isSettling]).toEqual([["s"], false]);
  expect(next().live).toEqual({ kind: "keep" });
  expect(counts.redraws).toBe(0);
  put(stroke("s", "a2", 6));
  const again = next();
  expect([ids(again.static), ids(again.live)]).toEqual([["a"], ["s"]]);
});
