import { describe, expect, it } from "vitest";
import { Hand, rect } from "./test-hand.ts";

const one = () => {
  const hand = new Hand([rect("a", 0, 0)]);
  hand.editor.select(["a"]);
  return hand;
};
const colour = (hand: Hand, color: "red" | "blue" | "green") => {
  hand.clockMs += 10_000;
  hand.editor.setStyle({ color });
};

describe("a shape that somebody else has deleted", () => {
  const lost = () => {
    const hand = one();
    hand.drag([
      [50, 50],
      [60, 50],
      [70, 50],
    ]);
    hand.board.remote([{ op: "del", ids: ["a"] }]);
    return hand;
  };

  it("can be brought back as it was last, and is selected", () => {
    const hand = lost();
    hand.editor.bringBack(["a", "never-was"]);
    expect(hand.props("a")).toMatchObject({ x: 20, y: 0 });
    expect(hand.selected).toEqual(["a"]);
  });

  it("that was brought back is taken away by one undo, and what was done before it can be undone after a redo", () => {
    const hand = lost();
    hand.editor.bringBack(["a"]);
    hand.undo();
    expect(hand.shapes).toEqual([]);
    hand.redo();
    expect(hand.props("a")["x"]).toBe(20);
    hand.undo();
    hand.redo();
    expect(hand.state.canRedo).toBe(false);
  });

  it("comes back without what I have undone since, and what I did to it before can still be undone", () => {
    const hand = lost();
    hand.editor.bringBack(["a"]);
    colour(hand, "red");
    hand.undo();
    expect(hand.props("a")).toMatchObject({ x: 20, color: "ink" });
    hand.undo();
    hand.redo();
    hand.undo();
    expect(hand.shapes).toEqual([]);
  });

  it("is not brought back where it lives, or where nothing may be changed", () => {
    const hand = lost();
    hand.board.canEdit = false;
    hand.editor.bringBack(["a"]);
    expect(hand.shapes).toEqual([]);
    hand.board.canEdit = true;
    hand.board.remote([{ op: "restore", shape: rect("a", 300, 0) }]);
    hand.editor.bringBack(["a"]);
    expect(hand.props("a")["x"]).toBe(300);
  });

  it("while it was being drawn comes back as a finished stroke", () => {
    const hand = new Hand();
    hand.key("p");
    hand.down([0, 0]);
    hand.stepMs = 300;
    hand.move([10, 0]);
    hand.board.remote([{ op: "del", ids: ["made-1"] }]);
    hand.editor.bringBack(["made-1"]);
    expect(hand.props("made-1")).toMatchObject({ kind: "draw", done: true });
  });
});

describe("undo with two people", () => {
  it("a property that somebody else has changed since is left alone; the others of the step come back", () => {
    const hand = one();
    hand.editor.setStyle({ color: "red", dash: "dotted" });
    hand.board.remote([{ op: "set", id: "a", props: { color: "green" } }]);
    hand.undo();
    expect(hand.props("a")).toMatchObject({ color: "green", dash: "solid" });
    hand.redo();
    expect(hand.props("a")).toMatchObject({ color: "green", dash: "dotted" });
  });

  it("a step without any effect is skipped for the one before it", () => {
    const hand = one();
    hand.drag([
      [50, 50],
      [60, 50],
      [70, 50],
    ]);
    colour(hand, "red");
    hand.board.remote([{ op: "set", id: "a", props: { color: "green" } }]);
    hand.undo();
    expect(hand.props("a")).toMatchObject({ color: "green", x: 0 });
    expect(hand.state.canUndo).toBe(false);
  });

  it("undo goes back to what somebody else wrote in between, not past it", () => {
    const hand = one();
    colour(hand, "red");
    hand.board.remote([{ op: "set", id: "a", props: { color: "green" } }]);
    colour(hand, "blue");
    hand.undo();
    expect(hand.props("a")["color"]).toBe("green");
    hand.undo();
    expect(hand.props("a")["color"]).toBe("green");
    expect(hand.state.canUndo).toBe(false);
  });

  it("a shape I made and somebody else has edited is not taken away", () => {
    const hand = new Hand();
    hand.key("r");
    hand.drag([
      [0, 0],
      [50, 50],
    ]);
    hand.board.remote([{ op: "set", id: "made-1", props: { color: "green" } }]);
    hand.undo();
    expect(hand.shapes.length).toBe(1);
  });

  it("a shape I deleted and somebody else brought back is not brought back again", () => {
    const hand = one();
    const shape = hand.shape("a");
    hand.key("Delete");
    hand.board.remote([{ op: "restore", shape: { ...shape, x: 500 } }]);
    hand.undo();
    expect(hand.props("a")["x"]).toBe(500);
  });

  it("somebody else's move of the same shape in the middle of my drag is not undone", () => {
    const hand = one();
    hand.stepMs = 60;
    hand.down([50, 50]);
    hand.move([80, 50]);
    hand.board.remote([{ op: "set", id: "a", props: { x: 500, y: 5, rotation: 0 } }]);
    hand.move([90, 50]);
    hand.up([90, 50]);
    expect(hand.props("a")["x"]).toBe(40);
    hand.undo();
    expect(hand.props("a")).toMatchObject({ x: 500, y: 5 });
  });
});

