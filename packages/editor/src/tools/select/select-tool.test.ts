import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, it } from "vitest";
import { MAX_ZOOM } from "../../camera.ts";
import { Hand, rect } from "../../test-hand.ts";

const two = () => new Hand([rect("a", 0, 0), rect("b", 200, 0)]);

describe("selecting", () => {
  it("a click selects the shape under it and nothing else", () => {
    const hand = two();
    hand.click([50, 50]);
    expect(hand.selected).toEqual(["a"]);
    hand.click([250, 50]);
    expect(hand.selected).toEqual(["b"]);
    expect(hand.board.commits).toEqual([]);
  });

  it("a click on nothing deselects, also inside the frame of a hollow selection", () => {
    const hand = new Hand([rect("a", 0, 0, 100, 100, { fill: "none" } as never)]);
    hand.click([0, 50]);
    expect(hand.selected).toEqual(["a"]);
    hand.click([50, 50]);
    expect(hand.selected).toEqual([]);
  });

  it("shift-click adds and removes", () => {
    const hand = two();
    hand.click([50, 50]);
    hand.click([250, 50], { shift: true });
    expect(hand.selected).toEqual(["a", "b"]);
    hand.click([50, 50], { shift: true });
    expect(hand.selected).toEqual(["b"]);
  });

  it("a click on one of several selected shapes selects it alone, on release only", () => {
    const hand = two();
    hand.editor.select(["a", "b"]);
    hand.down([50, 50]);
    expect(hand.selected).toEqual(["a", "b"]);
    hand.up([50, 50]);
    expect(hand.selected).toEqual(["a"]);
  });

  it("the topmost of two shapes is hit", () => {
    const hand = new Hand([rect("a", 0, 0, 100, 100, { index: "a2" }), rect("b", 0, 0, 100, 100, { index: "a1" })]);
    hand.click([50, 50]);
    expect(hand.selected).toEqual(["a"]);
  });

  it("a hollow shape is hit on its outline only, and what lies under its inside is hit through it", () => {
    const hand = new Hand([rect("under", 20, 20, 60, 60), rect("hollow", 0, 0, 100, 100, { fill: "none", index: "a9" } as never)]);
    hand.click([50, 50]);
    expect(hand.selected).toEqual(["under"]);
    hand.click([100, 50]);
    expect(hand.selected).toEqual(["hollow"]);
  });

  it("a marquee selects what it touches; shift adds to the selection", () => {
    const hand = new Hand([rect("a", 0, 0), rect("b", 200, 0), rect("c", 400, 0)]);
    hand.down([-20, -20]);
    hand.move([30, 30]);
    expect(hand.state.brush).toEqual({ x: -20, y: -20, w: 50, h: 50 });
    hand.up([30, 30]);
    expect(hand.state.brush).toBeUndefined();
    expect(hand.selected).toEqual(["a"]);
    hand.drag(
      [
        [380, -20],
        [390, -10],
        [420, 20],
      ],
      { shift: true },
    );
    expect(hand.selected).toEqual(["a", "c"]);
  });

  it("escape during a marquee brings the selection back", () => {
    const hand = two();
    hand.click([50, 50]);
    hand.down([180, -20]);
    hand.move([220, 20]);
    expect(hand.selected).toEqual(["b"]);
    hand.key("Escape");
    expect(hand.selected).toEqual(["a"]);
    hand.up([220, 20]);
    expect(hand.selected).toEqual(["a"]);
  });

  it("escape deselects, then chooses the select tool", () => {
    const hand = two();
    hand.editor.setTool("hand");
    hand.editor.select(["a"]);
    hand.key("Escape");
    expect([hand.selected, hand.state.tool]).toEqual([[], "hand"]);
    hand.key("Escape");
    expect(hand.state.tool).toBe("select");
  });

  it("the pointer shows what a click would take", () => {
    const hand = two();
    hand.move([50, 50], { buttons: 0 });
    expect(hand.state.hovered).toBe("a");
    hand.move([150, 50], { buttons: 0 });
    expect(hand.state.hovered).toBeUndefined();
    hand.editor.select(["a"]);
    hand.move([100, 100], { buttons: 0 });
    expect(hand.state.cursor).toBe("nwse-resize");
  });

  const at = { screen: { x: 50, y: 50 } };
  const wheel = { type: "wheel", ...at, dx: 0, dy: 10, mod: false, shift: false, alt: false } as const;
  const pinch = { type: "pinch", ...at, dx: 3, dy: 0, scale: 1 } as const;
  it.each([
    { by: "the wheel", moveView: ({ editor }: Hand) => editor.dispatch(wheel) },
    {
      by: "fingers",
      moveView: ({ editor }: Hand) => (["start", "move", "end"] as const).forEach((phase) => editor.dispatch({ ...pinch, phase })),
    },
    { by: "a command", moveView: ({ editor }: Hand) => editor.setCamera({ x: 0, y: 5, zoom: 1 }) },
  ])("what was under a pointer that rests is shown no more when $by moves the view", ({ moveView }) => {
    const hand = two();
    hand.move([50, 50], { buttons: 0 });
    expect(hand.state.hovered).toBe("a");
    moveView(hand);
    expect(hand.state.hovered).toBeUndefined();
    hand.editor.setCamera({ x: 0, y: 0, zoom: 1 });
    hand.editor.select(["a"]);
    hand.move([100, 100], { buttons: 0 });
    expect(hand.state.cursor).toBe("nwse-resize");
    moveView(hand);
    expect(hand.state.cursor).toBe("default");
  });

  it("a pointer that has left shows nothing, whatever keys are pressed then, until it is back; a press goes on", () => {
    const hand = two();
    hand.move([50, 50], { buttons: 0 });
    hand.leave();
    expect(hand.state.hovered).toBeUndefined();
    hand.key("Shift", { shift: true });
    expect(hand.state.hovered).toBeUndefined();
    hand.move([50, 50], { buttons: 0 });
    expect(hand.state.hovered).toBe("a");
    hand.editor.select(["a"]);
    hand.move([100, 100], { buttons: 0 });
    expect(hand.state.cursor).toBe("nwse-resize");
    hand.leave();
    expect(hand.state.cursor).toBe("default");
    hand.down([50, 50]);
    hand.move([70, 50]);
    hand.leave();
    hand.move([80, 50]);
    hand.up([80, 50]);
    expect(hand.props("a")).toMatchObject({ x: 30, y: 0 });
  });

  it("a view that is at its limit has not moved", () => {
    const hand = two();
    hand.editor.setCamera({ x: 0, y: 0, zoom: MAX_ZOOM });
    hand.move([50, 50], { buttons: 0 });
    hand.editor.dispatch({ ...wheel, dy: -10, mod: true });
    expect([hand.state.camera.zoom, hand.state.hovered]).toEqual([MAX_ZOOM, "a"]);
  });

  it("a right click selects what it is about, a right drag pans", () => {
    const hand = two();
    hand.click([50, 50], { button: 2, buttons: 2 });
    expect(hand.selected).toEqual(["a"]);
    hand.drag(
      [
        [250, 50],
        [250, 70],
        [250, 90],
      ],
      { button: 2, buttons: 2, onScreen: true },
    );
    expect(hand.selected).toEqual(["a"]);
    expect(hand.state.camera).toEqual({ x: 0, y: -40, zoom: 1 });
  });
});

