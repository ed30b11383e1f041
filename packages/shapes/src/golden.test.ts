import { expect, test } from "vitest";
import { ALL_FIXTURES } from "./fixtures.ts";
import { shapeKindOf } from "./registry.ts";
import * as v from "valibot";
import { shapeSchema } from "./shape.ts";

test.each(ALL_FIXTURES)("a $kind looks, lies and is written as recorded", async (shape) => {
  const kind = shapeKindOf(shape);
  const seen = {
    groups: kind.groups,
    settable: [...kind.settable].sort(),
    frame: kind.frame(shape),
    bounds: kind.localBounds(shape),
    displayList: kind.displayList(shape),
  };
  const rounded = JSON.stringify(seen, (_, value: unknown) => (typeof value === "number" ? Math.round(value * 100) / 100 : value));
  const lines = rounded.replace(/(\{"kind"|"(?:groups|settable|frame|bounds|displayList)":)/g, "\n$1");
  await expect(`${lines}\n`).toMatchFileSnapshot(`./${shape.kind}/__golden__/display-list.json`);
});

test.each(ALL_FIXTURES)("the fixture of $kind passes its own schema", (shape) => {
  expect(v.parse(shapeSchema, shape)).toEqual(shape);
});
