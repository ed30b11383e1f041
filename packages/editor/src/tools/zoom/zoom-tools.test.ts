import { describe, expect, it } from "vitest";
import { Hand, rect } from "../../test-hand.ts";

const onScreen = { onScreen: true };
const middle = ({ state: { camera, viewport } }: Hand): readonly number[] => [
  Math.round(camera.x + viewport.w / camera.zoom / 2),
  Math.round(camera.y + viewport.h / camera.zoom / 2),
];

describe("the magnifier", () => {
  it("goes nearer to the point of a click, and with Alt further away from it", () => {
    const hand = new Hand();
    hand.key("z");
    hand.click([200, 100], onScreen);
    expect(hand.state.camera).toEqual({ x: 100, y: 50, zoom: 2 });
    hand.click([200, 100], { ...onScreen, alt: true });
    expect(hand.state.camera).toEqual({ x: 0, y: 0, zoom: 1 });
  });

  it("shows what a click would do, also when Alt is pressed later", () => {
    const hand = new Hand();
    hand.key("z");
    hand.move([10, 10], { buttons: 0 });
    expect(hand.state.cursor).toBe("zoom-in");
    hand.key("Alt", { alt: true });
    expect(hand.state.cursor).toBe("zoom-out");
  });

  it("goes to what is in the box of a drag, and keeps what is selected", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.click([50, 50]);
    hand.key("z");
    hand.down([100, 100], onScreen);
    hand.move([200, 150], onScreen);
    hand.move([300, 250], onScreen);
    expect(hand.state.brush).toEqual({ x: 100, y: 100, w: 200, h: 150 });
    hand.up([300, 250], onScreen);
    expect(hand.state.camera).toEqual({ x: 100, y: 100, zoom: 4 });
    expect([hand.state.brush, hand.selected]).toEqual([undefined, ["a"]]);
  });

  it("is put away by its key, and by Escape leaves a box undone", () => {
    const hand = new Hand();
    hand.key("z");
    hand.down([100, 100]);
    hand.move([300, 300]);
    hand.key("Escape");
    expect([hand.state.camera.zoom, hand.state.brush, hand.state.tool]).toEqual([1, undefined, "zoom"]);
    hand.key("z");
    expect(hand.state.tool).toBe("select");
  });

  it("is there for who may only look", () => {
    const hand = new Hand();
    hand.board.canEdit = false;
    hand.key("z");
    expect(hand.state.tool).toBe("zoom");
  });
});

describe("a look at the whole board", () => {
  const far = (): Hand => new Hand([rect("a", 3_000, 0), rect("b", 3_000, 3_000)]);
  const hold = (hand: Hand): void => hand.key("Z", { shift: true, code: "KeyZ" });

  it("goes to where the pointer is when the key is let go, as near as before", () => {
    const hand = far();
    hold(hand);
    expect(hand.state.camera.zoom).toBeLessThan(0.3);
    hand.move([3_050, 50], { buttons: 0 });
    expect(hand.state.brush).toMatchObject({ x: 2_650, w: 800, h: 600 });
    hand.keyUp("Z", { shift: true, code: "KeyZ" });
    expect([hand.state.camera.zoom, ...middle(hand)]).toEqual([1, 3_050, 50]);
    expect(hand.state.brush).toBeUndefined();
  });

  it("comes back where the pointer has picked nothing, and by Escape or a lost window", () => {
    const hand = far();
    const before = hand.state.camera;
    hold(hand);
    hand.keyUp("Shift");
    expect(hand.state.camera).toEqual(before);
    for (const leave of [() => hand.key("Escape"), () => hand.editor.dispatch({ type: "cancel" })]) {
      hold(hand);
      hand.move([3_050, 50], { buttons: 0 });
      leave();
      expect([hand.state.camera, hand.state.brush]).toEqual([before, undefined]);
      hand.keyUp("Z", { code: "KeyZ" });
      expect(hand.state.camera).toEqual(before);
    }
  });

  it("asked for by name ends with a click, which touches nothing", () => {
    const hand = far();
    hand.key("p");
    hand.editor.run("view.quick-zoom");
    hand.click([3_050, 3_050]);
    expect([hand.state.tool, hand.shapes.length, ...middle(hand)]).toEqual(["draw", 2, 3_050, 3_050]);
  });

  it("is one look while the key repeats, and leaves a press alone", () => {
    const hand = far();
    const before = hand.state.camera;
    hold(hand);
    hand.key("Z", { shift: true, code: "KeyZ", repeat: true });
    hand.keyUp("Shift");
    expect(hand.state.camera).toEqual(before);
    hand.key("p");
    hand.down([0, 0]);
    hold(hand);
    expect(hand.state.camera).toEqual(before);
  });
});
