import { describe, expect, it } from "vitest";
import { MAX_ZOOM, MIN_ZOOM, pageToScreen, screenToPage } from "./camera.ts";
import { Hand, rect } from "./test-hand.ts";

const wheel = { type: "wheel", screen: { x: 100, y: 50 }, dx: 0, dy: 0, mod: false, shift: false, alt: false } as const;

describe("the camera", () => {
  it("the wheel pans, sideways with shift", () => {
    const hand = new Hand();
    hand.editor.dispatch({ ...wheel, dx: 10, dy: 30 });
    expect(hand.state.camera).toEqual({ x: 10, y: 30, zoom: 1 });
    hand.editor.dispatch({ ...wheel, dy: 30, shift: true });
    expect(hand.state.camera).toEqual({ x: 40, y: 30, zoom: 1 });
  });

  it("Mod and the wheel zoom at the pointer, by a factor, however hard it is turned", () => {
    const hand = new Hand();
    const before = screenToPage(hand.state.camera, wheel.screen);
    hand.editor.dispatch({ ...wheel, dy: -5, mod: true });
    expect(hand.state.camera.zoom).toBeCloseTo(1.05);
    hand.editor.dispatch({ ...wheel, dy: -500, mod: true });
    expect(hand.state.camera.zoom).toBeCloseTo(1.05 * 1.1);
    const after = screenToPage(hand.state.camera, wheel.screen);
    expect([after.x, after.y].map((n) => Math.round(n * 1e6))).toEqual([before.x, before.y].map((n) => Math.round(n * 1e6)));
  });

  it("who likes the wheel to zoom has that without a key, and pans sideways with Shift or a wheel that tilts", () => {
    const hand = new Hand();
    hand.editor.setPreferences({ wheel: "zoom" });
    hand.editor.dispatch({ ...wheel, dy: -120 });
    expect(hand.state.camera.zoom).toBeCloseTo(1.1);
    hand.editor.dispatch({ ...wheel, dy: -120, mod: true });
    expect(hand.state.camera.zoom).toBeCloseTo(1.21);
    const { camera } = hand.state;
    hand.editor.dispatch({ ...wheel, dy: 11, shift: true });
    hand.editor.dispatch({ ...wheel, dx: 11 });
    expect(hand.state.camera.x).toBeCloseTo(camera.x + 22 / camera.zoom);
    expect([hand.state.camera.y, hand.state.camera.zoom]).toEqual([camera.y, camera.zoom]);
  });

  it("zoom stays within its limits", () => {
    const hand = new Hand();
    for (let i = 0; i < 100; i += 1) hand.editor.dispatch({ ...wheel, dy: -10, mod: true });
    expect(hand.state.camera.zoom).toBe(MAX_ZOOM);
    for (let i = 0; i < 100; i += 1) hand.editor.run("view.zoom-out");
    expect(hand.state.camera.zoom).toBe(MIN_ZOOM);
    hand.editor.run("view.zoom-100");
    expect(hand.state.camera.zoom).toBe(1);
  });

  it("pinching pans and zooms at once", () => {
    const hand = new Hand();
    hand.editor.dispatch({ type: "pinch", phase: "start", screen: { x: 100, y: 100 }, dx: 0, dy: 0, scale: 1 });
    const page = screenToPage(hand.state.camera, { x: 100, y: 100 });
    hand.editor.dispatch({ type: "pinch", phase: "move", screen: { x: 120, y: 110 }, dx: 20, dy: 10, scale: 1.5 });
    expect(pageToScreen(hand.state.camera, page)).toEqual({ x: 120, y: 110 });
    expect(hand.state.camera.zoom).toBe(1.5);
  });

  it("steps land on 100 %", () => {
    const hand = new Hand();
    hand.editor.setCamera({ x: 0, y: 0, zoom: 0.9 });
    hand.editor.run("view.zoom-in");
    expect(hand.state.camera.zoom).toBe(1);
  });

  it("fit shows everything in the middle, never enlarged; selection may be enlarged", () => {
    const hand = new Hand([rect("a", 0, 0), rect("b", 3900, 1900)]);
    hand.editor.run("view.zoom-fit");
    const { camera } = hand.state;
    expect(camera.zoom).toBeLessThan(0.2);
    const middle = pageToScreen(camera, { x: 2000, y: 1000 });
    expect([middle.x, middle.y].map(Math.round)).toEqual([400, 300]);
    hand.editor.select(["a"]);
    hand.editor.run("view.zoom-selection");
    expect(hand.state.camera.zoom).toBe(4);
    expect(pageToScreen(hand.state.camera, { x: 50, y: 50 })).toEqual({ x: 400, y: 300 });
  });

  it("page keys scroll most of a screen", () => {
    const hand = new Hand();
    hand.key("PageDown");
    hand.key("PageUp", { shift: true });
    expect(hand.state.camera).toEqual({ x: -640, y: 480, zoom: 1 });
  });
});

