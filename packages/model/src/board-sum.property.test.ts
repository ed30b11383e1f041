import fc from "fast-check";
import { expect, it } from "vitest";
import { applyTxn } from "./apply.ts";
import { Board } from "./board.ts";
import { BoardSum } from "./board-sum.ts";
import { checkTxn } from "./check-op.ts";
import { idOfEntry } from "./entry.ts";
import { hashBoard } from "./hash.ts";
import { boardFromEntries } from "./snapshot.ts";
import { anyEntry, anyOp, CLIENT_IDS } from "./testing/arbitraries.ts";

const client = CLIENT_IDS[0] ?? "";
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("apply" as const), ops: fc.array(anyOp, { minLength: 1, maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("work in" as const), count: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.constantFrom({ do: "hash" as const }, { do: "store" as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("patch" as const), entries: fc.array(anyEntry, { maxLength: 4 }) }) },
);

it("a sum kept up is the hash of the whole, whatever was written, and whenever it was worked in", () => {
  const property = fc.property(fc.array(anyEntry, { maxLength: 6 }), fc.array(step, { maxLength: 30 }), (entries, steps) => {
    let board = boardFromEntries(entries);
    let sum = new BoardSum(board);
    steps.forEach((each, i) => {
      if (each.do === "apply") {
        const txn = { client, n: i + 1, ops: each.ops };
        if (checkTxn(board, txn) === undefined) applyTxn(sum, txn);
      } else if (each.do === "work in") sum.workIn(each.count);
      else if (each.do === "hash") expect(sum.hash()).toBe(hashBoard(board));
      else if (each.do === "store") sum = new BoardSum(board, sum.hash());
      else {
        board = boardFromEntries(board.entries());
        for (const entry of each.entries) board.put(entry);
        sum.moveTo(board, each.entries.map(idOfEntry));
      }
    });
    expect(sum.hash()).toBe(hashBoard(board));
    expect(sum.backlog).toBe(0);
  });
  fc.assert(property, { numRuns: 300 });
});

it("an entry that is written many times is worked in once", () => {
  const sum = new BoardSum(new Board(), hashBoard(new Board()));
  const [entry] = fc.sample(anyEntry, { seed: 1, numRuns: 1 });
  if (entry === undefined) throw new Error("no entry");
  for (let i = 0; i < 100; i += 1) sum.put({ ...entry });
  expect(sum.backlog).toBe(1);
});
