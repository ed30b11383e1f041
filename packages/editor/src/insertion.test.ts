import { boundArrow, hasInk, MAX_COORDINATE, type Shape } from "@inkroom/shapes";
import { ALL_FIXTURES, fixture } from "@inkroom/shapes/testing";
import { describe, expect, it } from "vitest";
import { insertable } from "./insertion.ts";
import { Hand, rect } from "./test-hand.ts";

const fresh = () => {
  let n = 0;
  return () => `new-${++n}`;
};
const copied = (hand: Hand, shapes: readonly Shape[], at?: { x: number; y: number }): readonly Shape[] =>
  insertable(hand.board.view, shapes, { newId: fresh(), at });

describe("copies for a board", () => {
  it("have ids of their own, lie on top in their order, and where the originals lie", () => {
    const hand = new Hand([rect("old", 0, 0, 10, 10, { index: "b00" })]);
    const copies = copied(hand, [rect("top", 5, 6, 10, 10, { index: "a2" }), rect("old", 1, 2, 10, 10, { index: "a1" })]);
    expect(copies).toMatchObject([
      { x: 1, y: 2 },
      { x: 5, y: 6 },
    ]);
    expect(copies.map(({ id }) => id).sort()).toEqual(["new-1", "new-2"]);
    const [below, above] = copies.map(({ index }) => index);
    expect([below! > "b00", above! > below!]).toEqual([true, true]);
  });

  it("come with their middle to a place, all together, and never off the page", () => {
    const pair = [rect("a", 0, 0, 100, 100), rect("b", 300, 100, 100, 100)];
    expect(copied(new Hand(), pair, { x: 1_000, y: 500 })).toMatchObject([
      { x: 800, y: 400 },
      { x: 1_100, y: 500 },
    ]);
    const [left, right] = copied(new Hand(), pair, { x: 2 * MAX_COORDINATE, y: 0 });
    expect([right!.x - left!.x, right!.x + 100]).toEqual([300, MAX_COORDINATE]);
  });

  it("lead to each other as the originals do, and to what is not among them as before", () => {
    const shapes = [rect("a", 0, 0, 10, 10, { link: "#shape=b,gone" }), rect("b", 300, 0, 10, 10, { link: "https://ink.example" })];
    const [a, b] = copied(new Hand(), shapes);
    expect([a?.link, b?.link]).toEqual([`#shape=${String(b?.id)},gone`, "https://ink.example"]);
  });

  it("hang on each other as the originals do, and keep what is on the board", () => {
    const hand = new Hand([rect("here", 0, 0)]);
    const arrow = fixture("arrow", { id: "arrow", start: { id: "here", x: 0, y: 0 }, end: { id: "box", x: 0.5, y: 0.5 } });
    const box = rect("box", 300, 300, 10, 10, { parent: "out", index: "a1" });
    const out = rect("out", 0, 0, 10, 10, { parent: "gone", index: "a2" });
    const copies = copied(hand, [arrow, box, out]);
    const of = (kind: string, x: number) => copies.find((shape) => shape.kind === kind && shape.x === x)!;
    expect(of("arrow", arrow.x)).toMatchObject({ start: { id: "here" }, end: { id: of("rect", 300).id } });
    expect(of("rect", 300).parent).toBe(of("rect", 0).id);
    expect(of("rect", 0).parent).toBe("page");
    expect(copies.indexOf(of("rect", 0))).toBeLessThan(copies.indexOf(of("rect", 300)));
  });
});

describe("shapes put on a board", () => {
  it("are one undo step whatever their number, of all kinds, and are selected", () => {
    const hand = new Hand([rect("here", 0, 0)]);
    const many = Array.from({ length: 450 }, (_, i) => rect(`s${i}`, i, i));
    hand.editor.setTool("draw");
    expect(hand.editor.addShapes(copied(hand, [...many, ...ALL_FIXTURES]))).toBe(true);
    expect([hand.selected.length, hand.state.tool, hand.shapes.length]).toEqual([
      450 + ALL_FIXTURES.filter(hasInk).length,
      "select",
      450 + ALL_FIXTURES.length,
    ]);
    expect(hand.shapes.filter(({ kind }) => kind === "paper")).toEqual([]);
    const arrow = hand.shapes.find((shape) => shape.kind === "arrow")!;
    expect(boundArrow(hand.board.view, arrow as never)).not.toBe(arrow);
    hand.undo();
    expect(hand.shapes.map(({ id }) => id)).toEqual(["here"]);
    hand.redo();
    expect(hand.shapes).toHaveLength(450 + ALL_FIXTURES.length);
  });

  it("are not put there where the board cannot be edited", () => {
    const hand = new Hand();
    hand.board.canEdit = false;
    expect(hand.editor.addShapes([rect("a", 0, 0)])).toBe(false);
    expect([hand.shapes, hand.selected]).toEqual([[], []]);
  });
});
