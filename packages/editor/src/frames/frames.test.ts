import { describe, expect, it } from "vitest";
import { clipOf } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { Hand, rect } from "../test-hand.ts";

const frame = (id: string, x: number, y: number, w = 300, h = 200) => fixture("frame", { id, x, y, w, h, name: "Plan" });
const inside = (id: string, parent: string, x: number, y: number) => rect(id, x, y, 40, 40, { parent });
const parentOf = (hand: Hand, id: string): unknown => hand.props(id)["parent"];

describe("what a frame takes in", () => {
  it("is what is made wholly inside of it, by pen, as a box or as words, in one step with that", () => {
    const hand = new Hand([frame("f", 0, 0)]);
    hand.key("p");
    hand.drag([
      [20, 20],
      [60, 60],
      [90, 30],
    ]);
    hand.key("r");
    hand.drag([
      [100, 100],
      [120, 120],
      [160, 150],
    ]);
    hand.key("t");
    hand.click([200, 50]);
    hand.editor.updateEditingText("hi");
    hand.editor.finishEditingText();
    expect(["made-1", "made-2", "made-3"].map((id) => parentOf(hand, id))).toEqual(["f", "f", "f"]);
    hand.undo();
    hand.undo();
    expect(hand.shapes.map(({ id }) => id)).toEqual(["f", "made-1"]);
    hand.redo();
    expect(parentOf(hand, "made-2")).toBe("f");
  });

  it("is not what is made over its border or beside it", () => {
    const hand = new Hand([frame("f", 0, 0)]);
    for (const x of [280, 400]) {
      hand.key("r");
      hand.drag([
        [x, 100],
        [x + 20, 120],
        [x + 60, 150],
      ]);
    }
    expect([parentOf(hand, "made-1"), parentOf(hand, "made-2")]).toEqual(["page", "page"]);
  });

  it("is what is dragged into it, until it is dragged wholly out; undo gives back place and frame", () => {
    const hand = new Hand([frame("f", 0, 0), rect("r", 400, 100, 40, 40)]);
    const dragBy = (x: number, y: number): void => {
      const { x: left, y: top } = hand.shape("r");
      hand.drag([
        [left + 20, top + 20],
        [left + 30, top + 20],
        [left + 20 + x, top + 20 + y],
      ]);
    };
    dragBy(-300, 0);
    expect(hand.props("r")).toMatchObject({ x: 100, parent: "f" });
    dragBy(180, 0);
    expect(hand.props("r")).toMatchObject({ x: 280, parent: "f" });
    dragBy(60, 0);
    expect(hand.props("r")).toMatchObject({ x: 340, parent: "page" });
    hand.undo();
    expect(hand.props("r")).toMatchObject({ x: 280, parent: "f" });
  });

  it("is what it is drawn around, and what comes to lie inside of it or beside it when it is resized", () => {
    const hand = new Hand([rect("a", 50, 50, 40, 40), rect("b", 250, 50, 40, 40)]);
    hand.key("f");
    hand.drag([
      [0, 0],
      [20, 20],
      [200, 150],
    ]);
    expect(hand.props("made-1")).toMatchObject({ kind: "frame", w: 200, h: 150 });
    expect([parentOf(hand, "a"), parentOf(hand, "b")]).toEqual(["made-1", "page"]);
    hand.drag([
      [200, 150],
      [220, 150],
      [320, 150],
    ]);
    expect(parentOf(hand, "b")).toBe("made-1");
    hand.drag([
      [320, 75],
      [300, 75],
      [100, 75],
    ]);
    expect([parentOf(hand, "a"), parentOf(hand, "b")]).toEqual(["made-1", "page"]);
    hand.undo();
    expect(parentOf(hand, "b")).toBe("made-1");
  });

  it("is a group as a whole, and never another frame", () => {
    const members = [rect("a", 400, 50, 40, 40, { parent: "g" }), rect("b", 460, 50, 40, 40, { parent: "g" })];
    const hand = new Hand([frame("f", 0, 0), fixture("group", { id: "g" }), ...members, frame("small", 400, 300, 50, 50)]);
    hand.drag([
      [420, 70],
      [400, 70],
      [70, 70],
    ]);
    expect([parentOf(hand, "g"), parentOf(hand, "a"), parentOf(hand, "b")]).toEqual(["f", "g", "g"]);
    hand.drag([
      [400, 320],
      [390, 320],
      [200, 120],
    ]);
    expect(hand.props("small")).toMatchObject({ x: 200, parent: "page" });
  });
});

