import { describe, expect, it } from "vitest";
import { Hand, rect } from "../test-hand.ts";
import type { ToolId } from "../tool-id.ts";

function holding(tool: ToolId): Hand {
  const hand = new Hand();
  hand.editor.setTool(tool);
  return hand;
}

describe.each(["rect", "ellipse", "geo"] as const)("drawing a %s", (tool) => {
  it("a drag makes a box in the current style, selects it and goes back to the select tool", () => {
    const hand = holding(tool);
    hand.editor.setStyle({ color: "blue", fill: "semi", dash: "dotted", size: "l", opacity: 0.5 });
    hand.drag([
      [100, 80],
      [50, 60],
      [40, 20],
    ]);
    expect(hand.props("made-1")).toMatchObject({
      kind: tool,
      x: 40,
      y: 20,
      w: 60,
      h: 60,
      color: "blue",
      fill: "semi",
      dash: "dotted",
      size: "l",
      opacity: 0.5,
    });
    expect([hand.state.tool, hand.selected]).toEqual(["select", ["made-1"]]);
    hand.undo();
    expect([hand.shapes, hand.state.canUndo]).toEqual([[], false]);
    hand.redo();
    expect(hand.props("made-1")).toMatchObject({ x: 40, w: 60 });
  });

  it("shift makes it square, alt grows it from the centre, both do both", () => {
    const hand = holding(tool);
    hand.key("q");
    hand.drag(
      [
        [0, 0],
        [50, 20],
        [100, 20],
      ],
      { shift: true },
    );
    hand.drag(
      [
        [0, 0],
        [50, 20],
        [100, 20],
      ],
      { alt: true },
    );
    hand.drag(
      [
        [0, 0],
        [50, 20],
        [-100, 20],
      ],
      { alt: true, shift: true },
    );
    expect(hand.props("made-1")).toMatchObject({ x: 0, y: 0, w: 100, h: 100 });
    expect(hand.props("made-2")).toMatchObject({ x: -100, y: -20, w: 200, h: 40 });
    expect(hand.props("made-3")).toMatchObject({ x: -100, y: -100, w: 200, h: 200 });
  });

  it("a click makes one of the usual size around the pointer", () => {
    const hand = holding(tool);
    hand.click([200, 200]);
    const { x, y, w, h } = hand.props("made-1") as { x: number; y: number; w: number; h: number };
    expect([x + w / 2, y + h / 2]).toEqual([200, 200]);
    expect(w).toBeGreaterThan(50);
  });

  it("the tool stays while it is locked", () => {
    const hand = holding(tool);
    hand.key("q");
    expect(hand.state.toolLocked).toBe(true);
    hand.drag([
      [0, 0],
      [50, 50],
    ]);
    hand.click([200, 200]);
    expect([hand.state.tool, hand.selected, hand.shapes.length]).toEqual([tool, [], 2]);
    hand.undo();
    expect(hand.shapes.length).toBe(1);
  });

  it.each(["Escape", "pointer-cancel", "another tool"])("%s takes it back", (how) => {
    const hand = holding(tool);
    hand.down([0, 0]);
    hand.move([50, 50]);
    if (how === "Escape") hand.key("Escape");
    else if (how === "pointer-cancel") hand.pointer("pointer-cancel", [50, 50]);
    else hand.editor.setTool("hand");
    hand.up([60, 60]);
    expect([hand.shapes, hand.state.canUndo, hand.state.preview.size]).toEqual([[], false, 0]);
  });

  it("one that somebody else deletes meanwhile ends the gesture", () => {
    const hand = holding(tool);
    hand.down([0, 0]);
    hand.move([50, 50]);
    hand.board.remote([{ op: "del", ids: ["made-1"] }]);
    hand.move([60, 60]);
    hand.up([60, 60]);
    expect([hand.shapes, hand.state.busy, hand.state.canUndo]).toEqual([[], false, false]);
  });

  it("it lies on top of everything", () => {
    const hand = new Hand([rect("a", 0, 0, 9, 9, { index: "a7" })]);
    hand.editor.setTool(tool);
    hand.drag([
      [0, 0],
      [50, 50],
    ]);
    expect(hand.shape("made-1").index > "a7").toBe(true);
  });
});

describe.each(["line", "arrow"] as const)("drawing a %s", (tool) => {
  it("a drag makes it from press to release", () => {
    const hand = holding(tool);
    hand.drag([
      [10, 10],
      [50, 60],
      [110, 60],
    ]);
    expect(hand.props("made-1")).toMatchObject({ kind: tool, x: 10, y: 10, vertices: [0, 0, 100, 50] });
    expect(hand.props("made-1")["endHead"]).toBe(tool === "arrow" ? "arrow" : undefined);
    expect([hand.state.tool, hand.selected]).toEqual(["select", ["made-1"]]);
    hand.undo();
    expect(hand.shapes).toEqual([]);
  });

  it("shift turns it in steps of 15 degrees", () => {
    const hand = holding(tool);
    hand.drag(
      [
        [0, 0],
        [50, 50],
        [100, 96],
      ],
      { shift: true },
    );
    const [, , x = NaN, y = NaN] = hand.props("made-1")["vertices"] as number[];
    expect(x).toBeCloseTo(y, 9);
    expect(Math.hypot(x, y)).toBeCloseTo(Math.hypot(100, 96), 9);
  });

  it("escape takes it back", () => {
    const hand = holding(tool);
    hand.down([0, 0]);
    hand.move([50, 50]);
    hand.key("Escape");
    hand.up([60, 60]);
    expect([hand.shapes, hand.state.canUndo]).toEqual([[], false]);
  });
});

describe("geometric shapes", () => {
  it("D and 3 take the diamond, other forms their own command, and the next shape has that form", () => {
    for (const key of ["d", "3"]) {
      const hand = new Hand();
      hand.editor.setStyle({ form: "star" });
      hand.key(key);
      expect([hand.state.tool, hand.state.style.form]).toEqual(["geo", "diamond"]);
    }
    const hand = new Hand();
    hand.editor.run("tool.cloud");
    hand.drag([
      [0, 0],
      [50, 40],
    ]);
    expect(hand.props("made-1")).toMatchObject({ kind: "geo", form: "cloud", w: 50, h: 40, corners: "rounded" });
  });

  it("a form that is chosen for the next shape leaves a selected one as it is; the style panel's changes it, in one step", () => {
    const hand = new Hand();
    hand.editor.run("tool.hexagon");
    hand.drag([
      [0, 0],
      [50, 40],
    ]);
    hand.editor.run("tool.star");
    expect(hand.props("made-1")).toMatchObject({ form: "hexagon" });
    hand.editor.setTool("select");
    hand.editor.select(["made-1"]);
    hand.editor.setStyle({ form: "octagon" });
    expect(hand.props("made-1")).toMatchObject({ form: "octagon", w: 50 });
    hand.undo();
    expect(hand.props("made-1")).toMatchObject({ form: "hexagon" });
  });

  it("corners are those of the style, for rectangles too", () => {
    const hand = new Hand();
    hand.editor.setStyle({ corners: "sharp" });
    hand.editor.setTool("rect");
    hand.drag([
      [0, 0],
      [50, 40],
    ]);
    expect(hand.props("made-1")).toMatchObject({ kind: "rect", corners: "sharp" });
  });
});
