import { decodePoints, type DrawShape, MAX_STROKE_POINTS } from "@inkroom/shapes";
import { describe, expect, it } from "vitest";
import { Hand, type Point } from "../../test-hand.ts";
import { quantumFor } from "./stroke-recorder.ts";

function pen(): Hand {
  const hand = new Hand();
  hand.editor.setTool("draw");
  return hand;
}

function stroke(hand: Hand, i = 0): DrawShape {
  const shape = hand.shapes[i];
  if (shape?.kind !== "draw") throw new Error("no stroke");
  return shape;
}

function pointsOf(shape: DrawShape): Point[] {
  const flat = decodePoints(shape.points, shape);
  const stride = shape.pressure ? 3 : 2;
  return Array.from({ length: flat.length / stride }, (_, i) => [
    shape.x + (flat[i * stride] ?? NaN),
    shape.y + (flat[i * stride + 1] ?? NaN),
  ]);
}

const zigzag = (n: number): Point[] => Array.from({ length: n }, (_, i) => [i * 5, (i % 2) * 5]);

describe("drawing", () => {
  it("pen-down commits the first point, pen-up closes the stroke, one press is one undo step", () => {
    const hand = pen();
    hand.down([10, 20]);
    expect(stroke(hand)).toMatchObject({ x: 10, y: 20, count: 1, done: false, color: "ink", size: "m", pressure: false });
    hand.move([20, 20]);
    hand.move([30, 20]);
    hand.up([40, 20]);
    expect(stroke(hand)).toMatchObject({ count: 4, done: true });
    expect(pointsOf(stroke(hand))).toEqual([
      [10, 20],
      [20, 20],
      [30, 20],
      [40, 20],
    ]);
    expect([hand.state.tool, hand.selected]).toEqual(["draw", []]);
    hand.undo();
    expect(hand.shapes).toEqual([]);
    hand.redo();
    expect(stroke(hand)).toMatchObject({ count: 4, done: true });
  });

  it("a click leaves a dot", () => {
    const hand = pen();
    hand.click([10, 20]);
    expect(stroke(hand)).toMatchObject({ count: 1, done: true });
  });

  it("the echo ends under the pen at every event", () => {
    const hand = pen();
    hand.down([0, 0]);
    for (const point of zigzag(100).slice(1)) {
      hand.move(point);
      const seen = hand.state.preview.get(stroke(hand).id) as DrawShape;
      expect(pointsOf(seen).at(-1)).toEqual(point);
      expect(pointsOf(seen).length).toBe(seen.count);
    }
    hand.up([495, 5]);
    expect(hand.state.preview.size).toBe(0);
  });

  it("the echo goes on to where the pen is expected; nothing of that is drafted or committed", () => {
    const hand = pen();
    hand.down([0, 0]);
    hand.move([10, 0], { predicted: [{ x: 20, y: 5, pressure: 0.5 }] });
    const seen = (): Point | undefined => pointsOf(hand.state.preview.get(stroke(hand).id) as DrawShape).at(-1);
    expect(seen()).toEqual([20, 5]);
    hand.move([12, 0]);
    expect(seen()).toEqual([12, 0]);
    hand.up([12, 0]);
    expect(pointsOf(stroke(hand)).every(([, y]) => y === 0)).toBe(true);
    expect(pointsOf(stroke(hand)).at(-1)).toEqual([12, 0]);
  });

  it("points are committed in chunks of at most 64 points or 250 ms", () => {
    const hand = pen();
    hand.stepMs = 1;
    hand.drag(zigzag(200));
    const chunks = hand.board.commits.flat().filter((op) => op.op === "pts");
    expect(chunks.map((op) => op.count)).toEqual([64, 64, 64, 7]);
    hand.stepMs = 50;
    hand.drag(zigzag(20));
    const slow = hand.board.commits
      .flat()
      .filter((op) => op.op === "pts")
      .slice(chunks.length);
    expect(slow.length).toBe(4);
  });

  it("a resting pen commits on a tick", () => {
    const hand = pen();
    hand.down([0, 0]);
    hand.move([10, 0]);
    hand.move([20, 0]);
    hand.editor.dispatch({ type: "tick", tMs: hand.clockMs + 300 });
    expect(stroke(hand).count).toBe(2);
  });

  it("drafts and record fit together byte by byte", () => {
    const hand = pen();
    hand.stepMs = 4;
    hand.down([0, 0]);
    const start = stroke(hand).points;
    for (const point of zigzag(150).slice(1)) hand.move(point);
    const sent = hand.drafts.reduce((bytes, draft) => Uint8Array.from([...bytes, ...draft.bytes]), start);
    expect(hand.drafts.map((draft) => draft.off)).toEqual(Array.from({ length: 148 }, (_, i) => i + 1));
    hand.up([745, 5]);
    expect([...stroke(hand).points.subarray(0, sent.length)]).toEqual([...sent]);
  });

  it("coalesced points are used", () => {
    const hand = pen();
    hand.down([0, 0]);
    hand.editor.dispatch({
      type: "pointer-move",
      pointerId: 1,
      pointerType: "pen",
      isPrimary: true,
      button: -1,
      buttons: 1,
      screen: { x: 30, y: 0 },
      tMs: 1100,
      shift: false,
      alt: false,
      mod: false,
      points: [
        { x: 10, y: 0, pressure: 0.5 },
        { x: 20, y: 0, pressure: 0.5 },
        { x: 30, y: 0, pressure: 0.5 },
      ],
    });
    hand.up([30, 0]);
    expect(pointsOf(stroke(hand)).map(([x]) => x)).toEqual([0, 10, 20, 30]);
  });

  it("a pen whose pressure is not wanted draws as a mouse does", () => {
    const hand = pen();
    hand.editor.setPreferences({ penPressure: false });
    hand.drag(
      [
        [0, 0],
        [10, 0],
        [20, 0],
      ],
      { pointerType: "pen", pressure: 0.3 },
    );
    expect(stroke(hand)).toMatchObject({ pressure: false, count: 3 });
    hand.editor.setPreferences({ penPressure: true });
    hand.down([0, 0], { pointerType: "pen", pressure: 0.3 });
    hand.up([0, 0], { pointerType: "pen" });
    expect(stroke(hand, 1).pressure).toBe(true);
  });

  it("pressure is kept where the pen measures it, also for the last point", () => {
    const hand = pen();
    hand.down([0, 0], { pointerType: "pen", pressure: 0.2 });
    hand.move([10, 0], { pointerType: "pen", pressure: 0.4 });
    hand.move([20, 0], { pointerType: "pen", pressure: 0.6 });
    hand.up([30, 0], { pointerType: "pen", pressure: 0 });
    const shape = stroke(hand);
    expect(shape.pressure).toBe(true);
    const flat = decodePoints(shape.points, shape);
    expect([flat[2], flat[5], flat[8], flat[11]]).toEqual([51, 102, 153, 153]);
  });

  it.each([[{ pointerType: "pen", pressure: 0.5 }], [{ pointerType: "mouse", pressure: 0.3 }]] as const)(
    "%o means no pressure",
    (options) => {
      const hand = pen();
      hand.click([0, 0], options);
      expect(stroke(hand).pressure).toBe(false);
    },
  );

  it("the quantum is the power of two nearest to a quarter of a screen pixel", () => {
    expect([1, 2, 0.5, 30, 0.02].map(quantumFor)).toEqual([1 / 4, 1 / 8, 1 / 2, 1 / 128, 8 + 8]);
    const hand = pen();
    hand.editor.setCamera({ x: 0, y: 0, zoom: 4 });
    hand.drag([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(stroke(hand).quantum).toBe(1 / 16);
  });

  it("a press with shift goes on straight from where the last stroke ended, at any angle, as long as that is there", () => {
    const hand = pen();
    hand.drag([
      [10, 10],
      [30, 10],
      [50, 10],
    ]);
    hand.click([90, 37], { shift: true });
    expect([pointsOf(stroke(hand, 1))[0], pointsOf(stroke(hand, 1)).at(-1)]).toEqual([
      [50, 10],
      [90, 37],
    ]);
    expect(stroke(hand, 1)).toMatchObject({ done: true });
    hand.click([90, 80], { shift: true });
    expect(pointsOf(stroke(hand, 2))[0]).toEqual([90, 37]);
    hand.undo();
    expect(hand.shapes).toHaveLength(2);
    hand.click([200, 200], { shift: true });
    expect(pointsOf(stroke(hand, 2))).toEqual([[200, 200]]);
  });

  it("shift draws straight in steps of 15 degrees, and freehand goes on from its end", () => {
    const hand = pen();
    hand.down([0, 0]);
    hand.move([10, 0]);
    hand.move([100, 3], { shift: true });
    const echoed = hand.state.preview.get(stroke(hand).id) as DrawShape;
    expect(pointsOf(echoed).at(-1)?.[1]).toBe(0);
    hand.move([200, 2], { shift: true });
    hand.move([200, 50]);
    hand.up([200, 60]);
    const points = pointsOf(stroke(hand));
    expect(points.filter(([, y]) => y === 0).at(-1)?.[0]).toBeCloseTo(200, 0);
    expect(points.at(-1)).toEqual([200, 60]);
    expect(points.length).toBeGreaterThan(10);
  });

  it("a stroke longer than the limit goes on in a new shape; both are one undo step", () => {
    const hand = pen();
    hand.stepMs = 1;
    hand.down([0, 0]);
    for (let i = 1; i < MAX_STROKE_POINTS + 100; i += 1) hand.move([i * 2, (i % 3) * 2]);
    hand.up([0, 50]);
    expect(hand.shapes.length).toBe(2);
    const [first, second] = [stroke(hand, 0), stroke(hand, 1)];
    expect([first.done, second.done]).toEqual([true, true]);
    expect(first.count).toBeLessThanOrEqual(MAX_STROKE_POINTS);
    const joint = pointsOf(first).at(-1) ?? [NaN, NaN];
    expect([second.x, second.y]).toEqual(joint);
    hand.undo();
    expect(hand.shapes).toEqual([]);
  });

  it("a lost pointer keeps what was drawn and closes it", () => {
    const hand = pen();
    hand.down([0, 0]);
    hand.move([10, 0]);
    hand.move([20, 0]);
    hand.pointer("pointer-cancel", [20, 0]);
    expect(stroke(hand)).toMatchObject({ count: 3, done: true });
    expect(hand.state.busy).toBe(false);
    hand.move([30, 0], { buttons: 0 });
    expect(stroke(hand).count).toBe(3);
  });

  it("another tool chosen in the middle keeps and closes the stroke", () => {
    const hand = pen();
    hand.down([0, 0]);
    hand.move([10, 0]);
    hand.editor.setTool("select");
    expect(stroke(hand)).toMatchObject({ count: 2, done: true });
    hand.up([20, 0]);
    expect(hand.shapes.length).toBe(1);
  });

  it("escape takes the stroke back", () => {
    const hand = pen();
    hand.down([0, 0]);
    hand.move([10, 0]);
    hand.key("Escape");
    hand.up([20, 0]);
    expect([hand.shapes, hand.state.canUndo, hand.state.tool]).toEqual([[], false, "draw"]);
  });

  it("a stroke deleted by somebody else under the pen ends without an error", () => {
    const hand = pen();
    hand.down([0, 0]);
    hand.move([10, 0]);
    hand.board.remote([{ op: "del", ids: [stroke(hand).id] }]);
    hand.move([20, 0]);
    hand.up([30, 0]);
    expect([hand.shapes, hand.state.canUndo, hand.state.busy]).toEqual([[], false, false]);
  });

  it("Mod while pressing erases for this press", () => {
    const hand = pen();
    hand.drag([
      [0, 0],
      [50, 0],
      [100, 0],
    ]);
    hand.drag(
      [
        [50, -20],
        [50, 0],
        [50, 20],
      ],
      { mod: true },
    );
    expect(hand.shapes).toEqual([]);
    hand.click([0, 0]);
    expect(hand.shapes.length).toBe(1);
  });

  it("a second finger that comes at once takes the mark of the first back", () => {
    const hand = pen();
    hand.down([0, 0], { pointerType: "touch" });
    hand.move([4, 0], { pointerType: "touch" });
    const pinch = { type: "pinch", screen: { x: 100, y: 100 }, dx: 10, dy: 0, scale: 2 } as const;
    hand.editor.dispatch({ ...pinch, phase: "start" });
    hand.editor.dispatch({ ...pinch, phase: "move" });
    hand.editor.dispatch({ ...pinch, phase: "end" });
    expect(hand.shapes).toEqual([]);
    expect(hand.state.camera).toEqual({ x: 40, y: 50, zoom: 2 });
  });
});
