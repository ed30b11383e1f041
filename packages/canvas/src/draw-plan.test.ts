import type { BoardStore } from "@inkroom/model";
import { PLAIN_FACE, encodePoints, type DrawShape, type RectShape, type Shape, type ShapeId } from "@inkroom/shapes";
import { PLAIN_RECT } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { DrawPlan, type EditorLook, type FramePlan, type LiveStep, type StaticStep } from "./draw-plan.ts";
import type { DraftPort } from "./ports.ts";

const base = { parent: "page", rotation: 0, opacity: 1, locked: false, link: "", color: "ink", size: "m", x: 0, y: 0 } as const;
const format = { quantum: 1, pressure: false } as const;

function rect(id: string, index: string, changes: Partial<RectShape> = {}): RectShape {
  return { ...base, id, index, kind: "rect", ...PLAIN_RECT, w: 50, h: 50, fill: "none", dash: "solid", ...changes };
}

function stroke(id: string, index: string, count: number, changes: Partial<DrawShape> = {}): DrawShape {
  const points = encodePoints(
    Array.from({ length: count }, (_, i) => ({ x: i * 3, y: i })),
    format,
  );
  return {
    ...base,
    ...format,
    id,
    index,
    kind: "draw",
    nib: "pen",
    fill: "none",
    fillColor: "same",
    scaleX: 1,
    scaleY: 1,
    points,
    count,
    done: false,
    ...changes,
  };
}

const IDLE: EditorLook = {
  camera: { x: 0, y: 0, zoom: 1 },
  viewport: { w: 800, h: 600 },
  preview: new Map(),
  erasing: new Set(),
  busy: false,
};

type Frame = FramePlan & { readonly live: LiveStep };

/** A board, the plan for it, and how often each layer had to hear of something. */
function setUp(shapes: readonly Shape[], drafts?: DraftPort) {
  const board = new Map(shapes.map((shape) => [shape.id, shape]));
  const view = {
    get: (id: ShapeId) => board.get(id),
    entry: () => undefined,
    record: () => undefined,
    shapes: () => board.values(),
    get size() {
      return board.size;
    },
  };
  const never = () => () => undefined;
  const nobody = { client: "test", nextN: 1, canEdit: true, lastLife: () => undefined, commit: () => 1 };
  const store: BoardStore = { view, ...nobody, onRenumbered: never, subscribe: never };
  const plan = new DrawPlan(store, drafts);
  const counts = { resets: 0, changes: 0, lives: 0 };
  let nowMs = 0;
  /** One frame, `afterMs` after the one before: by default long enough for everything to have come to rest. */
  const next = (look: EditorLook = IDLE, afterMs = 1000, late: readonly Shape[] = []): Frame => {
    nowMs += afterMs;
    const frame = plan.next(look, nowMs);
    const live = plan.live(late);
    if (frame.static.kind === "reset") counts.resets += 1;
    if (frame.static.kind === "change") counts.changes += 1;
    if (live.kind === "redraw") counts.lives += 1;
    return { ...frame, live };
  };
  next();
  Object.assign(counts, { resets: 0, changes: 0, lives: 0 });
  const put = (...changed: readonly Shape[]): void => {
    for (const shape of changed) board.set(shape.id, shape);
    plan.noteChange({ touched: new Set(changed.map(({ id }) => id)), origin: "remote" });
  };
  const bring = (...shapes: readonly Shape[]): void => {
    for (const shape of shapes) board.set(shape.id, shape);
    plan.noteChange({ touched: new Set(shapes.map(({ id }) => id)), origin: "part" });
  };
  const remove = (id: ShapeId): void => {
    board.delete(id);
    plan.noteChange({ touched: new Set([id]), origin: "remote" });
  };
  return { plan, next, put, bring, remove, counts };
}

function ids(step: LiveStep): readonly string[] {
  return step.kind === "keep" ? [] : step.items.map(({ shape, isCover }) => (isCover ? `${shape.id}*` : shape.id));
}

