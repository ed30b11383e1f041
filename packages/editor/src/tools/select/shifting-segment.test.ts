import type { ArrowShape, Pins } from "@inkroom/shapes";
import { fixture, NO_LINE_LABEL } from "@inkroom/shapes/testing";
import { describe, expect, it } from "vitest";
import { Hand, type Point, rect } from "../../test-hand.ts";

/** Two boxes and an elbow from the right side of the one to the left side of the other, selected: it steps down at x = 250. */
async function joined(changes: Partial<ArrowShape> = {}): Promise<Hand> {
  const elbow = fixture("arrow", {
    ...NO_LINE_LABEL,
    id: "arrow",
    x: 0,
    y: 0,
    vertices: [0, 0, 1, 0],
    route: "elbow",
    start: { id: "a", x: 0.9, y: 0.5 },
    end: { id: "b", x: 0.1, y: 0.5 },
    index: "a1",
    ...changes,
  });
  const hand = new Hand([box("a", 0, 0), box("b", 400, 200), elbow]);
  await hand.editor.loadParts();
  hand.editor.setTool("select");
  hand.editor.select(["arrow"]);
  return hand;
}

const box = (id: string, x: number, y: number) => ({ ...rect(id, x, y), w: 100, h: 100 });

/** Its corners where it is seen, rounded, without its ends. */
function corners(hand: Hand): readonly (readonly [number, number])[] {
  const { x, y, vertices } = hand.editor.shape("arrow") as ArrowShape;
  const all = Array.from(
    { length: vertices.length / 2 },
    (_, i) => [Math.round(x + (vertices[2 * i] ?? 0)), Math.round(y + (vertices[2 * i + 1] ?? 0))] as const,
  );
  return all.slice(1, -1);
}

const pull = (hand: Hand, from: Point, to: Point, options = {}): void =>
  hand.drag([from, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], to], options);
const pins = (hand: Hand): Pins | null => (hand.shape("arrow") as ArrowShape).pins;
const move = (id: string, x: number, y: number) => ({ op: "set", id, props: { x, y, rotation: 0 } }) as const;

