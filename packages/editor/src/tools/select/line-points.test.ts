import type { ArrowShape, LineShape } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, it } from "vitest";
import { Hand, rect } from "../../test-hand.ts";

/** A line from (100, 100) over (200, 100) to (200, 200), selected. */
function bent(changes: Partial<LineShape> = {}): Hand {
  const hand = new Hand([fixture("line", { x: 100, y: 100, vertices: [0, 0, 100, 0, 100, 100], ...changes })]);
  hand.editor.setTool("select");
  hand.editor.select(["line"]);
  return hand;
}

/** An arrow from (100, 100) to (300, 100), selected. */
function straight(changes: Partial<ArrowShape> = {}): Hand {
  const arrow = fixture("arrow", { x: 100, y: 100, vertices: [0, 0, 200, 0], end: null, text: "", textW: 0, textH: 0, ...changes });
  const hand = new Hand([arrow, rect("box", 400, 50)]);
  hand.editor.setTool("select");
  hand.editor.select(["arrow"]);
  return hand;
}

describe("the points of a selected line", () => {
  it("are pulled one by one, the others stay, and it is one undo step", () => {
    const hand = bent();
    hand.drag([
      [200, 100],
      [230, 90],
      [260, 60],
    ]);
    expect(hand.props("line")).toMatchObject({ x: 100, y: 100, vertices: [0, 0, 160, -40, 100, 100] });
    hand.drag([
      [100, 100],
      [90, 100],
      [50, 120],
    ]);
    expect(hand.props("line")).toMatchObject({ x: 50, y: 120, vertices: [0, 0, 210, -60, 150, 80] });
    hand.undo();
    hand.undo();
    expect(hand.props("line")).toMatchObject({ x: 100, y: 100, vertices: [0, 0, 100, 0, 100, 100] });
    expect(hand.state.canUndo).toBe(false);
  });

  it("of a turned line are where they are seen", () => {
    const hand = bent({ rotation: Math.PI });
    // Turned by half about (150, 150): the corner has come to (100, 200).
    hand.drag([
      [100, 200],
      [90, 210],
      [80, 240],
    ]);
    const { x, y, rotation, vertices } = hand.props("line") as unknown as LineShape;
    expect([x, y, rotation, ...vertices].map((value) => Math.round(value) + 0)).toEqual([200, 200, 0, 0, 0, -120, 40, -100, -100]);
  });

  it("have handles between them, which make a new point when they are pulled", () => {
    const hand = bent();
    hand.drag([
      [200, 150],
      [210, 150],
      [260, 150],
    ]);
    expect(hand.props("line")["vertices"]).toEqual([0, 0, 100, 0, 160, 50, 100, 100]);
    hand.undo();
    expect(hand.props("line")["vertices"]).toHaveLength(6);
    expect(hand.state.canUndo).toBe(false);
  });

  it("go by a double click, or by Delete when they were clicked, down to two; otherwise Delete takes the line", () => {
    const hand = bent();
    hand.doubleClick([200, 100]);
    expect(hand.props("line")["vertices"]).toEqual([0, 0, 100, 100]);
    hand.undo();
    hand.click([100, 100]);
    expect(hand.state.point).toBe(0);
    hand.key("Delete");
    expect(hand.props("line")).toMatchObject({ x: 200, y: 100, vertices: [0, 0, 0, 100] });
    expect([hand.selected, hand.state.point]).toEqual([["line"], undefined]);
    hand.click([200, 100]);
    hand.key("Delete");
    expect(hand.shapes).toEqual([]);
  });

  it("that was clicked is moved by the arrow keys", () => {
    const hand = bent();
    hand.click([200, 100]);
    hand.key("ArrowRight", { shift: true });
    expect(hand.props("line")).toMatchObject({ x: 100, vertices: [0, 0, 110, 0, 100, 100] });
    hand.click([150, 400]);
    hand.editor.select(["line"]);
    hand.key("ArrowRight", { shift: true });
    expect(hand.props("line")).toMatchObject({ x: 110, vertices: [0, 0, 110, 0, 100, 100] });
  });

  it("close the line where one end is let go of on the other, and move as one then", () => {
    const hand = bent({ vertices: [0, 0, 100, 0, 100, 100, 0, 100] });
    hand.drag([
      [100, 200],
      [150, 150],
      [104, 103],
    ]);
    expect(hand.props("line")["vertices"]).toEqual([0, 0, 100, 0, 100, 100, 0, 0]);
    const closed = bent({ vertices: [0, 0, 100, 0, 100, 100, 0, 0] });
    closed.drag([
      [100, 100],
      [90, 90],
      [60, 80],
    ]);
    expect(closed.props("line")).toMatchObject({ x: 60, y: 80, vertices: [0, 0, 140, 20, 140, 120, 0, 0] });
    closed.doubleClick([60, 80]);
    expect(closed.props("line")["vertices"]).toHaveLength(8);
  });

  it("are not pulled on a line that is locked, nor on a board that cannot be edited", () => {
    const hand = bent({ locked: true });
    hand.drag([
      [200, 100],
      [230, 90],
      [260, 60],
    ]);
    expect(hand.props("line")["vertices"]).toEqual([0, 0, 100, 0, 100, 100]);
  });

  it("are given back by Escape", () => {
    const hand = bent();
    hand.down([200, 100]);
    hand.move([260, 60]);
    hand.key("Escape");
    hand.up([260, 60]);
    expect([hand.props("line")["vertices"], hand.state.canUndo]).toEqual([[0, 0, 100, 0, 100, 100], false]);
  });
});

