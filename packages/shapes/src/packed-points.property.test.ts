import { polylineBounds } from "@inkroom/geometry";
import fc from "fast-check";
import { expect, it } from "vitest";
import { boundsOfPoints, countPoints, decodePoints, encodePoints, quantisePoint, scanPoints } from "./packed-points.ts";

const coordinate = fc.double({ min: -1_000_000, max: 1_000_000, noNaN: true });
const points = fc.array(fc.record({ x: coordinate, y: coordinate, p: fc.integer({ min: 0, max: 255 }) }), { maxLength: 60 });
const format = fc.record({ quantum: fc.integer({ min: -10, max: 6 }).map((e) => 2 ** e), pressure: fc.boolean() });

it("points survive packing to within half a step", () => {
  fc.assert(
    fc.property(points, format, (list, options) => {
      const flat = decodePoints(encodePoints(list, options), options);
      const stride = options.pressure ? 3 : 2;
      expect(flat.length).toBe(list.length * stride);
      list.forEach((point, i) => {
        expect(Math.abs((flat[i * stride] ?? NaN) - point.x)).toBeLessThanOrEqual(options.quantum / 2);
        expect(Math.abs((flat[i * stride + 1] ?? NaN) - point.y)).toBeLessThanOrEqual(options.quantum / 2);
        if (options.pressure) expect(flat[i * stride + 2]).toBe(point.p);
      });
    }),
  );
});

it("two encodings joined are the encoding of the whole", () => {
  fc.assert(
    fc.property(points, fc.nat(60), format, (list, cut, options) => {
      const head = encodePoints(list.slice(0, cut), options);
      const tail = encodePoints(list.slice(cut), { ...options, from: scanPoints(head, options.pressure)?.last });
      expect(Uint8Array.of(...head, ...tail)).toEqual(encodePoints(list, options));
    }),
  );
});

it("a scan finds the count, the last point and the reach", () => {
  fc.assert(
    fc.property(points, format, (list, options) => {
      const steps = list.map((point) => quantisePoint(point, options));
      expect(scanPoints(encodePoints(list, options), options.pressure)).toEqual({
        count: list.length,
        last: steps.at(-1) ?? { x: 0, y: 0, p: 0 },
        reach: Math.max(0, ...steps.flatMap((step) => [Math.abs(step.x), Math.abs(step.y)])),
      });
    }),
  );
});

it("the bounds of packed points are those of the unpacked ones, also of malformed bytes", () => {
  const bytes = fc.oneof(
    fc.tuple(points, format).map(([list, options]) => ({ bytes: encodePoints(list, options), options })),
    fc.record({ bytes: fc.uint8Array({ maxLength: 40 }), options: format }),
  );
  fc.assert(
    fc.property(bytes, ({ bytes: packed, options }) => {
      expect(boundsOfPoints(packed, options)).toEqual(polylineBounds(decodePoints(packed, options), options.pressure ? 3 : 2));
    }),
  );
});

it("any bytes are counted or refused, and decoding agrees", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.boolean(), (bytes, pressure) => {
      const count = countPoints(bytes, pressure);
      const flat = decodePoints(bytes, { quantum: 1, pressure });
      if (count !== undefined) expect(flat.length).toBe(count * (pressure ? 3 : 2));
      else expect(flat.length % (pressure ? 3 : 2)).toBe(0);
    }),
  );
});

it("cut-off, padded and over-long varints are malformed", () => {
  for (const bytes of [
    [0x80],
    [0x01],
    [0x80, 0x00, 0x00],
    [0xff, 0xff, 0xff, 0xff, 0x10, 0x00],
    [0x80, 0x80, 0x80, 0x80, 0x80, 0x01, 0x00],
  ]) {
    expect(countPoints(Uint8Array.from(bytes), false)).toBeUndefined();
  }
});

it("a pressure outside of 0..255 is malformed", () => {
  expect(countPoints(Uint8Array.of(0, 0, 1), true)).toBeUndefined();
  expect(countPoints(encodePoints([{ x: 0, y: 0, p: 255 }], { quantum: 1, pressure: true }), true)).toBe(1);
});

it("a point off the page is a fault of the caller", () => {
  expect(() => encodePoints([{ x: 1e12, y: 0 }], { quantum: 1, pressure: false })).toThrow(RangeError);
  expect(() => encodePoints([{ x: NaN, y: 0 }], { quantum: 1, pressure: false })).toThrow(RangeError);
});

it("a small step costs two bytes", () => {
  const list = Array.from({ length: 120 }, (_, i) => ({ x: i * 3, y: i % 7 }));
  expect(encodePoints(list, { quantum: 1, pressure: false }).length).toBe(240);
});
