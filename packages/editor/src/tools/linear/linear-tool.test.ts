import type { Op } from "@inkroom/model";
import type { ArrowShape } from "@inkroom/shapes";
import { describe, expect, it } from "vitest";
import { Hand, rect, text } from "../../test-hand.ts";

/** Two boxes of 100 x 100, 300 apart, with outlines of 4 units. */
const boxes = () => [rect("a", 0, 0), rect("b", 400, 0)];

function holding(tool: "line" | "arrow", hand = new Hand(boxes())): Hand {
  hand.editor.setTool(tool);
  return hand;
}

/** An arrow from the middle of one box to the middle of the other; it is "made-1". */
function joined(): Hand {
  const hand = holding("arrow");
  hand.drag([
    [50, 50],
    [200, 60],
    [450, 50],
  ]);
  return hand;
}

/** Where the arrow is seen to begin and to end, rounded. */
function seen(hand: Hand, id = "made-1"): number[] {
  const arrow = hand.editor.shape(id) as ArrowShape;
  return [0, 1, -2, -1].map((i) => Math.round((arrow.vertices.at(i) ?? NaN) + (i % 2 === 0 ? arrow.x : arrow.y)));
}

const move = (id: string, x: number, y: number): Op => ({ op: "set", id, props: { x, y, rotation: 0 } });

describe("an arrow drawn from shape to shape", () => {
  it("hangs on both, stops at their outlines, and is one undo step", () => {
    const hand = joined();
    expect(hand.props("made-1")).toMatchObject({ start: { id: "a", x: 0.5, y: 0.5 }, end: { id: "b", x: 0.5, y: 0.5 } });
    expect(seen(hand)).toEqual([107, 50, 393, 50]);
    hand.undo();
    expect(hand.shapes).toHaveLength(2);
    hand.redo();
    expect(seen(hand)).toEqual([107, 50, 393, 50]);
  });

  it("shows the shape under its end, before and during the press, and none with Mod, on which it does not hang", () => {
    const hand = holding("arrow");
    hand.move([20, 20], { buttons: 0 });
    expect(hand.state.bindTarget).toBe("a");
    hand.editor.setCamera({ x: 1, y: 0, zoom: 1 });
    expect(hand.state.bindTarget).toBeUndefined();
    hand.editor.setCamera({ x: 0, y: 0, zoom: 1 });
    hand.move([20, 20], { buttons: 0 });
    hand.leave();
    expect(hand.state.bindTarget).toBeUndefined();
    hand.move([250, 20], { buttons: 0 });
    expect(hand.state.bindTarget).toBeUndefined();
    hand.down([50, 50]);
    expect(hand.state.bindTarget).toBe("a");
    hand.move([390, 50]);
    expect(hand.state.bindTarget).toBe("b");
    hand.move([390, 50], { mod: true });
    expect(hand.state.bindTarget).toBeUndefined();
    hand.up([420, 50], { mod: true });
    expect(hand.state.bindTarget).toBeUndefined();
    expect(hand.props("made-1")).toMatchObject({ start: { id: "a" }, end: null });
    expect(seen(hand)).toEqual([107, 50, 420, 50]);
  });

  it("keeps a place that is not near the middle, and takes one beside the outline", () => {
    const hand = holding("arrow");
    hand.drag([
      [250, 10],
      [300, 10],
      [390, 20],
    ]);
    expect(hand.props("made-1")).toMatchObject({ start: null, end: { id: "b", x: expect.closeTo(0.01, 9) as number } });
    expect(seen(hand).slice(2)).toEqual([393, 20]);
  });

  it("takes what lies in front, the smaller of hollow shapes, and nothing that is locked or an arrow", () => {
    const hollow = { fill: "none" } as object;
    const hand = new Hand([
      rect("ground", 0, 0, 300, 300),
      rect("small", 100, 100, 40, 40, { ...hollow, index: "a1" }),
      rect("large", 50, 50, 200, 200, { ...hollow, index: "a2" }),
      rect("locked", 100, 100, 30, 30, { locked: true, index: "a3" }),
    ]);
    holding("arrow", hand).move([120, 120], { buttons: 0 });
    expect(hand.state.bindTarget).toBe("small");
    hand.move([60, 60], { buttons: 0 });
    expect(hand.state.bindTarget).toBe("large");
    hand.move([20, 20], { buttons: 0 });
    expect(hand.state.bindTarget).toBe("ground");
  });

  it("is not what a line does", () => {
    const hand = holding("line");
    hand.drag([
      [50, 50],
      [450, 50],
    ]);
    expect(hand.state.bindTarget).toBeUndefined();
    expect(seen(hand)).toEqual([50, 50, 450, 50]);
  });
});

