// `ctx.storage.transaction` and `transactionSync`: all or nothing, one in the other, and what the handle may do.
import type { Case } from "../case.ts";

/** What the transaction gave, and what is stored of `a`, which was 1 before, `b` and `c`. */
function transaction(
  kind: string,
  title: string,
  gives: unknown,
  stored: Readonly<Record<string, number>>,
  rest: Partial<Case> = {},
): Case {
  return {
    id: `transaction.${kind}`,
    title,
    expected: seen(gives, stored),
    run: (world) => world.tell("wakeful", "transaction", kind),
    ...rest,
  };
}

const seen = (gives: unknown, stored: Readonly<Record<string, number>>): unknown => [gives, { map: Object.entries(stored) }];

export const transactions: readonly Case[] = [
  transaction("commit", "a transaction gives its result and keeps its writes", "done", { a: 2, b: 2 }),
  transaction("throw", "a transaction that throws leaves nothing behind", "threw", { a: 1 }),
  transaction("plain-throw", "what is written past the handle is part of the transaction", "threw", { a: 1 }),
  transaction("sync-throw", "a synchronous transaction passes on what it throws", "threw", { a: 1 }),
  transaction("rollback", "a rollback takes back at once, ends the handle, and leaves what is written past it", ["threw", "threw"], {
    a: 1,
    c: 2,
  }),
  transaction("handle-after", "the handle cannot be used after the transaction", "threw", { a: 1 }),
  transaction(
    "sync",
    "sync resolves inside a transaction",
    "undefined",
    { a: 1, b: 2 },
    { onNode: { expected: seen("threw", { a: 1, b: 2 }) } },
  ),
  transaction("nested", "a transaction inside another one is part of it", "inner", { a: 3, b: 2, c: 2 }),
  transaction("nested-throw", "an inner transaction that throws takes back its own writes only", ["threw", null, 2], { a: 2 }),
  transaction("nested-outer-throw", "an outer one that throws takes back what inner ones have kept", "threw", { a: 1 }),
  transaction("nested-rollback", "an inner rollback takes back the inner writes only", "done", { a: 2, c: 2 }),
  transaction("nested-outer-rollback", "the outer one cannot be rolled back while an inner one runs", "threw", { a: 1, b: 2 }),
  transaction("nested-twins", "inner transactions that are started together run one after the other", "done", { a: 4 }),
  transaction("nested-deep", "transactions nest to any depth", "inner", { a: 1, b: 2, c: 2 }),
  transaction("nested-sync", "a synchronous one inside another is taken back alone", "threw", { a: 1, c: 2 }),
  {
    id: "transaction.blocked",
    title: "transactions nest inside blockConcurrencyWhile",
    expected: seen("inner", { a: 3, b: 2, c: 2 }),
    run: (world) => world.tell("wakeful", "blocked-transaction", "nested"),
  },
];
