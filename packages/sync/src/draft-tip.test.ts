// Where the pen of a stroke under way is.
import { type DrawShape, encodePoints } from "@inkroom/shapes";
import { expect, test } from "vitest";
import { draftTip } from "./draft-tip.ts";

const FORMAT = { quantum: 0.25, pressure: false };

function stroke(points: readonly { x: number; y: number }[], change: Partial<DrawShape> = {}): DrawShape {
  const base = {
    id: "s1",
    kind: "draw",
    nib: "pen",
    fill: "none",
    fillColor: "same",
    parent: "page",
    index: "a0",
    x: 100,
    y: 50,
    rotation: 0,
    opacity: 1,
    locked: false,
    link: "",
    color: "ink",
    size: "m",
  } as const;
  return { ...base, ...FORMAT, scaleX: 1, scaleY: 1, points: encodePoints(points, FORMAT), count: points.length, done: false, ...change };
}

test("the pen is at the last point of the record when there is no tail", () => {
  const drawn = stroke([
    { x: 0, y: 0 },
    { x: 10, y: 20 },
  ]);
  expect(draftTip(drawn, new Uint8Array())).toEqual({ x: 110, y: 70 });
});

test("the pen is at the last point of the tail, which continues the record", () => {
  const tail = encodePoints(
    [
      { x: 14, y: 24 },
      { x: 18, y: -6 },
    ],
    { ...FORMAT, from: { x: 40, y: 80, p: 0 } },
  );
  expect(
    draftTip(
      stroke([
        { x: 0, y: 0 },
        { x: 10, y: 20 },
      ]),
      tail,
    ),
  ).toEqual({ x: 118, y: 44 });
});

test("the place is in whole page units and follows the stroke's scale", () => {
  const drawn = stroke(
    [
      { x: 0, y: 0 },
      { x: 10.5, y: 20.5 },
    ],
    { scaleX: 2, scaleY: -1 },
  );
  expect(draftTip(drawn, new Uint8Array())).toEqual({ x: 121, y: 30 });
});

test("bytes that are no points give no place", () => {
  expect(draftTip(stroke([{ x: 0, y: 0 }]), Uint8Array.of(0x80))).toBeUndefined();
});