describe("a bound arrow follows", () => {
  it("when somebody else moves, resizes or turns the shape", () => {
    const hand = joined();
    hand.board.remote([move("b", 400, 200)]);
    expect(seen(hand)[3]).toBeGreaterThan(150);
    hand.board.remote([move("b", 600, 0)]);
    expect(seen(hand)).toEqual([107, 50, 593, 50]);
    hand.board.remote([{ op: "set", id: "b", props: { w: 200, h: 100 } }]);
    expect(seen(hand)).toEqual([107, 50, 593, 50]);
    hand.board.remote([{ op: "set", id: "b", props: { x: 600, y: 0, rotation: Math.PI / 2 } }]);
    expect(seen(hand)).toEqual([107, 50, 643, 50]);
  });

  it("the own hand while it drags, and is found there by a click", () => {
    const hand = joined();
    hand.editor.select([]);
    hand.stepMs = 1;
    hand.down([450, 50]);
    hand.move([480, 50]);
    hand.move([650, 50]);
    expect(seen(hand)).toEqual([107, 50, 593, 50]);
    expect(hand.state.preview.has("made-1")).toBe(true);
    hand.up([650, 50]);
    expect(seen(hand)).toEqual([107, 50, 593, 50]);
    hand.click([550, 50]);
    expect(hand.selected).toEqual(["made-1"]);
    hand.undo();
    expect(seen(hand)).toEqual([107, 50, 393, 50]);
  });

  it("and is let go of by a drag of its own, at the ends that are not dragged with it", () => {
    const hand = joined();
    hand.editor.select([]);
    hand.drag([
      [180, 50],
      [180, 60],
      [180, 150],
    ]);
    expect(hand.props("made-1")).toMatchObject({ start: null, end: null });
    expect(seen(hand)).toEqual([107, 150, 393, 150]);
    hand.undo();
    expect(hand.props("made-1")).toMatchObject({ start: { id: "a" }, end: { id: "b" } });
    expect(seen(hand)).toEqual([107, 50, 393, 50]);
    hand.editor.select(["made-1", "b"]);
    hand.drag([
      [450, 50],
      [450, 60],
      [450, 150],
    ]);
    expect(hand.props("made-1")).toMatchObject({ start: null, end: { id: "b" } });
    expect(seen(hand)).toEqual([107, 150, 393, 150]);
  });

  it("and is not nudged away from what it hangs on, but with it", () => {
    const hand = joined();
    hand.key("ArrowDown", { shift: true });
    expect(seen(hand)).toEqual([107, 50, 393, 50]);
    hand.editor.select(["made-1", "a", "b"]);
    hand.key("ArrowDown", { shift: true });
    expect(seen(hand)).toEqual([107, 60, 393, 60]);
    hand.undo();
    expect(seen(hand)).toEqual([107, 50, 393, 50]);
  });

  it("and stays where it was seen when the shape is deleted, until that comes back", () => {
    const hand = joined();
    hand.board.remote([move("b", 600, 0)]);
    hand.editor.select(["b"]);
    hand.key("Delete");
    expect(seen(hand)).toEqual([107, 50, 593, 50]);
    hand.undo();
    hand.board.remote([move("b", 400, 0)]);
    expect(seen(hand)).toEqual([107, 50, 393, 50]);
  });
});