describe("undo alone", () => {
  it("chains of steps on the same property go all the way back and forth", () => {
    const hand = one();
    for (const color of ["red", "blue", "green"] as const) colour(hand, color);
    const seen = [hand.props("a")["color"]];
    for (let i = 0; i < 3; i += 1) {
      hand.undo();
      seen.push(hand.props("a")["color"]);
    }
    for (let i = 0; i < 3; i += 1) {
      hand.redo();
      seen.push(hand.props("a")["color"]);
    }
    hand.undo();
    seen.push(hand.props("a")["color"]);
    expect(seen).toEqual(["green", "blue", "red", "ink", "red", "blue", "green", "blue"]);
  });

  it("edits before a deletion can be undone after the deletion has been", () => {
    const hand = one();
    colour(hand, "red");
    hand.drag([
      [50, 50],
      [60, 50],
      [150, 50],
    ]);
    hand.key("Delete");
    for (let i = 0; i < 3; i += 1) hand.undo();
    expect(hand.props("a")).toMatchObject({ color: "ink", x: 0 });
    for (let i = 0; i < 3; i += 1) hand.redo();
    expect(hand.shapes).toEqual([]);
    for (let i = 0; i < 3; i += 1) hand.undo();
    expect(hand.props("a")).toMatchObject({ color: "ink", x: 0 });
  });

  it("much undone, a look around and all of it redone changes nothing", () => {
    const hand = one();
    for (const color of ["red", "blue", "green"] as const) colour(hand, color);
    hand.key("Delete");
    hand.undo();
    const before = hand.shapes;
    for (let i = 0; i < 3; i += 1) hand.undo();
    hand.editor.select([]);
    hand.editor.select(["a"]);
    for (let i = 0; i < 3; i += 1) hand.redo();
    expect(hand.shapes).toEqual(before);
    hand.redo();
    expect(hand.shapes).toEqual([]);
  });

  it("own transactions with other numbers are undone and redone all the same", () => {
    const hand = one();
    colour(hand, "red");
    colour(hand, "blue");
    hand.undo();
    hand.board.renumber(7);
    hand.redo();
    expect(hand.props("a")["color"]).toBe("blue");
    hand.key("Delete");
    hand.board.renumber(2);
    hand.board.renumber(-4);
    for (let i = 0; i < 3; i += 1) hand.undo();
    expect([hand.props("a")["color"], hand.state.canUndo]).toEqual(["ink", false]);
    for (let i = 0; i < 3; i += 1) hand.redo();
    expect(hand.shapes).toEqual([]);
  });

  it("something new forgets what could be redone", () => {
    const hand = one();
    colour(hand, "red");
    hand.undo();
    expect(hand.state.canRedo).toBe(true);
    colour(hand, "blue");
    expect(hand.state.canRedo).toBe(false);
    hand.redo();
    expect(hand.props("a")["color"]).toBe("blue");
  });

  it("a drag that ends where it began, by way of elsewhere, leaves what was done before undoable", () => {
    const hand = one();
    hand.editor.run("edit.nudge-right");
    hand.stepMs = 200;
    hand.drag([
      [50, 50],
      [90, 50],
      [120, 50],
      [50, 50],
    ]);
    expect(hand.props("a")["x"]).toBe(1);
    expect(hand.board.commits.length).toBeGreaterThan(2);
    hand.undo();
    expect(hand.props("a")["x"]).toBe(0);
    hand.redo();
    expect(hand.props("a")["x"]).toBe(1);
  });

  it("a drag that ends where it began leaves no step", () => {
    const hand = one();
    hand.stepMs = 60;
    hand.drag([
      [50, 50],
      [80, 50],
      [50, 50],
    ]);
    expect(hand.board.commits.length).toBeGreaterThan(0);
    expect(hand.state.canUndo).toBe(false);
  });
});