describe("moving", () => {
  it("a drag moves the shape it starts on, as one undo step", () => {
    const hand = two();
    hand.drag([
      [50, 50],
      [60, 50],
      [150, 90],
    ]);
    expect(hand.props("a")).toMatchObject({ x: 100, y: 40 });
    expect(hand.selected).toEqual(["a"]);
    hand.undo();
    expect(hand.props("a")).toMatchObject({ x: 0, y: 0 });
    expect(hand.state.canUndo).toBe(false);
    hand.redo();
    expect(hand.props("a")).toMatchObject({ x: 100, y: 40 });
  });

  it("a press that moves less than 4 pixels, 6 for a finger, is a click", () => {
    const hand = two();
    hand.drag([
      [50, 50],
      [53, 50],
    ]);
    hand.drag(
      [
        [50, 50],
        [55, 50],
      ],
      { pointerType: "touch" },
    );
    expect(hand.board.commits).toEqual([]);
    hand.drag([
      [50, 50],
      [54, 50],
    ]);
    hand.drag(
      [
        [60, 50],
        [66, 50],
      ],
      { pointerType: "touch" },
    );
    expect(hand.props("a")).toMatchObject({ x: 10 });
  });

  it("shift locks to the dominant axis, also when pressed without a move", () => {
    const hand = two();
    hand.down([50, 50]);
    hand.move([90, 60]);
    hand.key("Shift", { shift: true });
    expect(hand.state.preview.get("a")).toMatchObject({ x: 40, y: 0 });
    hand.up([90, 60], { shift: true });
    expect(hand.props("a")).toMatchObject({ x: 40, y: 0 });
  });

  it("the preview follows every event, commits at most one per 50 ms and one at the end", () => {
    const hand = two();
    hand.stepMs = 10;
    hand.down([50, 50]);
    for (let i = 1; i <= 50; i += 1) {
      hand.move([50 + i * 4, 50]);
      expect(hand.state.preview.get("a")).toMatchObject({ x: i * 4 });
    }
    hand.up([250, 50]);
    expect(hand.board.commits.length).toBeLessThanOrEqual(12);
    expect(hand.board.commits.length).toBeGreaterThan(5);
    expect(hand.props("a")).toMatchObject({ x: 200 });
    expect(hand.state.preview.size).toBe(0);
    hand.undo();
    expect(hand.props("a")).toMatchObject({ x: 0 });
  });

  it("alt-drag makes copies that travel while the originals stay, for as long as alt is held", () => {
    const hand = two();
    hand.down([50, 50]);
    hand.move([80, 50], { alt: true });
    expect(hand.selected).toEqual(["made-1"]);
    expect(hand.state.preview.get("made-1")).toMatchObject({ x: 30 });
    expect(hand.state.preview.get("a")).toMatchObject({ x: 0 });
    hand.keyUp("Alt");
    expect(hand.selected).toEqual(["a"]);
    expect(hand.state.preview.has("made-1")).toBe(false);
    expect(hand.state.preview.get("a")).toMatchObject({ x: 30 });
    hand.key("Alt", { alt: true });
    hand.up([80, 50], { alt: true });
    expect(hand.shapes.length).toBe(3);
    expect(hand.props("a")).toMatchObject({ x: 0 });
    expect(hand.props("made-1")).toMatchObject({ x: 30 });
    expect(hand.selected).toEqual(["made-1"]);
    hand.undo();
    expect(hand.shapes.length).toBe(2);
    expect(hand.props("a")).toMatchObject({ x: 0 });
    expect(hand.state.canUndo).toBe(false);
  });

  it("escape puts the shapes back, leaves no undo step and keeps what could be redone", () => {
    const hand = two();
    hand.drag([
      [50, 50],
      [60, 50],
      [150, 50],
    ]);
    hand.undo();
    hand.down([50, 50]);
    hand.stepMs = 60;
    hand.move([90, 50]);
    hand.move([95, 50]);
    expect(hand.props("a")).toMatchObject({ x: 45 });
    hand.key("Escape");
    hand.up([95, 50]);
    expect(hand.props("a")).toMatchObject({ x: 0 });
    expect([hand.state.canUndo, hand.state.canRedo]).toEqual([false, true]);
    hand.redo();
    expect(hand.props("a")).toMatchObject({ x: 100 });
  });

  it("a hollow selected shape can be dragged by its inside", () => {
    const hand = new Hand([rect("a", 0, 0, 100, 100, { fill: "none" } as never)]);
    hand.editor.select(["a"]);
    hand.drag([
      [50, 50],
      [60, 50],
      [70, 50],
    ]);
    expect(hand.props("a")).toMatchObject({ x: 20 });
  });

  it("other people's changes of other properties survive a drag, and their style shows in the preview", () => {
    const hand = two();
    hand.down([50, 50]);
    hand.move([80, 50]);
    hand.board.remote([{ op: "set", id: "a", props: { color: "red" } }]);
    expect(hand.state.preview.get("a")).toMatchObject({ x: 30, color: "red" });
    hand.up([90, 50]);
    expect(hand.props("a")).toMatchObject({ x: 40, color: "red" });
  });

  it("a shape deleted by somebody else ends its drag without an error", () => {
    const hand = two();
    hand.down([50, 50]);
    hand.move([80, 50]);
    hand.board.remote([{ op: "del", ids: ["a"] }]);
    expect(hand.state.busy).toBe(false);
    hand.move([90, 50]);
    hand.up([90, 50]);
    expect(hand.selected).toEqual([]);
    expect(hand.state.preview.size).toBe(0);
    hand.undo();
    expect(hand.shapes.map((shape) => shape.id)).toEqual(["b"]);
  });

  it("when one of two dragged shapes is deleted by somebody else the other one goes on", () => {
    const hand = two();
    hand.editor.select(["a", "b"]);
    hand.down([50, 50]);
    hand.move([80, 50]);
    hand.board.remote([{ op: "del", ids: ["a"] }]);
    hand.move([90, 50]);
    hand.up([90, 50]);
    expect(hand.props("b")).toMatchObject({ x: 240 });
    hand.undo();
    expect(hand.props("b")).toMatchObject({ x: 200 });
    expect(hand.shapes.length).toBe(1);
  });

  it("hundreds of shapes go out in the end only, in commits that fit the wire, and come back in one undo", () => {
    const hand = new Hand();
    hand.board.remote(Array.from({ length: 450 }, (_, i) => ({ op: "add", shape: rect(`s${i}`, i * 10, 0, 8, 8) })));
    hand.key("a", { mod: true });
    hand.down([2004, 4]);
    hand.stepMs = 100;
    hand.move([2014, 4]);
    hand.move([2024, 4]);
    expect(hand.board.commits.length).toBe(0);
    expect(hand.state.preview.size).toBe(450);
    hand.up([2024, 4]);
    expect(hand.board.commits.length).toBe(3);
    expect(hand.props("s449")).toMatchObject({ x: 4510 });
    hand.undo();
    expect(hand.shapes.every((shape) => shape.x % 10 === 0 && hand.props(shape.id)["x"] === Number(shape.id.slice(1)) * 10)).toBe(true);
    hand.redo();
    expect(hand.props("s0")).toMatchObject({ x: 20 });
    hand.undo();
    expect(hand.props("s0")).toMatchObject({ x: 0 });
  });
});

