import fc from "fast-check";
import { expect, it } from "vitest";
import { compareUtf8, cutUtf8, endOfPrefix, utf8Length } from "./utf8.ts";

// encodeURIComponent spells out the UTF-8 bytes of well-formed text.
function utf8Bytes(text: string): number[] {
  return [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|([^%])/g)].map(([, hex, char]) =>
    hex === undefined ? (char as string).charCodeAt(0) : parseInt(hex, 16),
  );
}

const wellFormed = fc.string({ unit: "binary", maxLength: 12 });

it("utf8Length is the number of UTF-8 bytes", () => {
  fc.assert(fc.property(wellFormed, (text) => utf8Length(text) === utf8Bytes(text).length));
});

it("compareUtf8 orders as the bytes do", () => {
  const byBytes = (a: number[], b: number[]): number => {
    const at = a.findIndex((byte, i) => byte !== b[i]);
    return at === -1 ? a.length - b.length : at >= b.length ? 1 : (a[at] as number) - (b[at] as number);
  };
  fc.assert(fc.property(wellFormed, wellFormed, (a, b) => Math.sign(compareUtf8(a, b)) === Math.sign(byBytes(utf8Bytes(a), utf8Bytes(b)))));
});

it("cutUtf8 keeps the longest start that fits and splits no character", () => {
  fc.assert(
    fc.property(wellFormed, fc.nat(30), (text, max) => {
      const cut = cutUtf8(text, max);
      const next = Array.from(text)[Array.from(cut).length] ?? "";
      expect(text.startsWith(cut) && cut.isWellFormed() && utf8Length(cut) <= max).toBe(true);
      expect(next === "" || utf8Length(cut + next) > max).toBe(true);
    }),
  );
});

it("endOfPrefix is above every string with the prefix and not above the next one", () => {
  fc.assert(
    fc.property(wellFormed, wellFormed, (prefix, rest) => {
      const end = endOfPrefix(prefix);
      if (end === undefined) return /^\u{10ffff}*$/u.test(prefix);
      return compareUtf8(prefix + rest, end) < 0 && end.isWellFormed() && !end.startsWith(prefix);
    }),
  );
});
