import { expect, it } from "vitest";
import { LASER_FADE_MS, LASER_STAY_MS, LaserTrails } from "./laser-trails.ts";

const at = (x: number) => ({ x, y: 0 });

it("follows the laser, and thins out from its end", () => {
  const trails = new LaserTrails<string>();
  trails.shine("ann", [at(0), at(10)], 0);
  trails.shine("ann", [at(20)], LASER_FADE_MS / 2);
  const nowMs = LASER_STAY_MS + LASER_FADE_MS / 2;
  expect(trails.step(nowMs)).toBe(true);
  expect(trails.parts("ann", nowMs)).toEqual([
    { from: { ...at(0), ms: 0 }, to: { ...at(0), ms: 0 }, share: 0.5 },
    { from: { ...at(0), ms: 0 }, to: { ...at(10), ms: 0 }, share: 0.5 },
    { from: { ...at(10), ms: 0 }, to: { ...at(20), ms: LASER_FADE_MS / 2 }, share: 1 },
  ]);
  expect(trails.step(LASER_STAY_MS + LASER_FADE_MS)).toBe(true);
  expect(trails.parts("ann", LASER_STAY_MS + LASER_FADE_MS)).toHaveLength(1);
});

it("is gone when all of it has faded, and needs no frame then", () => {
  const trails = new LaserTrails<string>();
  trails.shine("ann", [at(0)], 0);
  trails.keepOn(new Set());
  expect(trails.step(LASER_STAY_MS + LASER_FADE_MS)).toBe(false);
  expect([...trails.seen]).toEqual([]);
});

it("a press after another begins a trail of its own, with no line between", () => {
  const trails = new LaserTrails<string>();
  trails.shine("ann", [at(0), at(10)], 0);
  trails.keepOn(new Set());
  trails.shine("ann", [at(500)], 10);
  const last = trails.parts("ann", 10).at(-1);
  expect([last?.from.x, last?.to.x]).toEqual([500, 500]);
});

it("a laser that rests stays bright, with one spot however long", () => {
  const trails = new LaserTrails<string>();
  for (let ms = 0; ms <= 5_000; ms += 16) {
    trails.shine("ann", [at(7)], ms);
    trails.step(ms);
  }
  expect(trails.parts("ann", 5_000)).toHaveLength(1);
  expect(trails.parts("ann", 5_000)[0]?.share).toBeGreaterThan(0.99);
});

it("lasers of several people do not mix, and one going off leaves the others on", () => {
  const trails = new LaserTrails<string>();
  trails.shine("ann", [at(0)], 0);
  trails.shine("bea", [at(100)], 0);
  trails.keepOn(new Set(["bea"]));
  trails.shine("bea", [at(110)], 10);
  trails.shine("ann", [at(50)], 10);
  expect(trails.parts("bea", 10).at(-1)?.from.x).toBe(100);
  expect(trails.parts("ann", 10).at(-1)?.from.x).toBe(50);
});
