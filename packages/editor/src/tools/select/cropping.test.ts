import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, it } from "vitest";
import { Hand } from "../../test-hand.ts";

/** 200 by 100, all of it shown. */
const cat = fixture("image", { id: "cat", x: 100, y: 100, w: 200, h: 100, flipX: false, cropX: 0, cropY: 0, cropW: 1, cropH: 1 });
const atWork = (): Hand => {
  const hand = new Hand([cat]);
  hand.click([200, 150]);
  hand.click([200, 150], { clickCount: 2 });
  return hand;
};

describe("cutting a picture", () => {
  it("begins with a double click, or with Enter where it is selected, and not with a view link", () => {
    expect([atWork().state.cropping, atWork().state.busy]).toEqual(["cat", true]);
    const hand = new Hand([cat]);
    hand.editor.select(["cat"]);
    expect(hand.state.isPicture).toBe(true);
    hand.key("Enter");
    expect(hand.state.cropping).toBe("cat");
    const guest = new Hand([cat]);
    guest.board.canEdit = false;
    guest.click([200, 150], { clickCount: 2 });
    guest.editor.startCropping("cat");
    expect(guest.state.cropping).toBeUndefined();
  });

  it("moves the frame by its handles and the picture behind it by a drag within; Enter keeps it, as one step", () => {
    const hand = atWork();
    hand.drag([
      [100, 150],
      [150, 150],
    ]);
    expect(hand.props("cat")).toMatchObject({ x: 150, w: 150, cropX: 0.25, cropW: 0.75 });
    hand.drag([
      [200, 150],
      [220, 150],
    ]);
    expect(hand.props("cat")).toMatchObject({ x: 150, w: 150, cropX: 0.15, cropW: 0.75 });
    hand.key("Enter");
    expect([hand.state.cropping, hand.state.busy, hand.selected]).toEqual([undefined, false, ["cat"]]);
    hand.undo();
    expect(hand.props("cat")).toMatchObject({ x: 100, w: 200, cropX: 0, cropW: 1 });
    expect(hand.state.canUndo).toBe(false);
  });

  it("is kept by a press elsewhere, and taken back by Escape", () => {
    const kept = atWork();
    kept.drag([
      [300, 200],
      [250, 180],
    ]);
    kept.click([600, 500]);
    expect([kept.state.cropping, kept.selected]).toEqual([undefined, []]);
    expect(kept.props("cat")).toMatchObject({ w: 150, h: 80, cropW: 0.75, cropH: 0.8 });
    const given = atWork();
    given.drag([
      [300, 200],
      [250, 180],
    ]);
    given.key("Escape");
    expect(given.props("cat")).toMatchObject({ w: 200, h: 100, cropW: 1 });
    expect([given.state.cropping, given.selected]).toEqual([undefined, ["cat"]]);
  });

  it("ends where the picture is deleted meanwhile", () => {
    const hand = atWork();
    hand.board.remote([{ op: "del", ids: ["cat"] }]);
    expect([hand.state.cropping, hand.state.busy]).toEqual([undefined, false]);
  });
});

describe("describing a picture", () => {
  it("asks the host for words, and takes them as one step", () => {
    const hand = new Hand([cat]);
    hand.editor.select(["cat"]);
    hand.editor.run("picture.describe");
    expect(hand.opened).toEqual([{ kind: "describe", id: "cat" }]);
    hand.editor.describe("cat", "a dog");
    expect(hand.props("cat")).toMatchObject({ altText: "a dog" });
    hand.undo();
    expect(hand.props("cat")).toMatchObject({ altText: "a cat" });
  });
});
