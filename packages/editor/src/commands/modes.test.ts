import { describe, expect, it } from "vitest";
import { Hand, rect, text } from "../test-hand.ts";

describe("zen", () => {
  it("comes and goes by its keys", () => {
    const hand = new Hand();
    hand.key("z", { alt: true });
    expect(hand.state.zen).toBe(true);
    hand.key(".", { mod: true });
    expect(hand.state.zen).toBe(false);
  });

  it("is left by Escape, once there is nothing else to leave", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.key("z", { alt: true });
    hand.key("r");
    hand.key("Escape");
    expect([hand.state.tool, hand.state.zen]).toEqual(["select", true]);
    hand.key("Escape");
    expect(hand.state.zen).toBe(false);
  });

  it("takes nothing from the hand: a stroke under way goes on", () => {
    const hand = new Hand();
    hand.key("p");
    hand.down([0, 0]);
    hand.move([40, 0]);
    hand.key("z", { alt: true });
    hand.move([80, 40]);
    hand.up([80, 40]);
    expect(hand.shapes).toHaveLength(1);
  });
});

describe("view mode", () => {
  const looking = (): Hand => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.key("r", { alt: true });
    return hand;
  };

  it("refuses by hand and by key what a link to look at the board refuses", () => {
    const hand = looking();
    const before = hand.board.commits.length;
    hand.drag([
      [50, 50],
      [150, 150],
      [250, 250],
    ]);
    hand.click([50, 50]);
    hand.key("Delete");
    hand.key("ArrowRight");
    hand.key("p");
    hand.drag([
      [300, 300],
      [400, 400],
    ]);
    hand.doubleClick([500, 500]);
    hand.undo();
    hand.editor.addShapes([rect("b", 0, 0)]);
    hand.editor.setStyle({ color: "red" });
    expect(hand.board.commits).toHaveLength(before);
    expect([hand.state.readonly, hand.state.tool, hand.state.editingText]).toEqual([true, "select", undefined]);
  });

  it("is left by its key, and all can be edited again", () => {
    const hand = looking();
    hand.key("r", { alt: true });
    expect([hand.state.readonly, hand.state.lookOnly]).toEqual([false, false]);
    hand.click([50, 50]);
    hand.key("Delete");
    expect(hand.shapes).toHaveLength(0);
  });

  it("keeps what was under way when it began: a stroke, and words", () => {
    const hand = new Hand([text("t", 0, 0, "one")]);
    hand.key("p");
    hand.down([200, 200]);
    hand.move([240, 200]);
    hand.move([280, 240]);
    hand.key("r", { alt: true });
    expect(hand.shapes).toHaveLength(2);
    hand.key("r", { alt: true });
    hand.editor.startEditingText("t");
    hand.editor.updateEditingText("one two");
    hand.editor.setLookOnly(true);
    expect([hand.props("t")["text"], hand.state.editingText]).toEqual(["one two", undefined]);
  });

  it("is not offered to who may only look anyway", () => {
    const hand = new Hand();
    hand.board.canEdit = false;
    expect(hand.editor.run("view.look-only")).toBe(false);
  });
});

describe("numbers beside the board", () => {
  it("come and go by their key, and go with zen", () => {
    const hand = new Hand();
    hand.key("/", { alt: true, code: "Slash" });
    expect(hand.state.stats).toBe(true);
    hand.key("z", { alt: true });
    expect(hand.state.stats).toBe(false);
    hand.key("÷", { alt: true, code: "Slash" });
    expect([hand.state.stats, hand.state.zen]).toEqual([true, true]);
    hand.key("z", { alt: true });
    expect(hand.state.stats).toBe(true);
  });
});