describe("resizing", () => {
  const one = () => {
    const hand = new Hand([rect("a", 0, 0, 100, 50)]);
    hand.editor.select(["a"]);
    return hand;
  };

  it.each([
    ["se", [100, 50], [120, 80], { x: 0, y: 0, w: 120, h: 80 }],
    ["nw", [0, 0], [-20, 10], { x: -20, y: 10, w: 120, h: 40 }],
    ["ne", [100, 0], [120, -10], { x: 0, y: -10, w: 120, h: 60 }],
    ["sw", [0, 50], [10, 70], { x: 10, y: 0, w: 90, h: 70 }],
    ["n", [50, 0], [90, -30], { x: 0, y: -30, w: 100, h: 80 }],
    ["e", [100, 25], [130, 99], { x: 0, y: 0, w: 130, h: 50 }],
    ["s", [50, 50], [0, 90], { x: 0, y: 0, w: 100, h: 90 }],
    ["w", [0, 25], [-30, 0], { x: -30, y: 0, w: 130, h: 50 }],
  ] as const)("the %s handle moves its sides and no others", (_name, from, to, box) => {
    const hand = one();
    hand.drag([from, to]);
    expect(hand.props("a")).toMatchObject(box);
    hand.undo();
    expect(hand.props("a")).toMatchObject({ x: 0, y: 0, w: 100, h: 50 });
    expect(hand.state.canUndo).toBe(false);
  });

  it("a picture keeps its ratio, and shift frees it", () => {
    const hand = new Hand([fixture("image", { id: "cat", x: 0, y: 0, w: 100, h: 50 })]);
    hand.editor.select(["cat"]);
    hand.drag([
      [100, 50],
      [200, 60],
    ]);
    expect(hand.props("cat")).toMatchObject({ x: 0, y: 0, w: 200, h: 100, cropW: 0.5 });
    hand.drag(
      [
        [200, 100],
        [250, 300],
      ],
      { shift: true },
    );
    expect(hand.props("cat")).toMatchObject({ w: 250, h: 300 });
  });

  it("shift keeps the ratio", () => {
    const hand = one();
    hand.drag(
      [
        [100, 50],
        [150, 60],
        [200, 60],
      ],
      { shift: true },
    );
    expect(hand.props("a")).toMatchObject({ x: 0, y: 0, w: 200, h: 100 });
  });

  it("alt grows from the centre", () => {
    const hand = one();
    hand.drag(
      [
        [100, 50],
        [110, 60],
      ],
      { alt: true },
    );
    expect(hand.props("a")).toMatchObject({ x: -10, y: -10, w: 120, h: 70 });
  });

  it("pulling past the other side turns the box over", () => {
    const hand = one();
    hand.drag([
      [100, 50],
      [50, 50],
      [-40, 50],
    ]);
    expect(hand.props("a")).toMatchObject({ x: -40, w: 40, h: 50 });
  });

  it("several shapes keep their places in the frame", () => {
    const hand = new Hand([rect("a", 0, 0, 100, 100), rect("b", 100, 100, 100, 100)]);
    hand.editor.select(["a", "b"]);
    hand.drag([
      [200, 200],
      [300, 300],
      [400, 400],
    ]);
    expect(hand.props("a")).toMatchObject({ x: 0, y: 0, w: 200, h: 200 });
    expect(hand.props("b")).toMatchObject({ x: 200, y: 200, w: 200, h: 200 });
  });

  it("a turned shape keeps the opposite corner where it is", () => {
    const hand = new Hand([rect("a", 0, 0, 100, 50, { rotation: Math.PI / 2 })]);
    hand.editor.select(["a"]);
    // The south-east corner of the unturned box lies at the bottom left of the turned one: (25, 75).
    hand.drag([
      [25, 75],
      [25, 90],
      [25, 95],
    ]);
    const shape = hand.props("a") as { x: number; y: number; w: number; h: number };
    expect([shape.w, shape.h]).toEqual([120, 50]);
    // The north-west corner was at (75, -25).
    const centre = { x: shape.x + shape.w / 2, y: shape.y + shape.h / 2 };
    expect([centre.x + shape.h / 2, centre.y - shape.w / 2].map(Math.round)).toEqual([75, -25]);
  });

  it("escape puts the size back", () => {
    const hand = one();
    hand.down([100, 50]);
    hand.move([150, 80]);
    hand.key("Escape");
    hand.up([150, 80]);
    expect(hand.props("a")).toMatchObject({ w: 100, h: 50 });
    expect(hand.state.canUndo).toBe(false);
  });

  it("a shape deleted by somebody else ends the gesture", () => {
    const hand = one();
    hand.down([100, 50]);
    hand.move([150, 80]);
    hand.board.remote([{ op: "del", ids: ["a"] }]);
    hand.up([150, 80]);
    expect(hand.shapes).toEqual([]);
    expect(hand.state.preview.size).toBe(0);
  });

  it("a shape that is tiny on screen is moved, not resized, by a press on it", () => {
    const hand = new Hand([rect("a", 0, 0, 10, 10)]);
    hand.editor.select(["a"]);
    hand.drag([
      [5, 5],
      [15, 5],
      [25, 5],
    ]);
    expect(hand.props("a")).toMatchObject({ x: 20, w: 10 });
    hand.drag([
      [32, 12],
      [40, 20],
      [42, 22],
    ]);
    expect(hand.props("a")).toMatchObject({ w: 20 });
  });

  it("a shape never grows beyond its limits", () => {
    const hand = new Hand([rect("a", 0, 0, 10_000, 10_000)]);
    hand.editor.select(["a"]);
    hand.editor.setCamera({ x: 0, y: 0, zoom: 0.02 });
    hand.drag([
      [10_000, 10_000],
      [50_000, 50_000],
      [900_000, 900_000],
    ]);
    expect(hand.props("a")).toMatchObject({ w: 50_000, h: 50_000 });
  });
});
