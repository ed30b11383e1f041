import { expect, test } from "vitest";
import { describeAge } from "./age.ts";

const NOW = 1_800_000_000_000;

test.each([
  [0, "now"],
  [59_000, "now"],
  [60_000, "1 minute ago"],
  [3 * 3_600_000, "3 hours ago"],
  [25 * 3_600_000, "yesterday"],
  [8 * 86_400_000, "last week"],
  [-5_000, "now"],
])("%i ms ago reads %j", (age, words) => {
  expect(describeAge(NOW - age, NOW, "en")).toBe(words);
});
