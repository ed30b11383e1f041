import { Encoder } from "@msgpack/msgpack";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeBodyValue } from "./body-writer.ts";
import { anyBodyValue } from "./testing/arbitrary-body-value.ts";

const library = new Encoder();
const asLibrary = (lead: number, value: unknown): number[] => [lead, ...library.encode(value)];

/** Place of the first byte in which they differ, the end of the shorter one included; -1 where they are the same. */
function firstDifference(a: Uint8Array, b: readonly number[]): number {
  const place = a.findIndex((byte, i) => byte !== b[i]);
  return place === -1 && a.length !== b.length ? a.length : place;
}

describe("a body is written byte by byte as the library writes it:", () => {
  test("any value", () => {
    fc.assert(
      fc.property(anyBodyValue, fc.nat({ max: 255 }), (value, lead) => {
        expect([...writeBodyValue(lead, value)]).toEqual(asLibrary(lead, value));
      }),
    );
  });

  test("numbers at the ends of every form", () => {
    const edges = [5, 7, 8, 15, 16, 31, 32, 52, 53].flatMap((bits) => [2 ** bits - 1, 2 ** bits, -(2 ** bits), -(2 ** bits) - 1]);
    for (const value of [...edges, 0, -0, 0.5, -1e300, Infinity, NaN]) {
      expect([value, ...writeBodyValue(1, value)]).toEqual([value, ...asLibrary(1, value)]);
    }
  });

  test("texts, byte strings, lists and maps of every length class", () => {
    for (const length of [0, 1, 15, 16, 31, 32, 255, 256, 65_535, 65_536]) {
      const list = Array.from({ length }, (_, i) => i % 7);
      for (const value of ["a".repeat(length), "é".repeat(length), "\u{1F58A}".repeat(length), new Uint8Array(length), list])
        expect(firstDifference(writeBodyValue(1, value), asLibrary(1, value))).toBe(-1);
      const map = Object.fromEntries(list.map((value, i) => [`k${i}`, value]));
      expect(firstDifference(writeBodyValue(1, map), asLibrary(1, map))).toBe(-1);
    }
  });

  test("what is undefined is nil", () => {
    expect([...writeBodyValue(1, [undefined, { a: undefined }])]).toEqual(asLibrary(1, [undefined, { a: undefined }]));
  });
});

test("half a surrogate pair is written as U+FFFD", () => {
  expect([...writeBodyValue(1, "a\ud800b")]).toEqual([...writeBodyValue(1, "a\ufffdb")]);
});

test("what no body holds is refused, and so is what never ends", () => {
  expect(() => writeBodyValue(1, () => 1)).toThrow(TypeError);
  expect(() => writeBodyValue(1, 1n)).toThrow(TypeError);
  const loop: unknown[] = [];
  loop.push(loop);
  expect(() => writeBodyValue(1, loop)).toThrow(RangeError);
  expect([...writeBodyValue(1, 1)]).toEqual([1, 1]);
});
