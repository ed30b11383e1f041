import { expect, test } from "vitest";
import { createWritable, isShallowEqual } from "./readable.ts";

test("listeners hear of different values only", () => {
  const value = createWritable({ a: 1 }, isShallowEqual);
  let heard = 0;
  const stop = value.subscribe(() => (heard += 1));
  value.set({ a: 1 });
  expect(heard).toBe(0);
  value.set({ a: 2 });
  expect(heard).toBe(1);
  stop();
  value.set({ a: 3 });
  expect(heard).toBe(1);
});

test("records are equal with the same keys and values", () => {
  expect(isShallowEqual({ a: 1, b: undefined }, { a: 1 })).toBe(false);
  expect(isShallowEqual({ a: 1 }, { a: 1 })).toBe(true);
});