/** A static step in short: what came over the rest, what came or changed, what went, how many places look different. */
function told(step: StaticStep): unknown {
  if (step.kind !== "change") return step.kind;
  const { over, put, forget, damage } = step;
  return { over: over.map(({ id }) => id), put: put.map(({ id }) => id), forget, damaged: damage.length };
}

const everything = { x: -1e6, y: -1e6, w: 2e6, h: 2e6 };
const rest = (plan: DrawPlan): readonly string[] => plan.inOrder(plan.staticIn(everything)).map(({ id }) => id);

test("a frame without changes paints nothing", () => {
  const { next, counts } = setUp([rect("a", "a1")]);
  next();
  next({ ...IDLE });
  expect(counts).toEqual({ resets: 0, changes: 0, lives: 0 });
});

test("what rests is told in stacking order", () => {
  const { plan } = setUp([rect("b", "a2"), rect("far", "a3", { x: 5000 }), rect("a", "a1")]);
  expect(plan.inOrder(plan.staticIn({ x: 0, y: 0, w: 800, h: 600 })).map(({ id }) => id)).toEqual(["a", "b"]);
});

test("a point appended to a remote stroke redraws the live layer once and changes nothing on the static layer", () => {
  const { plan, next, put, counts } = setUp([rect("a", "a1"), stroke("s", "a2", 2)]);
  for (let count = 3; count <= 30; count += 1) {
    put(stroke("s", "a2", count));
    expect(ids(next().live)).toEqual(["s"]);
  }
  expect(counts).toEqual({ resets: 0, changes: 0, lives: 28 });
  expect(rest(plan)).toEqual(["a"]);
});

test("several changes between two frames are one redraw", () => {
  const { next, put, counts } = setUp([stroke("s", "a2", 2)]);
  for (let count = 3; count <= 30; count += 1) put(stroke("s", "a2", count));
  next();
  expect(counts).toEqual({ resets: 0, changes: 0, lives: 1 });
});

test("a stroke that is done goes over the static layer and from the live one in the same frame", () => {
  const { next, put, counts } = setUp([rect("a", "a1"), stroke("s", "a2", 5)]);
  put(stroke("s", "a2", 6, { done: true }));
  const frame = next();
  expect(told(frame.static)).toEqual({ over: ["s"], put: ["s"], forget: [], damaged: 0 });
  expect(frame.live).toEqual({ kind: "redraw", items: [] });
  next();
  expect(counts).toEqual({ resets: 0, changes: 1, lives: 1 });
});

test("a stroke that ends under another shape has its place painted anew", () => {
  const { plan, next, put } = setUp([rect("over", "a3"), stroke("s", "a2", 5)]);
  put(stroke("s", "a2", 6, { done: true }));
  expect(told(next().static)).toEqual({ over: [], put: ["s"], forget: [], damaged: 1 });
  expect(rest(plan)).toEqual(["s", "over"]);
});

test("a new shape that overlaps one whose place is painted anew is part of that", () => {
  const { next, put } = setUp([rect("top", "a9", { x: 40 })]);
  put(rect("low", "a1", { x: 0, w: 60 }), rect("high", "b1", { x: -40, w: 50 }), rect("aside", "b2", { x: 500 }));
  expect(told(next().static)).toEqual({ over: ["aside"], put: ["low", "high", "aside"], forget: [], damaged: 2 });
});

test("a shape that is edited, moved or deleted damages the places it left and came to, and no other", () => {
  const { next, put, remove } = setUp([rect("a", "a1"), rect("b", "a2")]);
  put(rect("a", "a1", { color: "red" }));
  expect(told(next().static)).toEqual({ over: [], put: ["a"], forget: [], damaged: 2 });
  put(rect("a", "a1", { x: 9000 }));
  const moved = next().static;
  expect(moved.kind === "change" && moved.damage.map(({ x }) => Math.round(x / 100) + 0)).toEqual([0, 90]);
  remove("b");
  expect(told(next().static)).toEqual({ over: [], put: [], forget: ["b"], damaged: 1 });
});

