import { describe, expect, test } from "vitest";
import { Hand, type Point } from "../test-hand.ts";

/** A circle's points, from its right end. */
const circle = (x: number, y: number, r: number): Point[] =>
  Array.from({ length: 49 }, (_, i): Point => [x + r * Math.cos((i / 48) * 2 * Math.PI), y + r * Math.sin((i / 48) * 2 * Math.PI)]);

function drawAndHold(hand: Hand, points: readonly Point[], heldMs = 600): void {
  hand.editor.setTool("draw");
  const [first, ...rest] = points;
  hand.down(first ?? [0, 0]);
  for (const point of rest) hand.move(point);
  hold(hand, heldMs);
}

/** As a host does while a button is down. */
function hold(hand: Hand, forMs: number): void {
  for (let waited = 0; waited < forMs; waited += 50) {
    hand.clockMs += 50;
    hand.editor.dispatch({ type: "tick", tMs: hand.clockMs });
  }
}

const only = (hand: Hand) => {
  expect(hand.shapes).toHaveLength(1);
  return hand.shapes[0];
};

describe("a stroke that is held still at its end", () => {
  test("becomes the form it resembles, in the look of the stroke, and the pen stays in the hand", () => {
    const hand = new Hand();
    hand.editor.setStyle({ color: "red", size: "l", fill: "semi", fillColor: "blue", dash: "dotted" });
    drawAndHold(hand, circle(300, 200, 80));
    hand.up([380, 200]);
    expect(only(hand)).toMatchObject({
      kind: "ellipse",
      w: expect.closeTo(160, -1),
      h: expect.closeTo(160, -1),
      color: "red",
      size: "l",
      fill: "semi",
      fillColor: "blue",
      dash: "solid",
    });
    expect(hand.state).toMatchObject({ tool: "draw", busy: false });
  });

  test("is a step of its own: undo first brings back the stroke, then takes it away; redo does both again", () => {
    const hand = new Hand();
    drawAndHold(hand, circle(300, 200, 80));
    hand.up([380, 200]);
    hand.undo();
    expect(only(hand)).toMatchObject({ kind: "draw", done: true });
    hand.undo();
    expect(hand.shapes).toEqual([]);
    hand.redo();
    expect(only(hand)?.kind).toBe("draw");
    hand.redo();
    expect(only(hand)?.kind).toBe("ellipse");
  });

  test("is in the hand until it is let go: a drag pulls it larger, as part of the same step", () => {
    const hand = new Hand();
    drawAndHold(hand, circle(300, 200, 80));
    hand.move([400, 200]);
    hand.up([420, 200]);
    // About the centre, one and a half times as large.
    expect(only(hand)).toMatchObject({
      kind: "ellipse",
      x: expect.closeTo(180, -1),
      w: expect.closeTo(240, -1),
      h: expect.closeTo(240, -1),
    });
    hand.undo();
    expect(only(hand)?.kind).toBe("draw");
  });

  test("becomes a line whose end goes with the pointer", () => {
    const hand = new Hand();
    drawAndHold(
      hand,
      Array.from({ length: 30 }, (_, i): Point => [100 + 8 * i, 100 + (i % 2)]),
    );
    hand.up([340, 160]);
    const line = only(hand);
    expect(line).toMatchObject({ kind: "line", x: 100 });
    expect(line?.kind === "line" ? line.vertices : []).toHaveLength(4);
    expect(line?.kind === "line" ? (line.vertices[2] ?? 0) + line.x : 0).toBeCloseTo(340, 0);
  });

  test("is given back by Escape", () => {
    const hand = new Hand();
    drawAndHold(hand, circle(300, 200, 80));
    expect(only(hand)?.kind).toBe("ellipse");
    hand.key("Escape");
    expect(only(hand)).toMatchObject({ kind: "draw", done: true });
  });
});

describe("a stroke stays a stroke", () => {
  test("that resembles nothing, however long it is held", () => {
    const hand = new Hand();
    drawAndHold(
      hand,
      Array.from({ length: 60 }, (_, i): Point => [100 + 4 * i, 200 + 60 * Math.sin(i / 4)]),
      3_000,
    );
    hand.up([336, 200]);
    expect(only(hand)?.kind).toBe("draw");
  });

  test("that is not held, or by a hand that goes on, or by a highlighter", () => {
    const quick = new Hand();
    drawAndHold(quick, circle(300, 200, 80), 300);
    quick.up([380, 200]);
    expect(only(quick)?.kind).toBe("draw");
    const moving = new Hand();
    drawAndHold(moving, circle(300, 200, 80), 400);
    moving.move([390, 204]);
    hold(moving, 400);
    moving.up([390, 204]);
    expect(only(moving)?.kind).toBe("draw");
    const marker = new Hand();
    marker.editor.setTool("highlight");
    marker.drag(circle(300, 200, 80).slice(0, -1));
    expect(only(marker)?.kind).toBe("draw");
  });

  test("where the person has switched it off, and for a speck", () => {
    const off = new Hand();
    off.editor.setPreferences({ straightens: false });
    drawAndHold(off, circle(300, 200, 80));
    off.up([380, 200]);
    expect(only(off)?.kind).toBe("draw");
    const speck = new Hand();
    drawAndHold(speck, circle(300, 200, 6));
    speck.up([306, 200]);
    expect(only(speck)?.kind).toBe("draw");
  });
});
