import fc from "fast-check";
import { expect, it } from "vitest";
import { applyTxn } from "./apply.ts";
import { Board } from "./board.ts";
import { BoardOverlay } from "./board-overlay.ts";
import { checkTxn } from "./check-op.ts";
import { incoherences } from "./coherence.ts";
import { idOfEntry } from "./entry.ts";
import { hashBoard } from "./hash.ts";
import { boardFromEntries, snapshotEntries } from "./snapshot.ts";
import { anyEntry, anyOp, CLIENT_IDS } from "./testing/arbitraries.ts";
import type { Txn } from "./txn.ts";

const history: fc.Arbitrary<readonly Txn[]> = fc
  .array(fc.tuple(fc.constantFrom(...CLIENT_IDS), fc.array(anyOp, { minLength: 1, maxLength: 4 })), { maxLength: 25 })
  .map((list) => list.map(([client, ops], i) => ({ client, n: i + 1, ops })));

/** Applies what the server would accept. */
function fold(board: Board, txns: readonly Txn[]): Board {
  for (const txn of txns) if (checkTxn(board, txn) === undefined) applyTxn(board, txn);
  return board;
}

it("any history folds to the same board, also over a snapshot in between", () => {
  fc.assert(
    fc.property(history, fc.nat(25), (txns, cut) => {
      const whole = fold(new Board(), txns);
      const half = boardFromEntries(snapshotEntries(fold(new Board(), txns.slice(0, cut))));
      expect(hashBoard(fold(half, txns.slice(cut)))).toBe(hashBoard(whole));
    }),
    { numRuns: 150 },
  );
});

it("any history leaves a board that makes sense: whole groups, no cycle, an order, no arrow on what is not there", () => {
  fc.assert(
    fc.property(history, (txns) => {
      const board = new Board();
      for (const txn of txns) {
        fold(board, [txn]);
        expect(incoherences(board)).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

it("touched ids are exactly the ids whose entry is another one", () => {
  fc.assert(
    fc.property(history, (txns) => {
      const board = new Board();
      for (const txn of txns) {
        const before = new Map([...board.entries()].map((entry) => [idOfEntry(entry), entry]));
        const touched = applyTxn(board, txn);
        const changed = [...board.entries()].filter((entry) => before.get(idOfEntry(entry)) !== entry).map(idOfEntry);
        expect(new Set(changed)).toEqual(touched);
      }
    }),
    { numRuns: 100 },
  );
});

it("an overlay shows what applying for real would, and leaves the base alone", () => {
  fc.assert(
    fc.property(history, fc.array(anyOp, { minLength: 1, maxLength: 5 }), (txns, ops) => {
      const board = fold(new Board(), txns);
      const before = hashBoard(board);
      const ahead = new BoardOverlay(board);
      const txn = { client: CLIENT_IDS[0] ?? "", n: 99, ops };
      applyTxn(ahead, txn);
      expect(hashBoard(board)).toBe(before);
      for (const entry of ahead.changed()) board.put(entry);
      expect(hashBoard(board)).toBe(hashBoard(replay(txns, txn)));
    }),
    { numRuns: 60 },
  );
});

function replay(txns: readonly Txn[], last: Txn): Board {
  const board = fold(new Board(), txns);
  applyTxn(board, last);
  return board;
}

it("the hash does not mind the order of entries, and sees every difference", () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyEntry, { selector: idOfEntry, minLength: 1 }), anyEntry, (entries, other) => {
      const hash = hashBoard(boardFromEntries(entries));
      expect(hashBoard(boardFromEntries(entries.toReversed()))).toBe(hash);
      const changed = boardFromEntries(entries);
      const same = changed.record(idOfEntry(other));
      changed.put(other);
      const isSame = same !== undefined && JSON.stringify(canonical(same)) === JSON.stringify(canonical(other));
      expect(hashBoard(changed) === hash).toBe(isSame);
    }),
    { numRuns: 200 },
  );
});

function canonical(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .map(([key, field]) => [key, canonical(field)])
    .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}
