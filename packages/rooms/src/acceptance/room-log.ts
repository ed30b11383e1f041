// Acceptance of the log of a store.
import { describe, expect, it } from "vitest";
import type { RoomLog } from "../room-storage.ts";

type InLog = <T>(work: (log: RoomLog) => T) => T;

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const entry = (client: string, n: number) => ({ client, n, body: bytes(n), ts: 1_700_000_000_000 });

export function acceptRoomLog(inLog: InLog): void {
  describe("its log", () => {
    it("numbers entries from 1 without holes and reads them in order", () => {
      inLog((log) => {
        expect([log.head(), log.read(1, 10)]).toEqual([0, []]);
        expect(["a", "b", "a"].map((client, i) => log.append(entry(client, i + 1)))).toEqual([1, 2, 3]);
        expect(log.head()).toBe(3);
        expect(log.read(2, 10).map(({ seq, client, n }) => [seq, client, n])).toEqual([
          [2, "b", 2],
          [3, "a", 3],
        ]);
        expect(log.read(1, 2).map(({ seq }) => seq)).toEqual([1, 2]);
        expect(log.read(0, 1)).toEqual([{ seq: 1, ...entry("a", 1) }]);
        expect(log.read(4, 10)).toEqual([]);
      });
    });

    it("takes each number of a client once", () => {
      inLog((log) => {
        log.append(entry("a", 1));
        expect(() => log.append(entry("a", 1))).toThrow(expect.objectContaining({ name: "StorageError", code: "duplicate" }));
        expect(log.append(entry("b", 1))).toBe(2);
        expect(log.append(entry("a", 2))).toBe(3);
      });
    });

    it("goes on after a duplicate as if it had not been tried", () => {
      inLog((log) => {
        log.append(entry("a", 1));
        for (let i = 0; i < 3; i++) expect(() => log.append(entry("a", 1))).toThrow();
        expect([log.append(entry("a", 2)), log.head(), log.lastOf("a")]).toEqual([2, 2, 2]);
      });
    });

    it("finds an entry by its client's number", () => {
      inLog((log) => {
        log.append(entry("a", 5));
        log.append(entry("b", 6));
        expect(log.find("b", 6)).toEqual({ seq: 2, body: bytes(6) });
        expect([log.find("a", 6), log.find("c", 1)]).toEqual([undefined, undefined]);
      });
    });

    it("remembers the last number that was decided, either way", () => {
      inLog((log) => {
        expect(log.lastOf("a")).toBe(0);
        log.append(entry("a", 1));
        log.refuse("a", 2, "bad_value");
        expect([log.lastOf("a"), log.refusal("a", 2), log.refusal("a", 1)]).toEqual([2, "bad_value", undefined]);
        log.append(entry("a", 3));
        expect([log.lastOf("a"), log.head()]).toEqual([3, 2]);
      });
    });

    it("decides nothing twice: neither an appended nor a refused number", () => {
      inLog((log) => {
        log.append(entry("a", 1));
        log.refuse("a", 2, "bad_value");
        expect(() => log.refuse("a", 1, "x")).toThrow(expect.objectContaining({ code: "duplicate" }));
        expect(() => log.refuse("a", 2, "x")).toThrow(expect.objectContaining({ code: "duplicate" }));
        expect(() => log.append(entry("a", 2))).toThrow(expect.objectContaining({ code: "duplicate" }));
        expect([log.head(), log.lastOf("a"), log.refusal("a", 1)]).toEqual([1, 2, undefined]);
      });
    });

    it("shares no memory with its caller", () => {
      inLog((log) => {
        const body = bytes(1);
        log.append({ client: "a", n: 1, body, ts: 1 });
        body[0] = 9;
        for (const { body: read } of log.read(1, 1)) read[0] = 9;
        expect(log.find("a", 1)?.body).toEqual(bytes(1));
      });
    });
  });
}
