import { expect, test } from "vitest";
import { pictureScale } from "./picture.ts";

test("a picture gets the wanted scale, or the largest that browsers hold", () => {
  expect(pictureScale({ w: 800, h: 600 }, 3)).toBe(3);
  expect(pictureScale({ w: 100_000, h: 10 }, 2) * 100_000).toBeCloseTo(8_192);
  const square = pictureScale({ w: 20_000, h: 20_000 }, 1);
  expect((20_000 * square) ** 2).toBeLessThanOrEqual(33_554_432 * 1.0001);
});
