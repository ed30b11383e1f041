import { boxContainsPoint, pointAt, pointCount, polylineBounds } from "@inkroom/geometry";
import { expect, test } from "vitest";
import { fixture } from "../fixtures.ts";
import { hitTestShape, pageBounds } from "../page-space.ts";
import { arrowDisplayList } from "./display-list.ts";
import { arrowBounds, arrowParts } from "./geometry.ts";
import { HEAD_NAMES } from "./schema.ts";

const plain = fixture("arrow", { x: 0, y: 0, vertices: [0, 0, 100, 0], dash: "solid", end: null, text: "", textW: 0, textH: 0 });

test("the heads look as recorded", async () => {
  const lists = HEAD_NAMES.map((endHead) => ({ endHead, displayList: arrowDisplayList({ ...plain, endHead }) }));
  const rounded = JSON.stringify(lists, (_, value: unknown) => (typeof value === "number" ? Math.round(value * 100) / 100 : value));
  await expect(`${rounded.replaceAll('{"endHead"', '\n{"endHead"')}\n`).toMatchFileSnapshot("./__golden__/heads.json");
});

test.each(HEAD_NAMES)("a head %s lies within the arrow's bounds, ends at its tip and is hit there", (name) => {
  for (const size of ["s", "xl"] as const) {
    const arrow = { ...plain, size, startHead: name, endHead: name };
    const bounds = arrowBounds(arrow);
    for (const { corners } of arrowParts(arrow).heads) {
      for (let i = 0; i < pointCount(corners); i += 1) expect(boxContainsPoint(bounds, pointAt(corners, i))).toBe(true);
    }
    const ink = arrowParts(arrow).heads.flatMap(({ corners }) => [...corners]);
    const { x, w } = polylineBounds([...ink, ...(arrowParts(arrow).shaft ?? [])]);
    expect([x, x + w].map((value) => Math.round(value))).toEqual([0, 100]);
    expect(hitTestShape(arrow, { x: 99, y: 0 }, 2)).toBe(true);
  }
});

test("the shaft ends where a hollow head begins", () => {
  const { shaft, heads } = arrowParts({ ...plain, endHead: "triangle-outline" });
  expect(shaft?.at(-2)).toBeCloseTo(heads[0]?.corners[2] ?? NaN, 9);
  expect(heads[0]).toMatchObject({ closed: true, filled: false });
});

test("a head of a curve lies along the end of the curve, and the bounds hold what bulges", () => {
  const curved = { ...plain, route: "curved" as const, vertices: [0, 0, 100, 100, 200, 0] };
  const [head] = arrowParts(curved).heads;
  const [tip, left, , right] = [0, 1, 2, 3].map((i) => pointAt(head?.corners ?? [], i));
  // A curve comes down steeper than the straight line to its end.
  const along = Math.atan2((tip?.y ?? 0) - ((left?.y ?? 0) + (right?.y ?? 0)) / 2, (tip?.x ?? 0) - ((left?.x ?? 0) + (right?.x ?? 0)) / 2);
  expect(along).toBeLessThan(-Math.PI / 4 + 0.02);
  expect(hitTestShape(curved, { x: 50, y: 62 }, 4)).toBe(true);
  expect(hitTestShape(curved, { x: 50, y: 45 }, 2)).toBe(false);
  const bulging = { ...curved, vertices: [0, 0, 20, 100, 180, 100, 200, 0] };
  expect(pageBounds(bulging).h).toBeGreaterThan(108);
});
