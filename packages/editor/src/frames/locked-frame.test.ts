import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, it } from "vitest";
import { Hand, rect } from "../test-hand.ts";

const RIGHT = { button: 2, buttons: 2 } as const;
const frame = (more: object = {}) => fixture("frame", { id: "f", x: 0, y: 0, w: 300, h: 200, name: "Plan", ...more });
const stroke = fixture("draw", { id: "ink", x: 200, y: 100, parent: "g" });

/** A frame with a filled box and, in a group, a stroke; another box beside it. */
function locked(more: object = { locked: true }): Hand {
  const hand = new Hand([
    frame(more),
    rect("in", 20, 20, 60, 60, { parent: "f", fill: "solid" }),
    fixture("group", { id: "g", parent: "f" }),
    stroke,
    rect("out", 400, 20, 60, 60, { fill: "solid" }),
  ]);
  hand.editor.setTool("select");
  return hand;
}

describe("what lies in a locked frame", () => {
  it("is not taken by clicks, marquee, lasso or Select all, nor moved; what lies beside it is", () => {
    const hand = locked();
    hand.click([50, 50]);
    expect(hand.selected).toEqual([]);
    hand.drag([
      [50, 50],
      [60, 60],
      [120, 90],
    ]);
    expect(hand.props("in")).toMatchObject({ x: 20, y: 20 });
    hand.drag([
      [-20, -20],
      [200, 100],
      [500, 300],
    ]);
    expect(hand.selected).toEqual(["out"]);
    hand.key("Escape");
    hand.key("a", { mod: true });
    expect(hand.selected).toEqual(["out"]);
  });

  it("is left by the eraser, by that of parts too, and no arrow hangs on it", () => {
    const hand = locked();
    for (const eraser of ["whole", "part"] as const) {
      hand.editor.setStyle({ eraser });
      hand.key("e");
      hand.drag([
        [10, 50],
        [150, 110],
        [290, 110],
      ]);
      hand.key("v");
    }
    expect(hand.shapes).toHaveLength(5);
    hand.key("a");
    hand.drag([
      [430, 50],
      [300, 60],
      [50, 50],
    ]);
    expect(hand.props("made-1")).toMatchObject({ start: { id: "out" }, end: null });
  });

  it("is not written on by a double click, which begins a text of its own over it", () => {
    const hand = locked();
    hand.doubleClick([50, 50]);
    expect(hand.state.editingText?.id).toBe("made-1");
  });

  it("is unlocked with the frame, which a right click on any of it takes, and is as it was then", () => {
    const hand = locked();
    hand.click([50, 50], RIGHT);
    expect([hand.selected, hand.state.isLocked]).toEqual([["f"], true]);
    hand.editor.run("edit.lock");
    expect(hand.props("f")["locked"]).toBe(false);
    hand.click([50, 50]);
    expect([hand.selected, hand.state.isLocked]).toEqual([["in"], false]);
    hand.undo();
    // It was selected when the frame was locked again: it cannot be moved, and Unlock means the frame.
    expect(hand.state.isLocked).toBe(true);
    hand.key("ArrowRight");
    hand.key("Delete");
    expect(hand.props("in")).toMatchObject({ x: 20, locked: false });
    hand.editor.run("edit.lock");
    expect([hand.props("f")["locked"], hand.props("in")["locked"]]).toEqual([false, false]);
  });

  it("stays locked by itself where it was locked before, and lies deeper than one frame", () => {
    const hand = new Hand([
      frame({ locked: true }),
      frame({ id: "inner", parent: "f", w: 100, h: 100 }),
      rect("in", 20, 20, 40, 40, { parent: "inner", fill: "solid", locked: true }),
    ]);
    hand.editor.setTool("select");
    hand.click([40, 40], RIGHT);
    expect(hand.selected).toEqual(["f"]);
    hand.editor.run("edit.lock");
    hand.click([40, 40]);
    expect(hand.selected).toEqual([]);
    hand.click([40, 40], RIGHT);
    expect(hand.selected).toEqual(["in"]);
  });

  it("is neither added to nor let go of: a frame that is locked takes in nothing", () => {
    const hand = locked();
    hand.drag([
      [430, 50],
      [300, 60],
      [150, 60],
    ]);
    expect([hand.props("out")["parent"], hand.state.takers]).toEqual(["page", undefined]);
    hand.key("r");
    hand.drag([
      [200, 20],
      [210, 30],
      [260, 80],
    ]);
    expect(hand.props("made-1")["parent"]).toBe("page");
    hand.board.remote([{ op: "set", id: "in", props: { x: 500, y: 300, rotation: 0 } }]);
    expect(hand.props("in")["parent"]).toBe("f");
  });
});

describe("the frame that would take in what is dragged", () => {
  it("is said from when all of it lies inside until it is let go of, or is dragged out again", () => {
    const hand = locked({});
    hand.down([430, 50]);
    hand.move([420, 50]);
    hand.move([300, 60]);
    expect(hand.state.takers).toBeUndefined();
    hand.move([200, 60]);
    const said = hand.state.takers;
    expect(said).toEqual(["f"]);
    hand.move([190, 60]);
    expect(hand.state.takers).toBe(said);
    hand.move([310, 60]);
    expect(hand.state.takers).toBeUndefined();
    hand.move([200, 60]);
    hand.up([200, 60]);
    expect([hand.state.takers, hand.props("out")["parent"]]).toEqual([undefined, "f"]);
  });

  it("is not said of the frame that has it already, nor where the drag is given up", () => {
    const hand = locked({});
    hand.down([50, 50]);
    hand.move([60, 60]);
    hand.move([120, 90]);
    expect(hand.state.takers).toBeUndefined();
    hand.up([120, 90]);
    hand.down([430, 50]);
    hand.move([300, 60]);
    hand.move([200, 60]);
    hand.key("Escape");
    expect(hand.state.takers).toBeUndefined();
  });

  it("is said of copies that travel, and of the inner one of two", () => {
    const hand = new Hand([
      frame(),
      frame({ id: "small", x: 100, y: 50, w: 120, h: 120 }),
      rect("out", 400, 20, 60, 60, { fill: "solid" }),
    ]);
    hand.editor.setTool("select");
    hand.down([430, 50]);
    hand.move([300, 60], { alt: true });
    hand.move([160, 110], { alt: true });
    expect(hand.state.takers).toEqual(["small"]);
    hand.up([160, 110], { alt: true });
    expect([hand.props("out")["parent"], hand.shapes.at(-1)?.parent]).toEqual(["page", "small"]);
  });
});