describe("a copy of a bound arrow", () => {
  it("hangs on the copies of what it hung on, and on nothing if it is copied alone", () => {
    const hand = joined();
    hand.editor.run("edit.select-all");
    hand.key("d", { mod: true });
    const copy = hand.shapes.find((shape) => shape.kind === "arrow" && shape.id !== "made-1") as ArrowShape;
    expect([copy.start?.id, copy.end?.id].every((id) => id !== "a" && id !== "b" && hand.selected.includes(id ?? ""))).toBe(true);
    hand.undo();
    hand.board.remote([move("b", 600, 0)]);
    hand.editor.select(["made-1"]);
    hand.key("d", { mod: true });
    const [alone = ""] = hand.selected;
    expect(hand.props(alone)).toMatchObject({ start: null, end: null });
    expect(seen(hand, alone)).toEqual([123, 66, 609, 66]);
  });
});

describe.each(["line", "arrow"] as const)("a %s set point by point", (tool) => {
  it("has a point for each click, and ends by a double click, Enter, Escape or a click on its last point; it is one undo step", () => {
    for (const end of ["double", "Enter", "Escape", "last"]) {
      const hand = holding(tool, new Hand());
      hand.click([10, 10]);
      expect(hand.shapes).toEqual([]);
      hand.move([60, 40], { buttons: 0 });
      expect(hand.editor.shape("made-1")).toMatchObject({ vertices: [0, 0, 50, 30] });
      hand.click([110, 10]);
      expect(hand.props("made-1")).toMatchObject({ kind: tool, x: 10, y: 10, vertices: [0, 0, 100, 0] });
      hand.move([110, 90], { buttons: 0 });
      hand.click([110, 110]);
      hand.move([300, 300], { buttons: 0 });
      if (end === "double") hand.click([300, 300], { clickCount: 2 });
      else if (end === "last") hand.click([112, 112]);
      else hand.key(end);
      expect(hand.props("made-1")).toMatchObject({ vertices: [0, 0, 100, 0, 100, 100] });
      expect([hand.state.tool, hand.selected, hand.state.busy]).toEqual(["select", ["made-1"], false]);
      hand.undo();
      expect([hand.shapes, hand.state.canUndo]).toEqual([[], false]);
    }
  });

  it("is nothing with one point, and is kept when another tool is taken", () => {
    const hand = holding(tool, new Hand());
    hand.click([10, 10]);
    hand.key("Escape");
    expect([hand.shapes, hand.state.canUndo, hand.state.tool]).toEqual([[], false, tool]);
    hand.click([10, 10]);
    hand.click([110, 10]);
    hand.editor.setTool("hand");
    expect([hand.shapes.length, hand.state.tool, hand.state.busy, hand.state.preview.size]).toEqual([1, "hand", false, 0]);
  });

  it("ends where something else is asked for, by a key or from a menu, and that is done", () => {
    for (const ask of [(hand: Hand) => hand.key("r"), (hand: Hand) => void hand.editor.run("tool.rect")]) {
      const hand = holding(tool, new Hand());
      hand.click([10, 10]);
      hand.click([110, 10]);
      hand.move([200, 200], { buttons: 0 });
      ask(hand);
      expect([hand.state.tool, hand.state.busy, hand.shapes.length]).toEqual(["rect", false, 1]);
      expect(hand.props("made-1")).toMatchObject({ vertices: [0, 0, 100, 0] });
    }
    const undone = holding(tool, new Hand());
    undone.click([10, 10]);
    undone.click([110, 10]);
    undone.key("z", { mod: true });
    expect([undone.shapes, undone.state.busy]).toEqual([[], false]);
    // The view is looked at meanwhile.
    undone.editor.setTool(tool);
    undone.click([10, 10]);
    undone.editor.run("view.zoom-in");
    expect(undone.state.busy).toBe(true);
  });

  it("loses its last point by undo, and goes on; at its first two it is taken back as a whole", () => {
    const hand = holding(tool, new Hand());
    for (const point of [
      [10, 10],
      [110, 10],
      [110, 110],
    ] as const)
      hand.click(point);
    hand.move([300, 300], { buttons: 0 });
    hand.key("z", { mod: true });
    expect(hand.props("made-1")).toMatchObject({ vertices: [0, 0, 100, 0] });
    expect(hand.editor.shape("made-1")).toMatchObject({ vertices: [0, 0, 100, 0, 290, 290] });
    hand.click([200, 10]);
    hand.key("Enter");
    expect(hand.props("made-1")).toMatchObject({ vertices: [0, 0, 100, 0, 190, 0] });
    hand.undo();
    expect([hand.shapes, hand.state.canUndo]).toEqual([[], false]);
    const taken = holding(tool, new Hand());
    taken.click([10, 10]);
    taken.click([110, 10]);
    taken.click([110, 110]);
    for (let i = 0; i < 2; i += 1) taken.key("z", { mod: true });
    expect([taken.shapes, taken.state.busy]).toEqual([[], false]);
  });

  it("goes on after the view was panned, and is let go of when somebody deletes it", () => {
    const hand = holding(tool, new Hand());
    hand.click([10, 10]);
    hand.click([110, 10]);
    hand.key(" ");
    hand.drag([
      [300, 300],
      [350, 300],
    ]);
    hand.keyUp(" ");
    hand.click([110, 110]);
    const id = hand.shapes[0]?.id ?? "";
    expect(hand.props(id)["vertices"]).toHaveLength(6);
    hand.board.remote([{ op: "del", ids: [id] }]);
    expect([hand.state.busy, hand.state.preview.size]).toEqual([false, 0]);
  });
});

