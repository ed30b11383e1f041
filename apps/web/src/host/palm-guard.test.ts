import { expect, it } from "vitest";
import { PalmGuard } from "./palm-guard.ts";

const tip = { width: 20, height: 22 };

it("without a pen fingers are the tool's, however broad", () => {
  const guard = new PalmGuard();
  expect(guard.roleOf({ ...tip, tMs: 0 }, false)).toBe("tool");
  expect(guard.roleOf({ width: 60, height: 50, tMs: 0 }, false)).toBe("tool");
});

it("in pen mode one finger moves the paper", () => {
  const guard = new PalmGuard();
  guard.penDown(0);
  guard.penUp(500);
  expect(guard.roleOf({ ...tip, tMs: 1_000 }, true)).toBe("pan");
  // Turned off by the person: the finger draws again.
  expect(guard.roleOf({ ...tip, tMs: 1_000 }, false)).toBe("tool");
});

it("what touches the paper around the moment in which the pen does is the hand", () => {
  const guard = new PalmGuard();
  guard.penDown(1_000);
  expect(guard.roleOf({ ...tip, tMs: 1_200 }, true)).toBe("ignored");
  guard.penUp(2_000);
  expect(guard.roleOf({ ...tip, tMs: 2_299 }, true)).toBe("ignored");
  expect(guard.roleOf({ ...tip, tMs: 2_300 }, true)).toBe("pan");
});

it("while the pen draws it takes two fingers to move the paper, and a palm never does", () => {
  const guard = new PalmGuard();
  guard.penDown(1_000);
  expect(guard.roleOf({ ...tip, tMs: 1_500 }, true)).toBe("second");
  expect(guard.roleOf({ width: 55, height: 30, tMs: 1_500 }, true)).toBe("ignored");
});

it("tells a hand put down before its pen from a finger that drew", () => {
  const guard = new PalmGuard();
  expect(guard.wasUnmeant(1_000, 1_150)).toBe(true);
  expect(guard.wasUnmeant(1_000, 1_151)).toBe(false);
});
