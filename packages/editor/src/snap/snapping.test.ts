import { describe, expect, it } from "vitest";
import { Hand, rect } from "../test-hand.ts";

/** A hand with snapping on. */
function snappingHand(...shapes: Parameters<typeof rect>[]) {
  const hand = new Hand(shapes.map((args) => rect(...args)));
  hand.key("s", { alt: true });
  return hand;
}

describe("snapping while moving", () => {
  it("an edge comes into line with another one within 8 pixels, and a guide shows it until the drag ends", () => {
    const hand = snappingHand(["a", 0, 0, 100, 100], ["b", 300, 300, 50, 50]);
    hand.down([325, 325]);
    hand.move([200, 300]);
    hand.move([131, 250]);
    // The left edge would be at 106, that is 6 beside the right edge of the other one.
    expect(hand.state.guides).toEqual([{ kind: "line", from: { x: 100, y: 0 }, to: { x: 100, y: 275 } }]);
    hand.up([131, 250]);
    expect([hand.props("b"), hand.state.guides]).toMatchObject([{ x: 100, y: 225 }, []]);
    hand.undo();
    expect(hand.props("b")).toMatchObject({ x: 300, y: 300 });
  });

  it("centres come into line too, on both axes at once", () => {
    const hand = snappingHand(["a", 0, 0, 100, 100], ["b", 300, 300, 50, 50]);
    hand.drag([
      [325, 325],
      [200, 200],
      [53, 47],
    ]);
    expect(hand.props("b")).toMatchObject({ x: 25, y: 25 });
  });

  it("the reach is one of the screen, whatever the zoom", () => {
    const hand = snappingHand(["a", 0, 0, 100, 100], ["b", 130, 300, 50, 50]);
    hand.editor.setCamera({ x: 0, y: 0, zoom: 0.5 });
    hand.drag([
      [155, 325],
      [150, 325],
      [140, 325],
    ]);
    expect(hand.props("b")["x"]).toBe(100);
    hand.editor.setCamera({ x: 0, y: 0, zoom: 2 });
    hand.drag([
      [125, 310],
      [128, 310],
      [131, 310],
    ]);
    expect(hand.props("b")["x"]).toBe(106);
  });

  it("Mod holds it off, also in the middle of a drag, and a key turns it off", () => {
    const hand = snappingHand(["a", 0, 0, 100, 100], ["b", 300, 300, 50, 50]);
    hand.down([325, 325]);
    hand.move([200, 300]);
    hand.move([131, 250], { mod: true });
    expect([hand.state.preview.get("b")?.x, hand.state.guides]).toEqual([106, []]);
    hand.keyUp("Control");
    expect(hand.state.preview.get("b")?.x).toBe(100);
    hand.key("Escape");
    hand.key("s", { alt: true });
    hand.drag([
      [325, 325],
      [200, 300],
      [131, 250],
    ]);
    expect(hand.props("b")["x"]).toBe(106);
  });

  it("a box between two others is put where both gaps are equal, and one behind two others as far as they are apart", () => {
    const hand = snappingHand(["a", 0, 0, 100, 100], ["b", 300, 20, 100, 100], ["m", 500, 300, 60, 30]);
    hand.down([530, 315]);
    hand.move([300, 200]);
    hand.move([204, 68]);
    expect(hand.state.preview.get("m")?.x).toBe(170);
    expect(hand.state.guides.filter(({ kind }) => kind === "gap").map(({ from, to }) => to.x - from.x)).toEqual([70, 70]);
    hand.move([635, 68]);
    expect(hand.state.preview.get("m")?.x).toBe(600);
    hand.up([635, 68]);
    expect(hand.props("m")["x"]).toBe(600);
  });

  it("what is moved is no target for itself, a group is one, and with Shift the other axis stays", () => {
    const hand = snappingHand(["a", 0, 0, 100, 100], ["b", 102, 0, 50, 50], ["c", 303, 205, 50, 50]);
    hand.editor.select(["a", "b"]);
    hand.drag([
      [50, 50],
      [60, 60],
      [56, 53],
    ]);
    expect([hand.props("a"), hand.props("b")]).toMatchObject([
      { x: 6, y: 3 },
      { x: 108, y: 3 },
    ]);
    hand.click([700, 500]);
    hand.drag(
      [
        [330, 230],
        [300, 230],
        [335, 232],
      ],
      { shift: true },
    );
    expect(hand.props("c")["y"]).toBe(205);
  });
});

