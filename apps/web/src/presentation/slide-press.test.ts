import { expect, test } from "vitest";
import { stepOfPress } from "./slide-press.ts";

const finger = { width: 390, isFinger: true };
const mouse = { width: 1_200, isFinger: false };
const at = (x: number, y: number) => ({ x, y });

test("a finger swipes on and back, sideways only", () => {
  expect(stepOfPress(at(300, 400), at(200, 420), finger)).toBe(1);
  expect(stepOfPress(at(100, 400), at(200, 380), finger)).toBe(-1);
  expect(stepOfPress(at(100, 200), at(160, 500), finger)).toBe(0);
});

test("a tap goes on, at the beginning of the screen back; a mouse goes on wherever it clicks, and drags nowhere", () => {
  expect([stepOfPress(at(300, 400), at(303, 402), finger), stepOfPress(at(60, 400), at(60, 400), finger)]).toEqual([1, -1]);
  expect([stepOfPress(at(60, 400), at(60, 400), mouse), stepOfPress(at(60, 400), at(400, 400), mouse)]).toEqual([1, 0]);
});

test("a press that goes neither far nor nowhere does nothing", () => {
  expect(stepOfPress(at(300, 400), at(330, 400), finger)).toBe(0);
});
