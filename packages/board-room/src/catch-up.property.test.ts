import { applyTxn, Board, boardFromEntries, type Entry, hashBoard, type Op } from "@inkroom/model";
import { decodeServer } from "@inkroom/protocol";
import fc from "fast-check";
import { expect, test } from "vitest";
import { JoinDesk } from "./join.ts";
import { LastWrites } from "./last-writes.ts";
import type { PartSource } from "./snapshot-parts.ts";
import { add, del, move, rect } from "./testing/shapes-for-tests.ts";

const anyId = fc.constantFrom("a", "b", "c", "d", "e");
const anyOp: fc.Arbitrary<Op> = fc.oneof(
  anyId.map((id) => add(id)),
  fc.tuple(anyId, fc.nat(99)).map(([id, x]) => move(id, x)),
  anyId.map((id) => del(id)),
  anyId.map((id): Op => ({ op: "restore", shape: rect(id) })),
  fc.tuple(anyId, anyId).map(([id, parent]): Op => ({ op: "mv", id, parent, index: "a1" })),
);

test("the changes since any seq, put over the board of that seq, are the board", () => {
  const history = fc.array(fc.array(anyOp, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 40 });
  const property = fc.property(history, fc.nat(), (txns, at) => {
    const since = 1 + (at % (txns.length - 1));
    const board = new Board();
    const lastWrites = new LastWrites();
    let held = board;
    txns.forEach((ops, i) => {
      lastWrites.note(applyTxn(board, { client: "client-1", n: i + 1, ops }), i + 1);
      if (i + 1 === since) held = boardFromEntries(board.entries());
    });
    // Rows so long that the changes are the shorter way, whatever they are.
    const read = (from: number, limit: number) =>
      Array.from({ length: limit }, (_, i) => ({ seq: from + i, client: "client-1", n: from + i, ts: 0, body: new Uint8Array(9_999) }));
    const desk = new JoinDesk({
      epoch: "e",
      load: () => ({ board, lastWrites }),
      isLoaded: () => true,
      kept: () => undefined,
      log: { read },
      smallTailBytes: 0,
    });
    const missing = desk.missing({ since, epoch: "e" }, txns.length);
    if (missing.mode !== "changes") throw new Error(`expected changes, got ${missing.mode}`);
    for (const entry of entriesOf(missing.parts)) held.put(entry);
    expect(hashBoard(held)).toBe(hashBoard(board));
  });
  fc.assert(property, { numRuns: 300 });
});

/** What a client reads out of the frames. */
function entriesOf(parts: PartSource): readonly Entry[] {
  return parts.inOrder(undefined).frames.flatMap((part) => {
    const decoded = decodeServer(part.as("binary"));
    if (!decoded.ok || decoded.message.t !== "snap") throw new Error("expected a snap");
    return decoded.message.entries;
  });
}
