import { expect, test } from "vitest";
import { isInRange } from "./embedded-font.ts";

test.each([
  ["U+0-FF, U+131", 0x41, true],
  ["U+0-FF, U+131", 0x131, true],
  ["U+0-FF, U+131", 0x130, false],
  ["U+0460-052F,U+1C80-1C8A", 0x1c8a, true],
  ["", 0x41, false],
])("the part %s of a font has U+%d: %s", (range, point, isIn) => {
  expect(isInRange(range, point)).toBe(isIn);
});
