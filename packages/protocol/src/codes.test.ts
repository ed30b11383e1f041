import { describe, expect, it } from "vitest";
import { CLOSE, isFatalClose } from "./close-codes.ts";
import { isFinal, NACK_CODES } from "./error-codes.ts";

describe("codes", () => {
  it("a fatal close is one that trying again would not mend", () => {
    const fatal = Object.entries(CLOSE)
      .filter(([, code]) => isFatalClose(code))
      .map(([name]) => name);
    expect(fatal.sort()).toEqual(["badMessage", "forbidden", "full", "noRoom", "removed", "replaced", "version"]);
  });
  it("three nacks mean not now", () => {
    expect(NACK_CODES.filter((code) => !isFinal(code))).toEqual(["gap", "rate", "storage"]);
  });
});
