import type { Entry } from "@inkroom/model";
import { PLAIN_BOX } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { byPlace } from "./part-places.ts";

function at(x: number, y: number): Entry {
  const look = {
    color: "ink",
    fill: "none",
    dash: "solid",
    size: "m",
    rotation: 0,
    opacity: 1,
    locked: false,
    link: "",
    w: 9,
    h: 9,
  } as const;
  const shape = { id: `s${x}-${y}`, kind: "ellipse", parent: "page", index: "a0", x, y, ...look, ...PLAIN_BOX } as const;
  return { state: "live", shape, rev: { made: "a.1", set: {} } };
}

const DEAD: Entry = { state: "dead", id: "gone", tag: "a.2" };

test("every entry once, neighbours on the page close in the list, tombstones last, and in their order where the place is the same", () => {
  const side = 64;
  const board = [DEAD, ...Array.from({ length: side * side }, (_, i) => at((i % side) * 128, Math.floor(i / side) * 128))];
  const sorted = byPlace(board);
  expect(new Set(sorted)).toEqual(new Set(board));
  expect(sorted.at(-1)).toBe(DEAD);
  for (const [i, entry] of sorted.entries()) {
    const next = sorted[i + 1];
    if (entry.state === "dead" || next === undefined || next.state === "dead") continue;
    // A step along the curve goes to a square beside.
    expect(Math.abs(entry.shape.x - next.shape.x) + Math.abs(entry.shape.y - next.shape.y)).toBe(128);
  }
  const same = [at(1, 1), at(2, 1), at(1, 2)];
  expect(byPlace(same)).toEqual(same);
});

test("nothing lies too far out, and there may be none", () => {
  expect(byPlace([])).toEqual([]);
  const far = [at(1e9, 1e9), at(-1e9, -1e9)];
  expect(new Set(byPlace(far))).toEqual(new Set(far));
});