describe("what lies in a frame", () => {
  const board = () => new Hand([frame("f", 0, 0), inside("a", "f", 20, 20), inside("b", "f", 280, 20), rect("free", 400, 0, 40, 40)]);

  it("goes where the frame goes, and is not taken in by what the frame is dragged over", () => {
    const hand = new Hand([frame("f", 0, 0, 100, 100), inside("a", "f", 20, 20), frame("big", 200, 0, 400, 400)]);
    hand.drag([
      [0, 50],
      [20, 50],
      [250, 100],
    ]);
    expect(hand.props("f")).toMatchObject({ x: 250, y: 50 });
    expect(hand.props("a")).toMatchObject({ x: 270, y: 70, parent: "f" });
    expect(hand.selected).toEqual(["f"]);
    hand.undo();
    expect(hand.props("a")).toMatchObject({ x: 20, y: 20 });
    hand.key("ArrowRight");
    expect([hand.props("f")["x"], hand.props("a")["x"]]).toEqual([1, 21]);
  });

  it("is copied and deleted with it, in one step each", () => {
    const hand = board();
    hand.editor.select(["f"]);
    hand.editor.run("edit.duplicate");
    const copy = hand.selected[0] ?? "";
    expect(hand.props(copy)).toMatchObject({ kind: "frame", x: 16 });
    expect(hand.shapes.filter(({ parent }) => parent === copy)).toHaveLength(2);
    hand.undo();
    expect(hand.shapes).toHaveLength(4);
    hand.editor.select(["f"]);
    hand.key("Delete");
    expect(hand.shapes.map(({ id }) => id)).toEqual(["free"]);
    hand.undo();
    expect(hand.shapes).toHaveLength(4);
    expect(parentOf(hand, "a")).toBe("f");
  });

  it("is all that a copy of the frame has, whatever that comes to lie over", () => {
    const hand = new Hand([frame("f", 0, 0), inside("a", "f", 20, 20), rect("over", 200, 100, 40, 40, { parent: "page" })]);
    hand.editor.select(["f"]);
    hand.editor.run("edit.duplicate");
    expect(parentOf(hand, "over")).toBe("page");
  });

  it("stays where only the frame is taken away", () => {
    const hand = board();
    hand.editor.select(["f"]);
    hand.editor.run("frame.remove");
    expect(hand.shapes.map(({ id }) => id).sort()).toEqual(["a", "b", "free"]);
    hand.undo();
    expect(parentOf(hand, "a")).toBe("f");
    expect(clipOf(hand.editor.view.get("b") ?? hand.shape("b"))).toHaveLength(1);
  });

  it("is hit and selected inside of the frame only", () => {
    const hand = board();
    hand.click([310, 40]);
    expect(hand.selected).toEqual([]);
    hand.click([290, 40]);
    expect(hand.selected).toEqual(["b"]);
    hand.editor.select([]);
    hand.drag([
      [312, 10],
      [314, 20],
      [330, 60],
    ]);
    expect(hand.selected).toEqual([]);
  });

  it("is laid out once where it is selected with its frame", () => {
    const hand = board();
    hand.editor.select(["f", "a", "free"]);
    hand.editor.run("align.right");
    expect([hand.props("f")["x"], hand.props("a")["x"], hand.props("b")["x"]]).toEqual([140, 160, 420]);
  });
});

describe("a frame", () => {
  it("is taken by its border or its name, and a marquee works inside", () => {
    const hand = new Hand([frame("f", 0, 100), inside("a", "f", 100, 150)]);
    hand.click([150, 250]);
    expect(hand.selected).toEqual([]);
    hand.click([150, 300]);
    expect(hand.selected).toEqual(["f"]);
    hand.drag([
      [80, 130],
      [90, 140],
      [150, 200],
    ]);
    expect(hand.selected).toEqual(["a"]);
    // Above the top left corner: four letters of 12 are 24 wide.
    hand.click([10, 85]);
    expect(hand.selected).toEqual(["f"]);
    hand.click([40, 85]);
    expect(hand.selected).toEqual([]);
    hand.drag([
      [-50, 50],
      [0, 200],
      [50, 250],
    ]);
    expect(hand.selected).toEqual([]);
  });

  it("is renamed by a double click on its name, or by its key, and keeps its name where nothing is said", () => {
    const hand = new Hand([frame("f", 0, 100)], { nameOfFrame: (n) => `Frame ${n}` });
    hand.doubleClick([10, 85]);
    expect(hand.state.renaming).toBe("f");
    hand.editor.finishRenaming("  Week 2 ");
    expect(hand.props("f")["name"]).toBe("Week 2");
    hand.key("F2");
    expect(hand.state.renaming).toBe("f");
    hand.editor.finishRenaming("  ");
    expect(hand.state.renaming).toBeUndefined();
    expect(hand.props("f")["name"]).toBe("Week 2");
    hand.undo();
    expect(hand.props("f")["name"]).toBe("Plan");
    hand.key("f");
    hand.click([500, 400]);
    expect(hand.props("made-1")).toMatchObject({ name: "Frame 2", w: 480, h: 270 });
  });

  it("is left alone by the eraser, and comes to no group with what lies in it", () => {
    const hand = new Hand([frame("f", 0, 0), inside("a", "f", 20, 20), rect("free", 400, 0, 40, 40)]);
    hand.key("e");
    hand.drag([
      [-20, 100],
      [20, 100],
      [320, 100],
    ]);
    expect(hand.shapes).toHaveLength(3);
    hand.key("v");
    hand.editor.select(["f", "a"]);
    hand.editor.run("edit.group");
    expect(hand.shapes).toHaveLength(3);
  });
});

describe("going from frame to frame", () => {
  it("fills the view with each, in reading order, round and back", () => {
    const hand = new Hand([frame("b", 1_000, 0), frame("c", 0, 900), frame("a", 0, 10), rect("r", 5_000, 0)]);
    const middle = (): readonly number[] => {
      const { camera, viewport } = hand.state;
      return [camera.x + viewport.w / camera.zoom / 2, camera.y + viewport.h / camera.zoom / 2].map(Math.round);
    };
    const seen: (readonly number[])[] = [];
    hand.editor.setCamera({ x: 4_000, y: 0, zoom: 1 });
    for (const key of ["PageDown", "PageDown", "PageDown", "PageDown", "PageUp", "PageUp"]) {
      hand.key(key, { alt: true });
      seen.push(middle());
    }
    const [a, b, c] = [
      [150, 110],
      [1_150, 100],
      [150, 1_000],
    ];
    expect(seen).toEqual([a, b, c, a, c, b]);
    expect(hand.state.camera.zoom).toBeGreaterThan(1);
  });

  it("stays where there is none", () => {
    const hand = new Hand([rect("r", 0, 0)]);
    const { camera } = hand.state;
    hand.key("PageUp", { alt: true });
    expect(hand.state.camera).toEqual(camera);
  });
});
