// Acceptance of one table of a store.
import { describe, expect, it } from "vitest";
import type { ByteTable, KeyRange } from "../room-storage.ts";

type InTable = <T>(work: (table: ByteTable) => T) => T;

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

export function acceptByteTable(name: string, inTable: InTable): void {
  describe(`its table of ${name}`, () => {
    const keysIn = (table: ByteTable, range: Partial<KeyRange> = {}): string[] =>
      table.list({ reverse: false, ...range }).map(([key]) => key);

    it("gives back what was put, and nothing for what was not", () => {
      inTable((table) => {
        table.put("k", bytes(1));
        table.put("k", bytes(2));
        table.put("empty", bytes());
        expect([table.get("k"), table.get("empty"), table.get("other")]).toEqual([bytes(2), bytes(), undefined]);
        expect([table.delete("k"), table.delete("k")]).toEqual([true, false]);
        expect(table.get("k")).toBeUndefined();
      });
    });

    it("shares no memory with its caller", () => {
      inTable((table) => {
        const value = bytes(1);
        table.put("k", value);
        value[0] = 9;
        const got = table.get("k") as Uint8Array;
        got[0] = 9;
        expect(table.get("k")).toEqual(bytes(1));
      });
    });

    it("orders keys by their UTF-8 bytes", () => {
      const keys = ["", "\u0000", "a", "a\u0000b", "ab", "b", "é", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{10ffff}"].slice(1);
      inTable((table) => {
        for (const key of keys.toReversed()) table.put(key, bytes(1));
        expect(keysIn(table)).toEqual(keys);
        expect(keysIn(table, { reverse: true })).toEqual(keys.toReversed());
      });
    });

    it("lists a range", () => {
      inTable((table) => {
        for (const key of ["a", "b", "c", "d"]) table.put(key, bytes(1));
        expect(keysIn(table, { from: "b", before: "d" })).toEqual(["b", "c"]);
        expect(keysIn(table, { after: "b" })).toEqual(["c", "d"]);
        expect(keysIn(table, { limit: 2 })).toEqual(["a", "b"]);
        expect(keysIn(table, { limit: 2, reverse: true })).toEqual(["d", "c"]);
        expect(keysIn(table, { from: "c", before: "b" })).toEqual([]);
      });
    });

    it("can be cleared", () => {
      inTable((table) => {
        for (const key of ["a", "b"]) table.put(key, bytes(1));
        table.clear();
        expect(keysIn(table)).toEqual([]);
      });
    });
  });
}
