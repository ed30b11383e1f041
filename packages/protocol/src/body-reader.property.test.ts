import fc from "fast-check";
import { expect, test } from "vitest";
import { readBodyValue } from "./body-reader.ts";
import { writeBodyValue } from "./body-writer.ts";
import { decodeMsgpack } from "./msgpack.ts";
import { anyBodyValue as value } from "./testing/arbitrary-body-value.ts";

test("reads whatever the encoder writes as the library does", () => {
  fc.assert(
    fc.property(value, (written) => {
      const body = writeBodyValue(1, written);
      expect(readBodyValue(body, 1)).toEqual(decodeMsgpack(body, 1));
    }),
  );
});

test("also where the body lies in the middle of other bytes", () => {
  fc.assert(
    fc.property(value, fc.nat({ max: 9 }), (written, before) => {
      const body = writeBodyValue(1, written);
      const around = new Uint8Array(before + body.length + 3).fill(0xc1);
      around.set(body, before);
      expect(readBodyValue(around.subarray(before, before + body.length), 1)).toEqual(decodeMsgpack(body, 1));
    }),
  );
});

test("refuses a body that was cut off or has surplus bytes, wherever that is", () => {
  fc.assert(
    fc.property(value, fc.nat(), (written, cut) => {
      const body = writeBodyValue(1, written);
      const length = 1 + (cut % (body.length - 1));
      expect(() => readBodyValue(body.subarray(0, length), 1)).toThrow(RangeError);
      expect(() => readBodyValue(Uint8Array.from([...body, 0]), 1)).toThrow(RangeError);
    }),
  );
});

test("refuses extensions, keys that are no text or no key, and text that is not UTF-8", () => {
  expect(() => readBodyValue(Uint8Array.of(1, 0x81, 1, 1), 1)).toThrow(RangeError);
  const proto = writeBodyValue(1, Object.fromEntries([["__proto_a", 1]]));
  proto.set([0x5f, 0x5f], proto.length - 3);
  expect(() => readBodyValue(proto, 1)).toThrow(RangeError);
  expect(() => readBodyValue(Uint8Array.of(1, 0xd4, 1, 1), 1)).toThrow(RangeError);
  expect(() => readBodyValue(Uint8Array.of(1, 0xa2, 0xc3, 0x28), 1)).toThrow(TypeError);
});

test("byte strings are views into the body", () => {
  const body = writeBodyValue(1, [Uint8Array.of(1, 2, 3)]);
  const [bytes] = readBodyValue(body, 1) as [Uint8Array];
  expect(bytes.buffer).toBe(body.buffer);
});