test("a shape edited twice between two frames damages the place where it was painted", () => {
  const { next, put } = setUp([rect("a", "a1")]);
  put(rect("a", "a1", { x: 2000 }));
  put(rect("a", "a1", { x: 4000 }));
  const step = next().static;
  expect(step.kind === "change" && step.damage.map(({ x }) => Math.round(x / 100) + 0)).toEqual([0, 40]);
});

test("a gesture changes the static layer when it begins and when it ends, however many moves it has", () => {
  const moved = rect("a", "a1");
  const { plan, next, put, counts } = setUp([moved, rect("b", "a2", { x: 300 })]);
  for (let x = 1; x <= 40; x += 1) {
    const preview = new Map([["a", { ...moved, x }]]);
    if (x % 10 === 0) put({ ...moved, x });
    expect(ids(next({ ...IDLE, preview, busy: true }).live)).toEqual(["a"]);
    // Between two commits the preview may be gone for a moment.
    if (x % 10 === 0) next({ ...IDLE, busy: true });
  }
  expect([counts.changes, rest(plan)]).toEqual([1, ["b"]]);
  put({ ...moved, x: 40 });
  const last = next(IDLE);
  // Alone at its place and not painted at the moment: painted over what is there.
  expect(told(last.static)).toEqual({ over: ["a"], put: ["a"], forget: [], damaged: 0 });
  expect(last.live).toEqual({ kind: "redraw", items: [] });
  expect(counts.changes).toBe(2);
});

test("a shape that was moved and committed move by move rests as soon as it is let go", () => {
  const moved = rect("a", "a1");
  const { plan, next, put } = setUp([moved]);
  for (let x = 1; x <= 5; x += 1) {
    put({ ...moved, x });
    next({ ...IDLE, preview: new Map([["a", { ...moved, x }]]), busy: true }, 16);
  }
  put({ ...moved, x: 6 });
  const last = next(IDLE, 16);
  expect(told(last.static)).toEqual({ over: ["a"], put: ["a"], forget: [], damaged: 0 });
  expect([last.isSettling, rest(plan)]).toEqual([false, ["a"]]);
});

test("a shape moved under others stays under them: what lies above is painted onto it again", () => {
  const low = rect("low", "a1");
  const { plan, next } = setUp([low, rect("over", "a2", { x: 40 }), rect("far", "a3", { x: 400 })]);
  const frame = next({ ...IDLE, preview: new Map([["low", { ...low, x: 20 }]]), busy: true });
  expect(told(frame.static)).toEqual({ over: [], put: [], forget: ["low"], damaged: 1 });
  expect(rest(plan)).toEqual(["over", "far"]);
  expect(ids(frame.live)).toEqual(["low", "over*"]);
});

test("copies that the board does not know yet are painted", () => {
  const { next, counts } = setUp([rect("a", "a1")]);
  const frame = next({ ...IDLE, preview: new Map([["copy", rect("copy", "a2", { x: 100 })]]), busy: true });
  expect(ids(frame.live)).toEqual(["copy"]);
  expect(counts.changes).toBe(0);
});

test("erased shapes are faded in place and come back when the eraser lets go", () => {
  const { plan, next, counts } = setUp([rect("a", "a1", { opacity: 0.5 }), rect("b", "a2", { x: 20 })]);
  const { live } = next({ ...IDLE, erasing: new Set(["a"]), busy: true });
  expect(live.kind === "redraw" && live.items.map(({ opacity }) => opacity)).toEqual([0.1, 1]);
  expect([ids(live), rest(plan)]).toEqual([["a", "b*"], ["b"]]);
  next({ ...IDLE, erasing: new Set(["a"]), busy: true });
  next(IDLE);
  expect([counts.changes, rest(plan)]).toEqual([2, ["a", "b"]]);
});

const TEXT: Shape = {
  ...base,
  id: "t",
  index: "a1",
  kind: "text",
  text: "hi",
  w: 20,
  h: 25,
  autoWidth: true,
  scale: 1,
  align: "left",
  ...PLAIN_FACE,
};

