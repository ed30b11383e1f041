import { expect, test } from "vitest";
import { isSameList } from "./same-list.ts";

const one = { x: 1 };

test.each([
  ["bytes of the same values", Uint8Array.of(1, 2), Uint8Array.of(1, 2), true],
  ["bytes in another order", Uint8Array.of(1, 2), Uint8Array.of(2, 1), false],
  ["bytes that go on", Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0), false],
  ["bytes that end before", Uint8Array.of(1, 2), Uint8Array.of(1), false],
  ["no bytes", new Uint8Array(), new Uint8Array(), true],
  ["a part of a buffer, whose other bytes do not count", Uint8Array.of(9, 1, 2).subarray(1), Uint8Array.of(1, 2), true],
])("%s", (_, a, b, isSame) => {
  expect([isSameList(a, b), isSameList(b, a)]).toEqual([isSame, isSame]);
});

test("items of lists are compared by identity", () => {
  expect([isSameList([one], [one]), isSameList([one], [{ x: 1 }])]).toEqual([true, false]);
});
