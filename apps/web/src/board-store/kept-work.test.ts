import { expect, test } from "vitest";
import { type KeptItem, keptThings } from "./kept-work.ts";
import { PLAIN_RECT } from "@inkroom/shapes/testing";

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
