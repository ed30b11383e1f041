import { expect, test } from "vitest";
import { PLAIN_RECT } from "@inkroom/shapes/testing";
import { keptThings } from "./kept-things.ts";
import { createKeptWork, type KeptItem } from "./kept-work.ts";

function kept(key: string, reason: string, ...ids: string[]): KeptItem {
  const look = { color: "ink", fill: "none", dash: "solid", size: "m" } as const;
  const shapes = ids.map((id) => {
    return {
      id,
      kind: "rect",
      ...PLAIN_RECT,
      parent: "page",
      index: "a0",
      x: 0,
      y: 0,
      rotation: 0,
      opacity: 1,
      locked: false,
      link: "",
      w: 9,
      h: 9,
      ...look,
    } as const;
  });
  return { key, reason, at: 0, ops: [], shapes };
}

test("a text of many letters, each refused, is one thing, and so are two shapes in whatever order", () => {
  const items = [
    kept("1", "forbidden", "text"),
    kept("2", "forbidden", "text"),
    kept("3", "forbidden", "a", "b"),
    kept("4", "deleted", "text"),
    kept("5", "forbidden", "b", "a"),
    kept("6", "forbidden", "text"),
    kept("7", "forbidden"),
  ];
  expect(keptThings(items).map((thing) => thing.map(({ key }) => key))).toEqual([["1", "2", "6"], ["3", "5"], ["4"], ["7"]]);
});

test("a stroke is kept with its own points, not with all bytes that they are a view into", () => {
  const part = new Uint8Array(200_000);
  const look = {
    color: "ink",
    size: "m",
    nib: "pen",
    fill: "none",
    fillColor: "same",
    pressure: false,
    quantum: 1,
    scaleX: 1,
    scaleY: 1,
    count: 2,
    done: true,
  } as const;
  const place = { parent: "page", index: "a0", x: 0, y: 0, rotation: 0, opacity: 1, locked: false, link: "" } as const;
  const stroke = { id: "s", kind: "draw", ...place, ...look, points: part.subarray(100, 104) } as const;
  const ports = { now: () => 0, fillRandom: (bytes: Uint8Array) => bytes, onTrouble: () => undefined };
  const work = createKeptWork({ board: "b", database: undefined, stored: [], ...ports });
  work.add({ reason: "deleted", ops: [], shapes: [stroke] });
  const [shape] = work.items.get()[0]?.shapes ?? [];
  expect(shape).toEqual(stroke);
  expect(shape?.kind === "draw" && shape.points.buffer.byteLength).toBe(4);
});
