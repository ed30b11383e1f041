import { expect, test } from "vitest";
import { CursorMotion } from "./cursor-motion.ts";

function moved(motion: CursorMotion, totalMs: number, stepMs: number): number {
  for (let ms = 0; ms < totalMs; ms += stepMs) motion.step(stepMs, 1);
  return motion.at(1)?.x ?? NaN;
}
function started(): CursorMotion {
  const motion = new CursorMotion();
  motion.setTargets(new Map([[1, { x: 0, y: 0 }]]));
  motion.setTargets(new Map([[1, { x: 100, y: 40 }]]));
  return motion;
}

test("a new cursor appears where it is", () => {
  const motion = new CursorMotion();
  motion.setTargets(new Map([[1, { x: 7, y: 8 }]]));
  expect(motion.at(1)).toEqual({ x: 7, y: 8 });
  expect([motion.step(16, 1), motion.step(16, 1)]).toEqual([1, 0]);
});

test("the way is the same at any frame rate", () => {
  expect(moved(started(), 96, 16)).toBeCloseTo(moved(started(), 96, 8), 6);
  expect(moved(started(), 96, 32)).toBeCloseTo(moved(started(), 96, 8), 6);
});

test("nine tenths of a jump are made after 140 ms, without going past the target", () => {
  const at = moved(started(), 140, 14);
  expect(at).toBeGreaterThan(90);
  for (let ms = 0; ms < 2000; ms += 16) {
    const motion = started();
    expect(moved(motion, ms, 16)).toBeLessThanOrEqual(100);
  }
});

test("motion ends exactly on the target, and then asks for no more frames", () => {
  const motion = started();
  let frames = 0;
  while (motion.step(16, 1) > 0) frames += 1;
  expect(motion.at(1)).toEqual({ x: 100, y: 40 });
  expect(frames).toBeLessThan(60);
  expect(motion.step(16, 1)).toBe(0);
});

test("a cursor that is no longer reported is gone", () => {
  const motion = started();
  motion.step(16, 1);
  motion.setTargets(new Map());
  expect(motion.at(1)).toBeUndefined();
  expect([motion.step(16, 1), motion.step(16, 1)]).toEqual([1, 0]);
});

test("with less motion asked for, cursors jump", () => {
  const motion = new CursorMotion({ still: true });
  const there = { x: 100, y: 40 };
  motion.setTargets(new Map([[1, { x: 0, y: 0 }]]));
  motion.step(16, 1);
  motion.setTargets(new Map([[1, there]]));
  expect(motion.at(1)).toEqual({ x: 100, y: 40 });
  expect(motion.step(16, 1)).toBe(1);
  motion.setTargets(new Map([[1, there]]));
  expect(motion.step(16, 1)).toBe(0);
});