describe("panning", () => {
  const onScreen = { onScreen: true } as const;

  it("the hand tool drags the paper", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.key("h");
    expect(hand.state.cursor).toBe("grab");
    hand.down([50, 50], onScreen);
    expect(hand.state.cursor).toBe("grabbing");
    hand.move([60, 80], onScreen);
    hand.up([60, 80], onScreen);
    expect(hand.state).toMatchObject({ camera: { x: -10, y: -30, zoom: 1 }, cursor: "grab", tool: "hand" });
    expect(hand.board.commits).toEqual([]);
  });

  it.each([
    ["space", { button: 0 }],
    ["the middle button", { button: 1, buttons: 4 }],
  ])("%s pans from a drawing tool, which comes back", (how, button) => {
    const hand = new Hand();
    hand.key("r");
    if (how === "space") hand.key(" ");
    hand.drag(
      [
        [50, 50],
        [60, 50],
        [90, 70],
      ],
      { ...button, ...onScreen },
    );
    if (how === "space") hand.keyUp(" ");
    expect(hand.state).toMatchObject({ camera: { x: -40, y: -20, zoom: 1 }, tool: "rect", cursor: "crosshair", busy: false });
    expect(hand.shapes).toEqual([]);
    hand.drag([
      [0, 0],
      [50, 50],
    ]);
    expect(hand.shapes.length).toBe(1);
  });

  it.each([
    ["p", "crosshair"],
    ["r", "crosshair"],
    ["t", "text"],
    ["v", "default"],
  ])("the cursor of the tool of %s is back when Space is let go of before the button", (tool, cursor) => {
    const hand = new Hand();
    hand.key(tool);
    hand.key(" ");
    expect(hand.state.cursor).toBe("grab");
    hand.down([50, 50], onScreen);
    hand.move([90, 70], onScreen);
    hand.keyUp(" ");
    expect(hand.state.cursor).toBe("grabbing");
    hand.up([90, 70], onScreen);
    expect(hand.state).toMatchObject({ camera: { x: -40, y: -20, zoom: 1 }, cursor });
  });

  it("Space held on after a pan shows the hand, and its tool when it is let go of", () => {
    const hand = new Hand();
    hand.key("r");
    hand.key(" ");
    hand.drag([
      [50, 50],
      [90, 70],
    ]);
    expect(hand.state.cursor).toBe("grab");
    hand.keyUp(" ");
    expect(hand.state.cursor).toBe("crosshair");
  });

  it("Space held from the middle of a stroke shows the hand when the stroke ends, and leaves the tool its cursor", () => {
    const hand = new Hand();
    hand.key("p");
    hand.down([50, 50], onScreen);
    hand.key(" ");
    expect(hand.state.cursor).toBe("crosshair");
    hand.up([90, 70], onScreen);
    expect(hand.state.cursor).toBe("grab");
    hand.keyUp(" ");
    expect(hand.state.cursor).toBe("crosshair");
  });

  it("a tool chosen while Space is held keeps its cursor when Space is let go of", () => {
    const hand = new Hand();
    hand.key(" ");
    hand.key("r");
    hand.keyUp(" ");
    expect(hand.state.cursor).toBe("crosshair");
  });

  it("the hand of Space stays while the pointer moves over the board", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.key(" ");
    hand.move([50, 50], onScreen);
    expect(hand.state).toMatchObject({ cursor: "grab", hovered: undefined });
    hand.keyUp(" ");
    hand.move([51, 50], onScreen);
    expect(hand.state).toMatchObject({ cursor: "default", hovered: "a" });
  });

  it("a text being edited survives a middle-button pan", () => {
    const hand = new Hand();
    hand.key("t");
    hand.click([10, 10]);
    hand.drag(
      [
        [50, 50],
        [60, 50],
      ],
      { button: 1, buttons: 4, ...onScreen },
    );
    expect(hand.state.editingText).toMatchObject({ id: "made-1" });
  });

  it("what is being dragged stays under the pointer while the wheel moves the page", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.down([50, 50], onScreen);
    hand.move([60, 50], onScreen);
    hand.editor.dispatch({ ...wheel, dx: 100 });
    expect(hand.state.preview.get("a")).toMatchObject({ x: 110 });
    hand.up([60, 50], onScreen);
    expect(hand.props("a")).toMatchObject({ x: 110, y: 0 });
  });
});
