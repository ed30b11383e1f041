import { expect, test } from "vitest";
import { type NamedPicture, pictureShapes } from "./picture-shapes.ts";

const VIEW = { w: 1_000, h: 800 };
const picture = (width: number, height: number, density = 1): NamedPicture => ({
  hash: "a".repeat(64),
  mime: "image/png",
  width,
  height,
  density,
});
const boxes = (...pictures: readonly NamedPicture[]) => pictureShapes(pictures, VIEW);

test("one picture has its own size where that fits, and its own proportions in any case", () => {
  expect(boxes(picture(300, 200))).toMatchObject([{ w: 300, h: 200, pixelW: 300, cropW: 1 }]);
  expect(boxes(picture(300, 200, 2))).toMatchObject([{ w: 150, h: 100, pixelW: 300 }]);
  expect(boxes(picture(6_000, 1_000))).toMatchObject([{ w: 600, h: 100 }]);
  expect(boxes(picture(100, 9_600))).toMatchObject([{ w: 5, h: 480 }]);
});

test("several lie side by side, as high as each other, within the view and never over each other", () => {
  const row = boxes(picture(400, 200), picture(200, 200), picture(1_000, 2_000));
  expect(new Set(row.map(({ h, y }) => `${y},${h}`)).size).toBe(1);
  for (const [i, { x, w }] of row.entries()) expect(row[i + 1]?.x ?? Infinity).toBeGreaterThan(x + w);
  const last = row[2];
  expect((last?.x ?? 0) + (last?.w ?? 0)).toBeLessThanOrEqual(VIEW.w);
  const many = boxes(...Array.from({ length: 10 }, () => picture(300, 300)));
  expect(new Set(many.map(({ y }) => y)).size).toBe(3);
  expect(new Set(many.map(({ id }) => id)).size).toBe(10);
  expect(Math.max(...many.map(({ y, h }) => y + h))).toBeLessThanOrEqual(VIEW.h);
});