describe("styles", () => {
  it("a style is set on what is selected and kept for what is drawn next", () => {
    const hand = one();
    hand.editor.setStyle({ fill: "semi", color: "red" });
    expect(hand.props("a")).toMatchObject({ fill: "semi", color: "red" });
    hand.key("r");
    hand.drag([
      [300, 300],
      [350, 350],
    ]);
    expect(hand.props("made-1")).toMatchObject({ fill: "semi", color: "red" });
    hand.undo();
    hand.undo();
    expect(hand.props("a")).toMatchObject({ fill: "solid", color: "ink" });
    expect(hand.state.style).toMatchObject({ fill: "semi", color: "red" });
  });

  it("a slider being dragged is one step, two visits are two", () => {
    const hand = one();
    for (let i = 9; i >= 5; i -= 1) {
      hand.clockMs += 100;
      hand.editor.setStyle({ opacity: i / 10 });
    }
    hand.clockMs += 2_000;
    hand.editor.setStyle({ opacity: 0.1 });
    hand.undo();
    expect(hand.props("a")["opacity"]).toBe(0.5);
    hand.undo();
    expect(hand.props("a")["opacity"]).toBe(1);
  });

  it("a kind takes the properties it has, and nothing is sent for what it has already", () => {
    const hand = new Hand();
    hand.key("l");
    hand.drag([
      [0, 0],
      [50, 50],
    ]);
    const commits = hand.board.commits.length;
    hand.editor.setStyle({ corners: "sharp" });
    hand.editor.setStyle({ color: "ink" });
    // An elbow is for arrows.
    hand.editor.setStyle({ route: "elbow" });
    expect(hand.board.commits.length).toBe(commits);
  });
});

describe("a board that cannot be edited", () => {
  const viewer = () => {
    const hand = one();
    hand.board.canEdit = false;
    hand.move([500, 500], { buttons: 0 });
    return hand;
  };

  it("can be looked at: select, pan, zoom", () => {
    const hand = viewer();
    expect(hand.state.readonly).toBe(true);
    hand.click([50, 50]);
    expect(hand.selected).toEqual(["a"]);
    hand.key("h");
    expect(hand.state.tool).toBe("hand");
    hand.key("=");
    expect(hand.state.camera.zoom).toBe(1.25);
  });

  it("changes in no way", () => {
    const hand = viewer();
    hand.drag([
      [50, 50],
      [60, 60],
      [90, 90],
    ]);
    hand.drag([
      [100, 100],
      [150, 150],
    ]);
    for (const key of ["r", "p", "Delete", "ArrowLeft", "]"]) hand.key(key);
    hand.key("d", { mod: true });
    hand.doubleClick([300, 300]);
    hand.editor.setStyle({ color: "red" });
    hand.editor.startEditingText("a");
    hand.drag(
      [
        [50, 50],
        [60, 50],
      ],
      { pointerType: "pen", button: 5, buttons: 32 },
    );
    expect([hand.state.tool, hand.state.editingText, hand.board.commits.length]).toEqual(["select", undefined, 0]);
    expect(hand.props("a")).toMatchObject({ x: 0, color: "ink" });
  });

  it("that becomes so in the middle of a stroke ends it without an error", () => {
    const hand = new Hand();
    hand.key("p");
    hand.down([0, 0]);
    hand.move([10, 0]);
    hand.board.canEdit = false;
    hand.move([20, 0]);
    hand.up([30, 0]);
    expect([hand.state.tool, hand.state.busy, hand.state.preview.size]).toEqual(["select", false, 0]);
  });
});
