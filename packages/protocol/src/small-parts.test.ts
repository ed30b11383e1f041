import { COLOR_NAMES } from "@inkroom/shapes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";
import { CLOSE, isFatalClose } from "./close-codes.ts";
import { isFinal, NACK_CODES } from "./error-codes.ts";
import { splitBySize } from "./parts.ts";
import { isPresenceColor, PRESENCE_COLORS, presenceColor } from "./presence-color.ts";
import { ByteReader, ByteWriter } from "./varint.ts";

describe("base64", () => {
  it("any bytes survive, as RFC 4648 writes them", () => {
    expect(["", "f", "fo", "foo", "foob", "fooba", "foobar"].map((text) => toBase64(Uint8Array.from(text, (char) => char.charCodeAt(0))))).toEqual(
      ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"],
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => void expect(fromBase64(toBase64(bytes))).toEqual(bytes)));
  });
  it("other spellings are refused", () => {
    for (const text of ["Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zm_v", "Zm 9", "=Zg="]) expect(fromBase64(text)).toBeUndefined();
  });
});

it("varints carry every safe integer, and refuse cut-off ones", () => {
  const numbers = [0, 1, 127, 128, 16_383, 16_384, 2 ** 32, Number.MAX_SAFE_INTEGER];
  const out = new ByteWriter();
  for (const number of numbers) out.uint(number);
  for (const number of [0, -1, 63, -64, 64, -8_192, 8_191, 1e6, -1e6]) out.int(number);
  const reader = new ByteReader(out.done(), 0);
  expect(numbers.map(() => reader.uint())).toEqual(numbers);
  expect(Array.from({ length: 9 }, () => reader.int())).toEqual([0, -1, 63, -64, 64, -8_192, 8_191, 1e6, -1e6]);
  expect([reader.isAtEnd, reader.uint()]).toEqual([true, undefined]);
  expect(new ByteReader(new Uint8Array(9).fill(0xff), 0).uint()).toBeUndefined();
});

describe("splitBySize", () => {
  const split = (...sizes: number[]) => splitBySize(sizes, (size) => size, 10);
  it("keeps the order and the target, at it and one past", () => {
    expect([split(5, 5, 1), split(5, 6)]).toEqual([[[5, 5], [1]], [[5], [6]]]);
  });
  it("gives a large item a run of its own, and an empty list one empty run", () => {
    expect([split(1, 99, 1), split(99), split()]).toEqual([[[1], [99], [1]], [[99]], [[]]]);
  });
});

describe("codes", () => {
  it("a fatal close is one that trying again would not mend", () => {
    const fatal = Object.entries(CLOSE).filter(([, code]) => isFatalClose(code)).map(([name]) => name);
    expect(fatal.sort()).toEqual(["badMessage", "forbidden", "full", "noRoom", "replaced", "version"]);
  });
  it("three nacks mean not now", () => {
    expect(NACK_CODES.filter((code) => !isFinal(code))).toEqual(["gap", "rate", "storage"]);
  });
});

it("peers get palette colours in turn", () => {
  expect(PRESENCE_COLORS.every((color) => COLOR_NAMES.includes(color))).toBe(true);
  expect([1, 2, 9].map(presenceColor)).toEqual([PRESENCE_COLORS[0], PRESENCE_COLORS[1], PRESENCE_COLORS[0]]);
  expect(["blue", "grey", "__proto__"].map(isPresenceColor)).toEqual([true, false, false]);
});
