import { describe, expect, it } from "vitest";
import { Hand, rect } from "../../test-hand.ts";

const hollow = { fill: "none" } as never;
function eraser(): Hand {
  const hand = new Hand([rect("a", 0, 0, 100, 100, hollow), rect("b", 200, 0, 100, 100, hollow), rect("c", 400, 0)]);
  hand.editor.setTool("erase");
  return hand;
}

describe("erasing", () => {
  it("marks what the path touches and deletes it on release in one commit and one undo step", () => {
    const hand = eraser();
    hand.down([-20, 50]);
    hand.move([250, 50]);
    expect([...hand.state.erasing].sort()).toEqual(["a", "b"]);
    expect(hand.shapes.length).toBe(3);
    hand.up([250, 50]);
    expect(hand.shapes.map((shape) => shape.id)).toEqual(["c"]);
    expect(hand.board.commits.length).toBe(1);
    expect(hand.state.erasing.size).toBe(0);
    expect(hand.state.tool).toBe("erase");
    hand.undo();
    expect(hand.shapes.length).toBe(3);
    hand.redo();
    expect(hand.shapes.length).toBe(1);
  });

  it("the inside of a hollow shape is not touched, that of a filled one is", () => {
    const hand = eraser();
    hand.click([50, 50]);
    expect(hand.shapes.length).toBe(3);
    hand.click([450, 50]);
    expect(hand.shapes.length).toBe(2);
  });

  it("alt takes marks away", () => {
    const hand = eraser();
    hand.down([-20, 50]);
    hand.move([250, 50]);
    hand.move([120, 50], { alt: true });
    expect([...hand.state.erasing]).toEqual(["a"]);
    hand.up([120, 50], { alt: true });
    expect(hand.shapes.map((shape) => shape.id)).toEqual(["b", "c"]);
  });

  it.each(["Escape", "lost"])("%s deletes nothing", (how) => {
    const hand = eraser();
    hand.down([-20, 50]);
    hand.move([250, 50]);
    if (how === "Escape") hand.key("Escape");
    else hand.editor.dispatch({ type: "cancel" });
    hand.up([250, 50]);
    expect([hand.shapes.length, hand.state.erasing.size, hand.state.canUndo]).toEqual([3, 0, false]);
  });

  it("a marked shape that somebody else deletes is left out", () => {
    const hand = eraser();
    hand.down([-20, 50]);
    hand.move([250, 50]);
    hand.board.remote([{ op: "del", ids: ["a"] }]);
    expect([...hand.state.erasing]).toEqual(["b"]);
    hand.up([250, 50]);
    hand.undo();
    expect(hand.shapes.map((shape) => shape.id).sort()).toEqual(["b", "c"]);
  });

  it("the eraser end of a pen erases from any tool, for one press", () => {
    const hand = eraser();
    hand.editor.setTool("rect");
    hand.drag(
      [
        [-20, 50],
        [20, 50],
      ],
      { pointerType: "pen", button: 5, buttons: 32 },
    );
    expect(hand.shapes.map((shape) => shape.id)).toEqual(["b", "c"]);
    expect([hand.state.tool, hand.state.cursor]).toEqual(["rect", "crosshair"]);
  });

  it("E chooses it and E again goes back", () => {
    const hand = new Hand();
    hand.key("p");
    hand.key("e");
    expect(hand.state.tool).toBe("erase");
    hand.key("e");
    expect(hand.state.tool).toBe("draw");
  });
});
