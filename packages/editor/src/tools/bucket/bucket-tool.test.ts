import { fixture, PLAIN_RECT } from "@inkroom/shapes/testing";
import { describe, expect, it } from "vitest";
import { Hand, type Point, rect } from "../../test-hand.ts";

const NO_FILL = { fill: "none", fillColor: "same" } as const;

function bucket(...shapes: ConstructorParameters<typeof Hand>): Hand {
  const hand = new Hand(...shapes);
  hand.editor.setTool("bucket");
  hand.editor.setStyle({ color: "red" });
  return hand;
}
const poured = (hand: Hand, id: string) => {
  const { fill, fillColor } = hand.props(id) as { fill?: unknown; fillColor?: unknown };
  return [fill, fillColor];
};
const ring: Point[] = Array.from({ length: 41 }, (_, i): Point => {
  const angle = (i / 40) * 2 * Math.PI;
  return [300 + 50 * Math.cos(angle), 300 + 50 * Math.sin(angle)];
});

describe("the paint bucket", () => {
  it("fills what is under the pointer with the colour in hand, and takes that away again; each is one step, and the tool stays", () => {
    const hand = bucket([rect("a", 0, 0, 100, 100, NO_FILL)]);
    hand.click([50, 50]);
    expect(poured(hand, "a")).toEqual(["solid", "red"]);
    hand.editor.setStyle({ color: "blue" });
    hand.click([50, 50]);
    expect(poured(hand, "a")).toEqual(["solid", "blue"]);
    hand.click([50, 50]);
    expect(poured(hand, "a")[0]).toBe("none");
    expect([hand.state.tool, hand.selected, hand.state.busy]).toEqual(["bucket", [], false]);
    hand.undo();
    hand.undo();
    expect(poured(hand, "a")).toEqual(["solid", "red"]);
    hand.undo();
    expect(poured(hand, "a")).toEqual(["none", "same"]);
    expect(hand.state.canUndo).toBe(false);
  });

  it("fills ink that has closed itself, and neither open ink nor the paper", () => {
    const hand = new Hand();
    hand.editor.setTool("draw");
    hand.drag(ring);
    hand.drag(ring.slice(0, 30).map(([x, y]): Point => [x + 200, y]));
    hand.editor.setTool("bucket");
    hand.click([300, 300]);
    expect(poured(hand, "made-1")).toEqual(["solid", "ink"]);
    const commits = hand.board.commits.length;
    hand.click([500, 300]);
    hand.click([50, 550]);
    expect(hand.board.commits.length).toBe(commits);
  });

  it.each([
    ["another fill of the colour", { fill: "hachure", fillColor: "red" }, ["solid", "red"]],
    ["the colour of the outline", { fill: "solid", fillColor: "same", color: "red" }, ["none", "same"]],
  ] as const)("knows %s", (_, look, then) => {
    const hand = bucket([rect("a", 0, 0, 100, 100, look)]);
    hand.click([50, 50]);
    expect(poured(hand, "a")).toEqual(then);
  });

  it("takes the smallest of empty shapes one in another, whichever lies on top, and of full ones the topmost", () => {
    const [large, small] = [
      rect("large", 0, 0, 200, 200, { ...NO_FILL, index: "a2" }),
      rect("small", 50, 50, 50, 50, { ...NO_FILL, index: "a1" }),
    ];
    const hand = bucket([large, small]);
    hand.click([70, 70]);
    expect([poured(hand, "large")[0], poured(hand, "small")[0]]).toEqual(["none", "solid"]);
    hand.click([150, 150]);
    // Now hidden under the large one.
    hand.editor.setStyle({ color: "blue" });
    hand.click([70, 70]);
    expect([poured(hand, "large")[1], poured(hand, "small")[1]]).toEqual(["blue", "red"]);
  });

  it("passes words and lines, but fills nothing under a note or a picture, nor what is locked", () => {
    const field = rect("a", 0, 0, 300, 300, { ...NO_FILL, index: "a0" });
    const hand = bucket([
      field,
      fixture("text", { x: 20, y: 20, index: "a1" }),
      fixture("note", { x: 100, y: 100, w: 100, h: 100, index: "a1" }),
      fixture("rect", { ...PLAIN_RECT, id: "locked", x: 220, y: 220, w: 40, h: 40, fill: "none", locked: true, index: "a2" }),
    ]);
    hand.click([150, 150]);
    expect(poured(hand, "a")[0]).toBe("none");
    hand.click([30, 30]);
    expect(poured(hand, "a")[0]).toBe("solid");
    hand.click([240, 240]);
    expect([poured(hand, "a")[0], poured(hand, "locked")[0]]).toEqual(["none", "none"]);
  });

  it("says under the pointer what it would fill, and does nothing where the press ends elsewhere", () => {
    const hand = bucket([rect("a", 0, 0, 100, 100, NO_FILL)]);
    hand.move([50, 50], { buttons: 0 });
    expect(hand.state.hovered).toBe("a");
    hand.editor.setCamera({ x: 500, y: 0, zoom: 1 });
    expect(hand.state.hovered).toBeUndefined();
    hand.editor.setCamera({ x: 0, y: 0, zoom: 1 });
    hand.move([50, 50], { buttons: 0 });
    hand.leave();
    expect(hand.state.hovered).toBeUndefined();
    hand.drag([
      [50, 50],
      [300, 300],
    ]);
    expect(poured(hand, "a")[0]).toBe("none");
    hand.move([300, 300], { buttons: 0 });
    expect(hand.state.hovered).toBeUndefined();
    hand.down([50, 50], { pointerType: "touch" });
    hand.pointer("pointer-cancel", [50, 50]);
    expect([poured(hand, "a")[0], hand.state.busy]).toEqual(["none", false]);
  });
});