it("a line set back on its first point closes and ends there; an arrow has the shapes under its first and its last point", () => {
  const line = holding("line", new Hand());
  for (const point of [
    [10, 10],
    [110, 10],
    [60, 90],
    [13, 12],
  ] as const)
    line.click(point);
  expect(line.props("made-1")).toMatchObject({ vertices: [0, 0, 100, 0, 50, 80, 0, 0] });
  expect(line.state.tool).toBe("select");
  const arrow = holding("arrow", new Hand([...boxes(), text("t", 200, 200, "aside")]));
  arrow.click([50, 50]);
  arrow.click([205, 205]);
  arrow.click([450, 50]);
  arrow.key("Enter");
  expect(arrow.props("made-1")).toMatchObject({ start: { id: "a" }, end: { id: "b" } });
  expect((arrow.props("made-1")["vertices"] as number[]).slice(2, 4)).toEqual([155, 155]);
});

describe("how a line runs", () => {
  it("is chosen with the tool, and the arrow pressed again goes from one to the next; a line is no elbow", () => {
    const hand = holding("arrow");
    const routes = ["a", "a", "a"].map((key) => {
      hand.key(key);
      return hand.state.style.route;
    });
    expect(routes).toEqual(["curved", "elbow", "sharp"]);
    hand.editor.setStyle({ route: "elbow" });
    const line = holding("line", hand);
    line.drag([
      [0, 300],
      [50, 300],
      [100, 340],
    ]);
    expect(line.props("made-1")).toMatchObject({ kind: "line", route: "sharp" });
  });

  it("as an elbow has two points only, which are pulled, and a new way each time a shape moves", async () => {
    const hand = holding("arrow");
    await hand.editor.loadParts();
    hand.editor.setStyle({ route: "elbow", endHead: "dot" });
    hand.click([90, 50]);
    hand.move([410, 50], { buttons: 0 });
    hand.click([410, 50]);
    expect([hand.state.tool, hand.state.busy]).toEqual(["select", false]);
    expect(hand.props("made-1")).toMatchObject({ route: "elbow", endHead: "dot", start: { id: "a" }, end: { id: "b" } });
    expect(seen(hand)).toEqual([107, 50, 393, 50]);
    hand.board.remote([move("b", 400, 200)]);
    const corners = (hand.editor.shape("made-1") as ArrowShape).vertices;
    expect(corners.map(Math.round)).toEqual([0, 0, 143, 0, 143, 200, 286, 200]);
    // The end is taken where it is seen, and let go of in the open.
    hand.drag([
      [393, 250],
      [350, 300],
      [250, 300],
    ]);
    expect(hand.props("made-1")).toMatchObject({ start: { id: "a" }, end: null });
    expect(seen(hand)).toEqual([107, 50, 250, 300]);
    hand.undo();
    expect(seen(hand)).toEqual([107, 50, 393, 250]);
  });
});