describe("a segment of a selected elbow", () => {
  it("is moved across itself, stays there when a shape moves, and all of it is one undo step", async () => {
    const hand = await joined();
    pull(hand, [250, 150], [180, 170]);
    expect(corners(hand)).toEqual([
      [180, 50],
      [180, 250],
    ]);
    expect(pins(hand)?.fixed).toEqual([true]);
    hand.board.remote([move("b", 500, 300)]);
    expect(corners(hand)).toEqual([
      [180, 50],
      [180, 350],
    ]);
    hand.board.remote([move("a", 20, -60)]);
    expect(corners(hand)[0]).toEqual([180, -10]);
    hand.undo();
    expect([pins(hand), hand.state.canUndo]).toEqual([null, false]);
    expect(corners(hand)).toEqual([
      [310, -10],
      [310, 350],
    ]);
  });

  it("is let go of by a double click on its handle; one that is free is written on", async () => {
    const hand = await joined();
    pull(hand, [250, 150], [180, 150]);
    hand.doubleClick([180, 150]);
    expect([pins(hand), corners(hand)]).toEqual([
      null,
      [
        [250, 50],
        [250, 250],
      ],
    ]);
    hand.undo();
    expect(corners(hand)[0]).toEqual([180, 50]);
    hand.doubleClick([180, 150]);
    hand.doubleClick([250, 150]);
    expect(hand.state.editingText?.id).toBe("arrow");
  });

  it("by its first segment, too: it leaves the shape elsewhere, or by another side", async () => {
    const hand = await joined({ start: { id: "a", x: 0.5, y: 0.5 } });
    // Down from the middle, then to the left side of the other.
    expect(corners(hand)).toEqual([[50, 250]]);
    pull(hand, [50, 179], [80, 179]);
    expect(corners(hand)).toEqual([[80, 250]]);
    pull(hand, [80, 179], [200, 179]);
    expect(corners(hand)).toEqual([
      [200, 50],
      [200, 250],
    ]);
  });

  it("leaves the others that were put somewhere where they are, and what lies between them", async () => {
    const hand = await joined();
    pull(hand, [250, 150], [180, 150]);
    // The last segment, down: the way goes there, and back up to the shape.
    pull(hand, [286, 250], [286, 330]);
    const [first, second] = [corners(hand), pins(hand)];
    expect(first[0]).toEqual([180, 50]);
    expect(first[1]).toEqual([180, 330]);
    expect(second?.fixed).toEqual([true, true]);
    hand.board.remote([move("b", 420, 120)]);
    expect(corners(hand).slice(0, 2)).toEqual([
      [180, 50],
      [180, 330],
    ]);
    // Unpinned in the middle of three, it goes half way between the others.
    const stair = await joined({ pins: { axis: "x", at: [150, 100, 300], fixed: [true, true, true] } });
    expect(corners(stair)).toEqual([
      [150, 50],
      [150, 100],
      [300, 100],
      [300, 250],
    ]);
    stair.doubleClick([225, 100]);
    expect(pins(stair)?.fixed).toEqual([true, false, true]);
    expect(corners(stair).slice(1, 3)).toEqual([
      [150, 150],
      [300, 150],
    ]);
  });

  it("makes one line with its neighbour where it comes near to that, unless Mod is held", async () => {
    const hand = await joined({ pins: { axis: "x", at: [150, 100, 300], fixed: [true, true, true] } });
    pull(hand, [300, 175], [154, 175]);
    expect(corners(hand)).toEqual([
      [150, 50],
      [150, 250],
    ]);
    expect(pins(hand)?.fixed).toEqual([true]);
    hand.undo();
    pull(hand, [300, 175], [154, 175], { mod: true });
    expect(corners(hand)).toHaveLength(4);
  });

  it("goes along where both shapes are moved, and the arrow with them, by hand, by keys and by numbers; copies have it too", async () => {
    const hand = await joined();
    pull(hand, [250, 150], [180, 150]);
    hand.editor.select(["a", "b"]);
    hand.drag([
      [0, 20],
      [20, 40],
      [100, 70],
    ]);
    const moved = [
      [280, 100],
      [280, 300],
    ];
    expect(corners(hand)).toEqual(moved);
    hand.undo();
    expect(corners(hand)[0]).toEqual([180, 50]);
    hand.key("ArrowRight", { shift: true });
    expect(corners(hand)[0]).toEqual([190, 50]);
    hand.editor.place({ x: 100, y: 50 });
    expect(corners(hand)).toEqual(moved);
    hand.editor.select(["a", "b", "arrow"]);
    hand.editor.run("edit.duplicate");
    const copy = hand.shapes.find(({ id, kind }) => kind === "arrow" && id !== "arrow") as ArrowShape;
    expect(copy.pins?.at.map((at) => Math.round(at + copy.x)).length).toBe(1);
    expect(copy.pins?.fixed).toEqual([true]);
  });

  it("is mirrored, turned by quarters and resized with the arrow, and forgotten at other angles", async () => {
    const free = {
      start: null,
      end: null,
      x: 100,
      y: 100,
      vertices: [0, 0, 300, 200],
      pins: { axis: "x", at: [60], fixed: [true] },
    } as const;
    const of = () => joined({ ...free, vertices: [...free.vertices], pins: { axis: "x", at: [60], fixed: [true] } });
    const hand = await of();
    expect(corners(hand)).toEqual([
      [160, 100],
      [160, 300],
    ]);
    hand.editor.run("edit.flip-x");
    expect(corners(hand)).toEqual([
      [340, 100],
      [340, 300],
    ]);
    hand.undo();
    hand.editor.place({ w: 600 });
    expect(corners(hand)[0]).toEqual([220, 100]);
    hand.undo();
    hand.editor.place({ degrees: 90 });
    // About (250, 200): what ran up and down at 160 runs across at 110.
    expect(corners(hand)).toEqual([
      [350, 110],
      [150, 110],
    ]);
    hand.undo();
    hand.editor.place({ degrees: 30 });
    expect((hand.editor.shape("arrow") as ArrowShape).pins).toBeNull();
    hand.undo();
    expect(corners(hand)[0]).toEqual([160, 100]);
  });

  it("stays where it is when an end is pulled elsewhere", async () => {
    const held: Pins = { axis: "x", at: [80], fixed: [true] };
    const hand = await joined({ start: null, end: null, x: 120, y: 150, vertices: [0, 0, 200, 200], pins: held });
    pull(hand, [120, 150], [40, 190]);
    expect(corners(hand)).toEqual([
      [200, 190],
      [200, 350],
    ]);
  });

  it("cannot be moved where the board cannot be edited or the arrow is locked, and comes back by Escape", async () => {
    const locked = await joined({ locked: true });
    pull(locked, [250, 150], [180, 150]);
    expect(pins(locked)).toBeNull();
    const hand = await joined();
    hand.down([250, 150]);
    hand.move([220, 150]);
    hand.move([180, 150]);
    hand.key("Escape");
    hand.up([180, 150]);
    expect([pins(hand), hand.state.canUndo]).toEqual([null, false]);
  });

  it("is taken by a finger", async () => {
    const hand = await joined();
    pull(hand, [262, 155], [192, 155], { pointerType: "touch" });
    expect(corners(hand)[0]).toEqual([180, 50]);
  });
});
