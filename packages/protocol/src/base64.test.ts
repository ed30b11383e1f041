import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";

describe("base64", () => {
  it("any bytes survive, as RFC 4648 writes them", () => {
    expect(
      ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map((text) => toBase64(Uint8Array.from(text, (char) => char.charCodeAt(0)))),
    ).toEqual(["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => void expect(fromBase64(toBase64(bytes))).toEqual(bytes)));
  });
  it("other spellings are refused", () => {
    for (const text of ["Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zm_v", "Zm 9", "=Zg="]) expect(fromBase64(text)).toBeUndefined();
  });
});
