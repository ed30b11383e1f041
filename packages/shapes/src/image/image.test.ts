import * as v from "valibot";
import { describe, expect, it, test } from "vitest";
import { MAX_ALT_LENGTH } from "../limits.ts";
import { fixture } from "../fixtures.ts";
import { hitSegmentShape, hitTestShape } from "../page-space.ts";
import { imageKind } from "./index.ts";
import { imageSchema } from "./schema.ts";

const picture = fixture("image", { x: 0, y: 0, w: 100, h: 50, flipX: false });

describe("a picture", () => {
  it("is touched anywhere in its box and nowhere else", () => {
    expect([hitTestShape(picture, { x: 50, y: 25 }, 0), hitTestShape(picture, { x: 101, y: 25 }, 0)]).toEqual([true, false]);
    expect(hitTestShape(picture, { x: 101, y: 25 }, 2)).toBe(true);
    expect(hitSegmentShape(picture, { x: 20, y: 20 }, { x: 30, y: 20 }, 0)).toBe(true);
    expect(hitSegmentShape(picture, { x: -20, y: 20 }, { x: 130, y: 20 }, 0)).toBe(true);
    expect(hitSegmentShape(picture, { x: -20, y: 60 }, { x: 130, y: 60 }, 0)).toBe(false);
  });

  it("is mirrored by a box that is turned over, and only then is said to be", () => {
    expect(imageKind.resize(picture, { x: 0, y: 0, w: 200, h: 100 })).not.toHaveProperty("flipX");
    expect(imageKind.resize(picture, { x: 0, y: 0, w: -100, h: 50 })).toMatchObject({ x: -100, w: 100, h: 50, flipX: true });
    const twice = { ...picture, flipX: true, flipY: true };
    expect(imageKind.resize(twice, { x: 0, y: 50, w: 100, h: -50 })).toMatchObject({ y: 0, h: 50, flipY: false });
  });

  it("keeps its crop with its size, since the two are one thing", () => {
    expect(imageKind.resize(picture, { x: 0, y: 0, w: 20, h: 20 })).toMatchObject({ cropX: 0.25, cropY: 0, cropW: 0.5, cropH: 0.5 });
    expect(imageKind.settable.has("blob")).toBe(false);
  });
});

test.each<[string, object]>([
  ["bytes that have no name", { blob: "" }],
  ["a name in capitals", { blob: "A".repeat(64) }],
  ["another address for a name", { blob: "https://example.org/cat.png" }],
  ["markup", { mime: "image/svg+xml" }],
  ["a size that is none", { pixelW: 0 }],
  ["part of a pixel", { pixelH: 1.5 }],
  ["more than all of the picture", { cropW: 1.01 }],
  ["a part that lies beside it", { cropX: -0.01 }],
  ["words without end", { altText: "x".repeat(MAX_ALT_LENGTH + 1) }],
  ["something more", { src: "x" }],
])("is no picture of a board: one with %s", (_what, changes) => {
  expect(v.is(imageSchema, picture)).toBe(true);
  expect(v.is(imageSchema, { ...picture, ...changes })).toBe(false);
});

test("the longest description is one", () => {
  expect(v.is(imageSchema, { ...picture, altText: "x".repeat(MAX_ALT_LENGTH) })).toBe(true);
});
