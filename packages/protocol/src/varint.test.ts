import { expect, it } from "vitest";
import { ByteReader, ByteWriter } from "./varint.ts";

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
