import { describe, expect, it } from "vitest";
import { Hand, rect, text } from "../test-hand.ts";

const chosen = (...ids: string[]): Hand => {
  const hand = new Hand([text("a", 0, 0, "hello"), text("b", 0, 100, "more"), rect("c", 0, 200)]);
  hand.board.remote([{ op: "set", id: "b", props: { bold: true } }]);
  hand.editor.select(ids);
  return hand;
};

describe("keys for how words are set", () => {
  it("switch bold on where not all words are, and off where all are; one step", () => {
    const hand = chosen("a", "b");
    hand.key("b", { mod: true });
    expect([hand.props("a")["bold"], hand.props("b")["bold"]]).toEqual([true, true]);
    hand.undo();
    expect([hand.props("a")["bold"], hand.props("b")["bold"]]).toEqual([false, true]);
    hand.editor.select(["b"]);
    hand.key("b", { mod: true });
    hand.key("i", { mod: true });
    expect(hand.props("b")).toMatchObject({ bold: false, italic: true });
  });

  it("make words larger and smaller by a size, as far as sizes go, and measure them", () => {
    const hand = chosen("a");
    hand.key("<", { code: "Comma", mod: true, shift: true });
    expect(hand.props("a")).toMatchObject({ size: "s", w: 40 });
    hand.key("<", { code: "Comma", mod: true, shift: true });
    expect(hand.props("a")["size"]).toBe("s");
    for (let i = 0; i < 4; i += 1) hand.key(">", { code: "Period", mod: true, shift: true });
    expect(hand.props("a")).toMatchObject({ size: "xl", w: 120 });
  });

  it("mean nothing where nothing is written", () => {
    const hand = chosen("c");
    hand.key("b", { mod: true });
    hand.key(">", { code: "Period", mod: true, shift: true });
    expect(hand.board.commits).toEqual([]);
  });
});
