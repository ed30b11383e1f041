import { HANDLE_NAMES, type ImageShape, toPage, wholeBox } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { croppedByHandle, croppedByPan } from "./crop.ts";
import { withProps } from "./shape-edit.ts";

const CROPPED = { cropX: 0.25, cropY: 0, cropW: 0.5, cropH: 0.5 } as const;
/** 100 by 50 of a picture that is 200 by 100 in all. */
const picture = (changes: Partial<ImageShape> = {}): ImageShape =>
  fixture("image", { x: 0, y: 0, w: 100, h: 50, flipX: false, ...CROPPED, ...changes });

describe("pulling the frame of a picture", () => {
  it("shows more or less of it, no further than it reaches", () => {
    expect(croppedByHandle(picture(), "e", { x: -40, y: 9 }, 10)).toMatchObject({
      x: 0,
      w: 60,
      h: 50,
      cropX: 0.25,
      cropW: 0.3,
      cropH: 0.5,
    });
    expect(croppedByHandle(picture(), "e", { x: 500, y: 0 }, 10)).toMatchObject({ x: 0, w: 150, cropX: 0.25, cropW: 0.75 });
    expect(croppedByHandle(picture(), "nw", { x: -500, y: -500 }, 10)).toMatchObject({
      x: -50,
      y: 0,
      w: 150,
      h: 50,
      cropX: 0,
      cropW: 0.75,
      cropY: 0,
    });
    expect(croppedByHandle(picture(), "w", { x: 500, y: 0 }, 10)).toMatchObject({ x: 90, w: 10, cropX: 0.7, cropW: 0.05 });
  });

  it("of a mirrored picture counts its shares from the other side", () => {
    expect(croppedByHandle(picture({ flipX: true }), "e", { x: 30, y: 0 }, 10)).toMatchObject({
      x: 0,
      w: 130,
      cropX: expect.closeTo(0.1),
      cropW: 0.65,
    });
  });
});

test("pulling a picture behind its frame shows another part of it, and never an edge", () => {
  expect(croppedByPan(picture(), { x: 20, y: -10 })).toMatchObject({ w: 100, h: 50, cropX: 0.15, cropY: 0.1, cropW: 0.5, cropH: 0.5 });
  expect(croppedByPan(picture(), { x: 500, y: 500 })).toMatchObject({ cropX: 0, cropY: 0 });
  expect(croppedByPan(picture({ flipX: true }), { x: 20, y: 0 })).toMatchObject({ cropX: 0.35 });
});

test("whatever is pulled, however it is turned and mirrored, the picture behind stays where it is", () => {
  const length = fc.double({ min: -400, max: 400, noNaN: true });
  const shapes = fc.record({
    x: length,
    y: length,
    rotation: fc.double({ min: -3, max: 3, noNaN: true }),
    flipX: fc.boolean(),
    flipY: fc.boolean(),
  });
  fc.assert(
    fc.property(shapes, fc.constantFrom(...HANDLE_NAMES), length, length, (changes, handle, x, y) => {
      const before = picture(changes);
      const after = withProps(before, croppedByHandle(before, handle, { x, y }, 8));
      for (const corner of [0, 1]) {
        const [was, is] = [before, after].map((shape) => {
          const whole = wholeBox(shape);
          return toPage(shape, { x: whole.x + corner * whole.w, y: whole.y + corner * whole.h });
        });
        expect(Math.hypot((was?.x ?? 0) - (is?.x ?? 0), (was?.y ?? 0) - (is?.y ?? 0))).toBeLessThan(1e-6);
      }
      const { cropX, cropY, cropW, cropH } = after;
      expect(Math.min(cropX, cropY) >= 0 && cropX + cropW <= 1 + 1e-9 && cropY + cropH <= 1 + 1e-9).toBe(true);
      expect(Math.min(after.w, after.h)).toBeGreaterThanOrEqual(8 - 1e-9);
    }),
  );
});
