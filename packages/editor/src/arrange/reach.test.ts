import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, test } from "vitest";
import { Hand, rect } from "../test-hand.ts";

const go = (hand: Hand, where: "left" | "right" | "up" | "down" | "parent" | "child") => {
  hand.editor.run(`edit.select-${where}`);
  return hand.selected.join();
};
const frame = (id: string, x: number, y: number, w: number, h: number) => fixture("frame", { id, x, y, w, h });

describe("selecting what is beside", () => {
  // a b
  // c d
  const board = () => [rect("a", 0, 0), rect("b", 300, 20), rect("c", 10, 300), rect("d", 320, 310)];

  test("leads round four shapes, and nowhere past the last", () => {
    const hand = new Hand(board());
    hand.editor.select(["a"]);
    expect([go(hand, "right"), go(hand, "down"), go(hand, "left"), go(hand, "up"), go(hand, "up"), go(hand, "left")]).toEqual([
      "b",
      "d",
      "c",
      "a",
      "a",
      "a",
    ]);
  });

  test("prefers what is in line to what is nearer but aside", () => {
    const hand = new Hand([rect("a", 0, 0), rect("aside", 120, 180), rect("line", 400, 0)]);
    hand.editor.select(["a"]);
    expect(go(hand, "right")).toBe("line");
  });

  test("begins in the middle of the view where nothing is selected, and finds what is far away, once, and shows it", () => {
    const hand = new Hand([rect("far", 90_000, 280)]);
    expect(go(hand, "left")).toBe("");
    expect(go(hand, "right")).toBe("far");
    expect(hand.state.camera.x).toBeGreaterThan(80_000);
    expect(hand.state.walked).toEqual({ id: "far", place: 1, count: 1 });
  });

  test("passes over the connections between shapes, and what holds the selection", () => {
    const ends = { start: { id: "a", x: 0.5, y: 0.5 }, end: { id: "b", x: 0.5, y: 0.5 } };
    const arrow = fixture("arrow", { id: "join", x: 100, y: 50, vertices: [0, 0, 200, 20], text: "", ...ends });
    const hand = new Hand([...board(), arrow, frame("f", -400, -50, 600, 200)]);
    hand.editor.select(["a"]);
    expect(go(hand, "right")).toBe("b");
  });

  test("takes a group as one thing until it is entered, and then stays in it", () => {
    const hand = new Hand([...board(), rect("e", 600, 20)]);
    hand.editor.select(["b", "e"]);
    hand.editor.run("edit.group");
    hand.editor.select(["a"]);
    expect(go(hand, "right")).toBe("b,e");
    expect(go(hand, "child")).toBe("b");
    expect(go(hand, "right")).toBe("e");
    expect(go(hand, "left")).toBe("b");
    expect(go(hand, "left")).toBe("b");
    expect(go(hand, "parent")).toBe("b,e");
    expect(hand.state.entered).toBeUndefined();
  });
});

describe("selecting what is around and inside", () => {
  test("leads into a frame, as one reads, and out of it again; alone on the page nowhere", () => {
    const inside = (id: string, x: number) => rect(id, x, 20, 50, 50, { parent: "f" });
    const hand = new Hand([frame("f", 0, 0, 400, 300), inside("second", 200), inside("first", 20), rect("alone", 900, 900)]);
    hand.editor.select(["f"]);
    expect(go(hand, "child")).toBe("first");
    expect(go(hand, "child")).toBe("first");
    expect(go(hand, "parent")).toBe("f");
    hand.editor.select(["alone"]);
    expect(go(hand, "parent")).toBe("alone");
  });

  test("is not offered without a selection", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    expect(hand.editor.run("edit.select-parent")).toBe(false);
    expect(hand.editor.run("edit.select-child")).toBe(false);
  });
});
