import { describe, expect, it } from "vitest";
import { Hand, rect, text } from "./test-hand.ts";

describe("the state", () => {
  it("is replaced on change, kept otherwise, and listeners hear once of each event", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    let calls = 0;
    const stop = hand.editor.subscribe(() => void (calls += 1));
    const before = hand.state;
    hand.move([500, 500], { buttons: 0 });
    expect([hand.state === before, calls]).toEqual([true, 0]);
    hand.click([50, 50]);
    // The press, then the release.
    expect(calls).toBe(2);
    expect(before.selection.size).toBe(0);
    stop();
    hand.click([500, 500]);
    expect(calls).toBe(2);
  });

  it("a listener sees the state that it is told of", () => {
    const hand = new Hand();
    const seen: string[] = [];
    hand.editor.subscribe(() => void seen.push(hand.state.tool));
    hand.editor.setTool("draw");
    expect(seen).toEqual(["draw"]);
  });

  it("a disposed editor hears nothing of the board any more", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.editor.select(["a"]);
    hand.editor.dispose();
    hand.board.remote([{ op: "del", ids: ["a"] }]);
    expect(hand.selected).toEqual(["a"]);
  });

  it("deleted shapes leave the selection, also when the board is replaced", () => {
    const hand = new Hand([rect("a", 0, 0), rect("b", 200, 0)]);
    hand.editor.select(["a", "b", "unknown"]);
    hand.board.remote([{ op: "del", ids: ["a"] }]);
    expect(hand.selected).toEqual(["b"]);
    hand.board.board.clear();
    hand.board.reset();
    expect(hand.selected).toEqual([]);
  });

  it("a drawing tool lets go of the selection, so that its style is not the selection's", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.editor.select(["a"]);
    hand.editor.setTool("draw");
    hand.editor.setStyle({ color: "red" });
    expect(hand.props("a")["color"]).toBe("ink");
  });

  it("a role that changes is seen at the next change of the board", () => {
    const hand = new Hand();
    hand.editor.setTool("rect");
    hand.board.canEdit = false;
    hand.board.remote([{ op: "add", shape: rect("a", 0, 0) }]);
    expect(hand.state).toMatchObject({ readonly: true, tool: "select" });
    hand.board.canEdit = true;
    hand.board.reset();
    expect(hand.state.readonly).toBe(false);
  });
});

describe("finding shapes", () => {
  it("follows the board: added, moved, deleted, replaced", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    const at = (x: number, y: number) => {
      hand.click([x, y]);
      return hand.selected;
    };
    expect(at(50, 50)).toEqual(["a"]);
    hand.board.remote([{ op: "add", shape: rect("b", 300, 300) }]);
    expect(at(350, 350)).toEqual(["b"]);
    hand.board.remote([{ op: "set", id: "b", props: { x: 500, y: 300, rotation: 0 } }]);
    expect([at(350, 350), at(550, 350)]).toEqual([[], ["b"]]);
    hand.board.remote([{ op: "del", ids: ["b"] }]);
    expect(at(550, 350)).toEqual([]);
    hand.board.board.clear();
    hand.board.reset();
    expect(at(50, 50)).toEqual([]);
  });

  it("a turned shape is hit where it lies", () => {
    const hand = new Hand([rect("a", 0, 40, 100, 20, { rotation: Math.PI / 2 })]);
    hand.click([50, 5]);
    expect(hand.selected).toEqual(["a"]);
    hand.click([5, 50]);
    expect(hand.selected).toEqual([]);
  });

  it("a finger hits from further away than a mouse", () => {
    const hand = new Hand([rect("a", 0, 0, 100, 100, { fill: "none" } as never)]);
    hand.click([112, 50]);
    expect(hand.selected).toEqual([]);
    hand.click([112, 50], { pointerType: "touch" });
    expect(hand.selected).toEqual(["a"]);
  });
});

describe("pointers", () => {
  it("a second pointer is ignored while one is down", () => {
    const hand = new Hand([text("t", 0, 0, "hello")]);
    hand.editor.setTool("draw");
    hand.down([100, 100]);
    const other = { pointerId: 2, pointerType: "touch", button: 0, buttons: 1, shift: false, alt: false, mod: false, tMs: 0 } as const;
    hand.editor.dispatch({ ...other, type: "pointer-down", isPrimary: true, screen: { x: 0, y: 0 } });
    hand.editor.dispatch({ ...other, type: "pointer-up", isPrimary: true, screen: { x: 0, y: 0 } });
    expect(hand.state.busy).toBe(true);
    hand.up([200, 100]);
    expect(hand.shapes.length).toBe(2);
  });

  it("keys do nothing to the board while a press is under way", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.editor.select(["a"]);
    hand.down([50, 50]);
    hand.move([60, 50]);
    hand.key("Delete");
    hand.key("r");
    hand.key("z", { mod: true });
    hand.up([70, 50]);
    expect(hand.props("a")).toMatchObject({ x: 20 });
    expect(hand.state.tool).toBe("select");
  });
});