test("the text under the text field is not painted", () => {
  const { plan, next } = setUp([TEXT, rect("b", "a2")]);
  next({ ...IDLE, editingText: { id: "t" } });
  expect(rest(plan)).toEqual(["b"]);
  expect(ids(next({ ...IDLE, editingText: { id: "t" }, preview: new Map([["t", TEXT]]) }).live)).toEqual([]);
  next(IDLE);
  expect(rest(plan)).toEqual(["t", "b"]);
});

test("a text that has just been in motion is taken off the live layer when the text field comes over it, and stays off", () => {
  const { plan, next, put } = setUp([TEXT]);
  put({ ...TEXT, x: 1 });
  next(IDLE, 16);
  put({ ...TEXT, x: 2 });
  expect(ids(next(IDLE, 16).live)).toEqual(["t"]);
  const editing = { ...IDLE, editingText: { id: "t" } };
  expect(next(editing, 16).live).toEqual({ kind: "redraw", items: [] });
  put({ ...TEXT, x: 3 });
  expect(ids(next(editing, 16).live)).toEqual([]);
  // In motion still when the field goes.
  expect(ids(next(IDLE, 16).live)).toEqual(["t"]);
  expect(next(IDLE, 500).live).toEqual({ kind: "redraw", items: [] });
  expect(rest(plan)).toEqual(["t"]);
});

test("a label that has just been in motion leaves the live layer with its field", () => {
  const shape = rect("a", "a1");
  const { plan, next, put } = setUp([shape]);
  for (const x of [1, 2]) {
    put({ ...shape, x });
    next(IDLE, 16);
  }
  const editing = { ...IDLE, editingText: { id: "a" } };
  expect(next(editing, 16).live.kind).toBe("redraw");
  next(editing, 500);
  next(IDLE, 16);
  expect(rest(plan)).toEqual(["a"]);
});

test("the camera leaves the static layer's content alone; the live layer follows it if there is something on it", () => {
  const { plan, next, put, counts } = setUp([rect("a", "a1")]);
  next({ ...IDLE, camera: { x: 5, y: 0, zoom: 1 } });
  next({ ...IDLE, camera: { x: 5, y: 0, zoom: 1 }, viewport: { w: 700, h: 600 } });
  expect(counts).toEqual({ resets: 0, changes: 0, lives: 0 });
  put(stroke("s", "a2", 3));
  next(IDLE);
  next({ ...IDLE, camera: { x: 9, y: 0, zoom: 1 } }, 16);
  expect(counts).toEqual({ resets: 0, changes: 0, lives: 2 });
  plan.noteAppearance();
  next(IDLE, 16);
  expect(counts).toEqual({ resets: 1, changes: 0, lives: 3 });
});

test("a part of a board that is being loaded comes to rest as a few places, and not by way of the live layer", () => {
  const { plan, next, bring, counts } = setUp([]);
  bring(...Array.from({ length: 500 }, (_, i) => rect(`r${i}`, `a${i}`, { x: (i % 100) * 60, y: i })));
  bring(rect("far", "a0", { x: 90_000 }));
  const step = next().static;
  expect(told(step)).toEqual({ over: [], put: [], forget: [], damaged: 0 });
  const arrived = step.kind === "change" ? step.arrived : [];
  expect(arrived).toHaveLength(10);
  const isTold = (x: number): boolean => arrived.some((box) => box.x <= x && box.x + box.w >= x + 50);
  expect([0, 60, 2_940, 5_940, 90_000].map(isTold)).toEqual([true, true, true, true, true]);
  // What lies between is not damaged.
  expect(isTold(40_000)).toBe(false);
  expect(counts).toEqual({ resets: 0, changes: 1, lives: 0 });
  expect(rest(plan)).toHaveLength(501);
  expect(next().static.kind).toBe("keep");
});

test("what a part of the board brings anew is a change like any other", () => {
  const { next, bring } = setUp([rect("mine", "a5")]);
  bring(rect("mine", "a5", { w: 80 }), rect("new", "a1"));
  const step = next().static;
  expect(told(step)).toEqual({ over: [], put: ["mine"], forget: [], damaged: 2 });
  expect(step).toMatchObject({ arrived: [{}] });
});

