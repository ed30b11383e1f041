import { indexSchema, MAX_INDEX_LENGTH } from "@inkroom/shapes";
import fc from "fast-check";
import * as v from "valibot";
import { expect, it } from "vitest";
import { indexBetween, indicesBetween } from "./order.ts";

it("an index lies between its bounds", () => {
  const middle = indexBetween("a0", "a1");
  expect("a0" < middle && middle < "a1").toBe(true);
  expect(indexBetween() < indexBetween(indexBetween())).toBe(true);
  expect(indexBetween(undefined, "a0") < "a0").toBe(true);
});

it("many indices ascend between the bounds", () => {
  const keys = ["a0", ...indicesBetween(20, "a0", "a1"), "a1"];
  expect(keys).toEqual([...new Set(keys)].sort());
  expect(indicesBetween(0)).toEqual([]);
});

it("equal or crossed bounds give an index above the lower one", () => {
  expect(indexBetween("a1", "a1") > "a1").toBe(true);
  expect(indexBetween("a2", "a1") > "a2").toBe(true);
});

it("any bounds give a valid index above the lower one while there is room", () => {
  const anyIndex = fc.stringMatching(/^[0-9A-Za-z]{1,30}$/);
  fc.assert(
    fc.property(anyIndex, anyIndex, (a, b) => {
      const key = indexBetween(a, b);
      expect(v.is(indexSchema, key)).toBe(true);
      expect(key > a).toBe(true);
    }),
  );
});

it("a thousand inserts at one spot stay valid", () => {
  let above = "a1";
  for (let i = 0; i < 1_000; i += 1) {
    above = indexBetween("a0", above);
    expect(above.length).toBeLessThanOrEqual(MAX_INDEX_LENGTH);
    expect(v.is(indexSchema, above)).toBe(true);
  }
});