describe("an end of a selected arrow", () => {
  it("hangs on the shape it is let go of over, lets go of it when it is pulled away, and never does with Mod", () => {
    const hand = straight();
    hand.down([300, 100]);
    hand.move([350, 100]);
    hand.move([450, 100]);
    expect(hand.state.bindTarget).toBe("box");
    hand.up([450, 100]);
    expect(hand.state.bindTarget).toBeUndefined();
    expect(hand.props("arrow")).toMatchObject({ start: null, end: { id: "box", x: 0.5, y: 0.5 } });
    // It is seen to end at the outline, and taken there.
    hand.drag([
      [393, 100],
      [350, 150],
      [300, 200],
    ]);
    expect(hand.props("arrow")).toMatchObject({ end: null, vertices: [0, 0, 200, 100] });
    hand.drag(
      [
        [300, 200],
        [350, 150],
        [450, 100],
      ],
      { mod: true },
    );
    expect(hand.props("arrow")).toMatchObject({ end: null, vertices: [0, 0, 350, 0] });
  });

  it("keeps what the other end hangs on while a point between is pulled", () => {
    const hand = straight({ end: { id: "box", x: 0.5, y: 0.5 } });
    hand.drag([
      [246, 100],
      [246, 150],
      [246, 200],
    ]);
    expect(hand.props("arrow")).toMatchObject({ end: { id: "box" } });
    expect(hand.props("arrow")["vertices"]).toHaveLength(6);
    hand.undo();
    expect(hand.props("arrow")["vertices"]).toHaveLength(4);
  });

  it("has its head turned on and off by a double click; half way, that writes on the line", () => {
    const hand = straight();
    hand.doubleClick([100, 100]);
    expect(hand.props("arrow")).toMatchObject({ startHead: "arrow", endHead: "arrow" });
    hand.doubleClick([300, 100]);
    expect(hand.props("arrow")).toMatchObject({ startHead: "arrow", endHead: "none" });
    hand.doubleClick([200, 100]);
    expect(hand.state.editingText?.id).toBe("arrow");
  });

  it("is not in the way of moving the arrow between its handles", () => {
    const hand = straight();
    hand.drag([
      [150, 100],
      [150, 110],
      [150, 140],
    ]);
    expect(hand.props("arrow")).toMatchObject({ x: 100, y: 140, vertices: [0, 0, 200, 0] });
  });
});