test("a reset of the board paints it anew", () => {
  const { plan, next, counts } = setUp([rect("a", "a1")]);
  plan.noteChange({ touched: new Set(), origin: "reset" });
  next();
  expect(counts.resets).toBe(1);
});

test("shapes that the static layer does not show yet are on the live layer meanwhile", () => {
  const late = rect("late", "a1");
  const { next, put } = setUp([rect("over", "a2", { x: 40 })]);
  put(late);
  expect(ids(next(IDLE, 16, [late]).live)).toEqual(["late", "over*"]);
  expect(next(IDLE, 16, [late]).live.kind).toBe("keep");
  expect(next(IDLE, 16, []).live).toEqual({ kind: "redraw", items: [] });
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
  const done = next().static;
  expect(done.kind === "change" && done.over).toEqual([stroke("s", "a2", 3, { done: true })]);
  expect(counts.resets).toBe(0);
});

test("a shape that someone else drags changes the static layer twice, and once more when it rests under another", () => {
  const { plan, next, put, counts } = setUp([rect("a", "a1"), rect("over", "a2", { x: 60, y: 0 })]);
  const frames: Frame[] = [];
  for (let x = 1; x <= 40; x += 1) {
    put(rect("a", "a1", { x }));
    frames.push(next(IDLE, 16));
  }
  expect(counts).toEqual({ resets: 0, changes: 2, lives: 39 });
  expect(frames.at(-1)?.isSettling).toBe(true);
  const between = next(IDLE, 16);
  expect([between.static.kind, between.live.kind]).toEqual(["keep", "keep"]);
  const last = next(IDLE, 400);
  expect(told(last.static)).toEqual({ over: [], put: ["a"], forget: [], damaged: 1 });
  expect(rest(plan)).toEqual(["a", "over"]);
  expect(last.live).toEqual({ kind: "redraw", items: [] });
  expect(last.isSettling).toBe(false);
});

test("single edits now and then are painted at once and leave nothing to settle", () => {
  const { next, put, counts } = setUp([rect("a", "a1")]);
  for (let x = 1; x <= 3; x += 1) {
    put(rect("a", "a1", { x }));
    expect(next().isSettling).toBe(false);
  }
  expect(counts).toEqual({ resets: 0, changes: 3, lives: 0 });
});

test("a stroke that nobody finishes comes to rest on the static layer, and grows again when there is news", () => {
  const { plan, next, put, counts } = setUp([rect("a", "a1")]);
  put(stroke("s", "a2", 4));
  const first = next();
  expect([ids(first.live), first.isSettling]).toEqual([["s"], true]);
  expect(next(IDLE, 1500).static.kind).toBe("keep");
  const rested = next(IDLE, 1600);
  expect([rest(plan), rested.isSettling]).toEqual([["a", "s"], false]);
  expect(next().live).toEqual({ kind: "keep" });
  expect(counts.resets).toBe(0);
  put(stroke("s", "a2", 6));
  const again = next();
  expect([rest(plan), ids(again.live)]).toEqual([["a"], ["s"]]);
});

test("a shape that looks different without being another is painted anew in its place, once", () => {
  const { plan, next, counts } = setUp([rect("a", "a0"), rect("b", "a1", { x: 500 })]);
  plan.noteLook(["a", "gone"]);
  const frame = next();
  if (frame.static.kind !== "change") throw new Error("nothing is painted");
  expect(frame.static.put.map(({ id }) => id)).toEqual(["a"]);
  expect(frame.static.damage).toEqual([
    { x: -2, y: -2, w: 54, h: 54 },
    { x: -2, y: -2, w: 54, h: 54 },
  ]);
  expect([frame.static.over, frame.static.forget]).toEqual([[], []]);
  expect(next().static.kind).toBe("keep");
  expect(counts).toEqual({ resets: 0, changes: 1, lives: 0 });
});
