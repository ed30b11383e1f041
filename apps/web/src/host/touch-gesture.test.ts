import type { InputEvent, PointerInput } from "@inkroom/editor";
import { expect, test } from "vitest";
import { createTouchGesture } from "./touch-gesture.ts";

function finger(pointerId: number, x: number, y: number): PointerInput {
  return {
    type: "pointer-down",
    pointerId,
    pointerType: "touch",
    isPrimary: pointerId === 1,
    button: 0,
    buttons: 1,
    screen: { x, y },
    tMs: 0,
    shift: false,
    alt: false,
    mod: false,
  };
}

function fixture() {
  const sent: InputEvent[] = [];
  return { sent, touch: createTouchGesture((event) => sent.push(event)) };
}

test("one finger is the tool's", () => {
  const { sent, touch } = fixture();
  expect(touch.down(finger(1, 0, 0), "tool")).toBe(false);
  expect(touch.move(finger(1, 5, 5))).toBe(false);
  expect(touch.up(finger(1, 5, 5))).toBe(false);
  expect(sent).toEqual([]);
});

test("a second finger begins a pinch between the two", () => {
  const { sent, touch } = fixture();
  touch.down(finger(1, 0, 0), "tool");
  expect(touch.down(finger(2, 100, 0), "tool")).toBe(true);
  expect(sent).toMatchObject([{ type: "pinch", phase: "start", screen: { x: 50, y: 0 } }]);
});

test("fingers that spread zoom about their midpoint and pan with it, once they have spread by more than 24 pixels", () => {
  const { sent, touch } = fixture();
  touch.down(finger(1, 0, 0), "tool");
  touch.down(finger(2, 100, 0), "tool");
  touch.move(finger(2, 124, 0));
  expect(sent).toHaveLength(1);
  touch.move(finger(2, 125, 0));
  touch.move(finger(2, 250, 0));
  expect(sent.slice(1)).toMatchObject([{ type: "pinch", phase: "move", screen: { x: 125, y: 0 }, dx: 62.5, dy: 0, scale: 2 }]);
});

test("fingers that go together move the paper and leave the zoom alone, until they spread by more than 64 pixels", () => {
  const { sent, touch } = fixture();
  const both = (x: number, spread: number): void => {
    touch.move(finger(1, x, 0));
    touch.move(finger(2, x + spread, 0));
  };
  touch.down(finger(1, 0, 0), "tool");
  touch.down(finger(2, 100, 0), "tool");
  both(8, 100);
  both(16, 100);
  expect(sent).toHaveLength(1);
  both(24, 100);
  both(40, 110);
  const scales = () => sent.slice(1).map((event) => event.type === "pinch" && event.scale);
  expect(sent.length).toBeGreaterThan(1);
  expect(new Set(scales())).toEqual(new Set([1]));
  both(40, 190);
  both(40, 380);
  expect(scales().at(-1)).toBe(2);
});

test("the finger that stays after a pinch pans without a jump and does not draw", () => {
  const { sent, touch } = fixture();
  touch.down(finger(1, 0, 0), "tool");
  touch.down(finger(2, 100, 0), "tool");
  expect(touch.up(finger(2, 100, 0))).toBe(true);
  expect(touch.move(finger(1, 3, 4))).toBe(true);
  expect(sent.at(-1)).toMatchObject({ phase: "move", dx: 3, dy: 4, scale: 1 });
  touch.up(finger(1, 3, 4));
  expect(sent.at(-1)).toMatchObject({ phase: "end" });
  expect(touch.down(finger(3, 0, 0), "tool")).toBe(false);
});

test("while a pen is in use one finger pans", () => {
  const { sent, touch } = fixture();
  expect(touch.down(finger(1, 0, 0), "pan")).toBe(true);
  touch.move(finger(1, 10, 0));
  expect(sent.map((event) => event.type)).toEqual(["pinch", "pinch"]);
});

test("while the pen draws a first finger waits, and two move the paper", () => {
  const { sent, touch } = fixture();
  expect(touch.down(finger(1, 0, 0), "second")).toBe(true);
  expect(touch.move(finger(1, 30, 0))).toBe(true);
  expect(sent).toEqual([]);
  touch.down(finger(2, 100, 0), "second");
  touch.move(finger(2, 100, 40));
  touch.move(finger(2, 110, 40));
  expect(sent).toMatchObject([{ phase: "start" }, { phase: "move", dx: 5 }]);
  touch.up(finger(2, 110, 40));
  touch.up(finger(1, 30, 0));
  expect(sent.at(-1)).toMatchObject({ phase: "end" });
});

test("a waiting finger that goes leaves nothing behind", () => {
  const { sent, touch } = fixture();
  touch.down(finger(1, 0, 0), "second");
  expect(touch.up(finger(1, 0, 0))).toBe(true);
  expect(touch.down(finger(2, 0, 0), "tool")).toBe(false);
  expect(sent).toEqual([]);
});

test("a third contact ends the gesture, until all are gone", () => {
  const { sent, touch } = fixture();
  touch.down(finger(1, 0, 0), "tool");
  touch.down(finger(2, 100, 0), "tool");
  touch.down(finger(3, 50, 50), "tool");
  expect(sent.at(-1)).toMatchObject({ phase: "end" });
  const count = sent.length;
  touch.move(finger(2, 200, 0));
  touch.up(finger(3, 50, 50));
  touch.move(finger(2, 220, 0));
  touch.up(finger(2, 220, 0));
  touch.up(finger(1, 0, 0));
  expect(sent).toHaveLength(count);
  expect(touch.down(finger(4, 0, 0), "tool")).toBe(false);
});

test("an ignored contact reaches nobody, from its beginning to its end", () => {
  const { sent, touch } = fixture();
  expect(touch.down(finger(9, 0, 0), "ignored")).toBe(true);
  expect(touch.move(finger(9, 5, 5))).toBe(true);
  expect(touch.up(finger(9, 5, 5))).toBe(true);
  expect(touch.down(finger(1, 0, 0), "tool")).toBe(false);
  expect(sent).toEqual([]);
});
