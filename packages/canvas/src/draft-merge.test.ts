import { decodePoints, type DrawShape, encodePoints } from "@inkroom/shapes";
import { expect, test } from "vitest";
import { DraftMerge } from "./draft-merge.ts";

const format = { quantum: 1, pressure: false } as const;
const record: DrawShape = {
  ...format,
  id: "s",
  index: "a1",
  kind: "draw",
  nib: "pen",
  fill: "none",
  fillColor: "same",
  parent: "page",
  x: 0,
  y: 0,
  rotation: 0,
  opacity: 1,
  locked: false,
  link: "",
  color: "ink",
  size: "m",
  scaleX: 1,
  scaleY: 1,
  points: encodePoints([{ x: 0, y: 0 }], format),
  count: 1,
  done: false,
};
const tail = (): Uint8Array => encodePoints([{ x: 5, y: 7 }], format);

test("a record without a tail is itself", () => {
  expect(new DraftMerge(undefined).withTail(record)).toBe(record);
});

test("the tail's points follow the record's, in the same object until one of them changes", () => {
  const merge = new DraftMerge({ get: tail, subscribe: () => () => undefined });
  const merged = merge.withTail(record);
  expect([...decodePoints(merged.points, format)]).toEqual([0, 0, 5, 7]);
  expect(merge.withTail(record)).toBe(merged);
  expect(merge.withTail({ ...record, color: "red" })).not.toBe(merged);
});

test("a stroke that is done takes no more points", () => {
  const done = { ...record, done: true };
  expect(new DraftMerge({ get: tail, subscribe: () => () => undefined }).withTail(done)).toBe(done);
});

test("of points that come in a bunch, as many are shown as is their pace; committed ones at once", () => {
  const points = Array.from({ length: 8 }, (_, i) => ({ x: i + 1, y: 0 }));
  let bunch = encodePoints([], format);
  const merge = new DraftMerge({ get: () => bunch, subscribe: () => () => undefined });
  const countShown = (of = record): number => decodePoints(merge.withTail(of).points, format).length / 2;
  merge.advance(0);
  expect(countShown()).toBe(1);
  bunch = encodePoints(points, format);
  expect(countShown()).toBe(1);
  expect(merge.advance(20)).toBe(true);
  expect(countShown()).toBe(5);
  merge.advance(40);
  expect(countShown()).toBe(9);
  const committed = { ...record, points: encodePoints([{ x: 0, y: 0 }, ...points], format), count: 9 };
  bunch = encodePoints([], format);
  expect(countShown(committed)).toBe(9);
});