describe("snapping while resizing and making", () => {
  it("the side under the hand comes into line, the others stay", () => {
    const hand = snappingHand(["a", 0, 0, 100, 100], ["b", 300, 300, 50, 50]);
    hand.editor.select(["b"]);
    hand.drag([
      [300, 325],
      [200, 325],
      [105, 325],
    ]);
    expect(hand.props("b")).toMatchObject({ x: 100, w: 250, y: 300, h: 50 });
  });

  it("a new box ends in line with what is there, and not with itself", () => {
    const hand = snappingHand(["a", 0, 0, 100, 100]);
    hand.key("r");
    hand.drag([
      [300, 300],
      [200, 200],
      [103, 157],
    ]);
    expect(hand.props(hand.selected[0] ?? "")).toMatchObject({ x: 100, y: 157, w: 200, h: 143 });
  });
});

describe("the grid", () => {
  it("holds what is moved, made and nudged on its lines", () => {
    const hand = snappingHand(["a", 3, 7, 50, 50]);
    hand.key("'", { mod: true });
    hand.drag([
      [20, 20],
      [40, 40],
      [81, 58],
    ]);
    expect(hand.props("a")).toMatchObject({ x: 60, y: 40 });
    hand.key("ArrowRight");
    hand.key("ArrowDown", { shift: true });
    expect(hand.props("a")).toMatchObject({ x: 80, y: 140 });
    hand.key("r");
    hand.drag([
      [303, 301],
      [350, 350],
      [368, 391],
    ]);
    expect(hand.props(hand.selected[0] ?? "")).toMatchObject({ x: 300, y: 300, w: 60, h: 100 });
  });
});

it("of 20,000 shapes in view as targets, a move looks at few", () => {
  const shapes = Array.from({ length: 20_000 }, (_, i) => rect(`s${i}`, (i % 200) * 4, Math.floor(i / 200) * 6, 2, 2));
  const hand = new Hand([...shapes, rect("big", 900, 100, 50, 50)]);
  hand.key("s", { alt: true });
  hand.editor.select(["big"]);
  hand.editor.setCamera({ x: 300, y: 0, zoom: 1 });
  hand.drag([
    [925, 125],
    [900, 125],
    [880, 125],
  ]);
  expect(hand.state.guides).toEqual([]);
  expect(hand.props("big")["y"]).toBeGreaterThan(80);
});

describe("snapping where it is off, as people have it at first", () => {
  const drag = (hand: Hand, mod: boolean) => {
    hand.down([325, 325]);
    hand.move([200, 300], { mod });
    hand.move([131, 250], { mod });
    hand.up([131, 250], { mod });
  };
  const board = () => [rect("a", 0, 0, 100, 100), rect("b", 300, 300, 50, 50)];

  it("leaves things where they are put, and with Mod puts them in line", () => {
    const hand = new Hand(board());
    expect(hand.state).toMatchObject({ snaps: false, grid: false });
    drag(hand, false);
    expect(hand.props("b")).toMatchObject({ x: 106, y: 225 });
    hand.undo();
    drag(hand, true);
    expect(hand.props("b")).toMatchObject({ x: 100, y: 225 });
  });

  it("Mod lets go of the grid and of lines that are on", () => {
    const hand = new Hand(board());
    hand.editor.setPreferences({ snaps: true });
    drag(hand, true);
    expect(hand.props("b")).toMatchObject({ x: 106, y: 225 });
    hand.undo();
    hand.editor.setPreferences({ grid: true });
    drag(hand, true);
    expect(hand.props("b")).toMatchObject({ x: 106, y: 225 });
    hand.undo();
    drag(hand, false);
    expect(hand.props("b")).toMatchObject({ x: 100, y: 220 });
  });
});
