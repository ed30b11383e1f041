// The view is base + pending, whatever the order of events; and the changes told are exactly the differences.
import { applyTxn, Board, type Entry, hashBoard, type LoggedTxn, type Op } from "@inkroom/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createReplica } from "./replica.ts";
import { sameEntry } from "./same-entry.ts";
import { add, del, fade, grow, ME, nest, OTHER, paint, rect, stroke } from "./testing/ops-for-tests.ts";

const id = fc.constantFrom("a", "b", "c", "s");
const op: fc.Arbitrary<Op> = fc.oneof(
  id.map((each): Op => (each === "s" ? { op: "add", shape: stroke("s", 1) } : add(each))),
  fc.tuple(id, fc.constantFrom("red", "blue", "ink")).map(([each, color]) => paint(each, color)),
  fc.tuple(id, fc.constantFrom(0, 0.5, 1)).map(([each, opacity]) => fade(each, opacity)),
  fc
    .tuple(id, id)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => nest(a, b)),
  id.map((each) => del(each)),
  id.filter((each) => each !== "s").map((each): Op => ({ op: "restore", shape: rect(each, { color: "teal" }) })),
  fc.integer({ min: 1, max: 4 }).map((from) => grow("s", from, from + 1)),
);
const ops = fc.array(op, { minLength: 1, maxLength: 3 });

type Event =
  | { readonly do: "commit" | "foreign"; readonly ops: readonly Op[] }
  | { readonly do: "confirm" | "refuse" | "reset"; readonly pick: number };
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ do: fc.constantFrom("commit" as const, "foreign" as const), ops }),
  fc.record({ do: fc.constantFrom("confirm" as const, "confirm" as const, "refuse" as const, "reset" as const), pick: fc.nat(5) }),
);

test("view = base + pending after every event, and touched = what differs", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const replica = createReplica({ client: ME });
      const log: LoggedTxn[] = [];
      const told = new Set<string>();
      replica.subscribe(({ touched }) => touched.forEach((each) => told.add(each)));
      let others = 0;
      const append = (txn: Omit<LoggedTxn, "seq" | "ts">): boolean => {
        log.push({ ...txn, seq: log.length + 1, ts: 0 });
        return replica.applyOps(log.slice(-1));
      };
      for (const each of events) {
        const before = new Map([...replica.view.entries()].map((entry) => [idOf(entry), entry]));
        told.clear();
        const front = replica.pending[0]?.txn;
        if (each.do === "commit") replica.commit(each.ops);
        else if (each.do === "foreign") append({ client: OTHER, n: (others += 1), ops: each.ops });
        else if (each.do === "reset") replica.reset(fold(log), { epoch: "e", seq: log.length, lastN: 0 });
        else if (front !== undefined && each.do === "confirm") append(front);
        else if (front !== undefined) replica.refuse(front.n, "bad_value");

        const expected = fold(log);
        expect(hashBoard(replica.base)).toBe(hashBoard(expected));
        for (const { txn } of replica.pending) applyTxn(expected, txn);
        expect(hashBoard(replica.view)).toBe(hashBoard(expected));
        const after = new Map([...replica.view.entries()].map((entry) => [idOf(entry), entry]));
        for (const key of new Set([...before.keys(), ...after.keys()])) {
          const isSame = sameEntry(before.get(key), after.get(key));
          expect(told.has(key), key).toBe(!isSame);
          if (isSame) expect(after.get(key)).toBe(before.get(key));
        }
      }
    }),
    { numRuns: 400 },
  );
});

function fold(log: readonly LoggedTxn[]): Board {
  const board = new Board();
  for (const txn of log) applyTxn(board, txn);
  return board;
}

function idOf(entry: Entry): string {
  return entry.state === "live" ? entry.shape.id : entry.id;
}
