import fc from "fast-check";
import { expect, test } from "vitest";
import { applyOp } from "./apply.ts";
import { Board } from "./board.ts";
import { type Entry, makerOf } from "./entry.ts";
import { isOwnWork, ownPart } from "./own-work.ts";
import { type Op } from "./ops/op.ts";
import { anyOp, CLIENT_IDS } from "./testing/arbitraries.ts";

const [ANN = "", KIM = ""] = CLIENT_IDS;
const isKim = (client: string): boolean => client === KIM;

/** What others have made, as it stands. */
function othersOn(board: Board): Map<string, Entry> {
  const others = [...board.entries()].filter((entry) => makerOf(entry) !== KIM);
  return new Map(others.map((entry) => [entry.state === "live" ? entry.shape.id : entry.id, entry]));
}

const anyHistory = fc.array(fc.tuple(fc.boolean(), anyOp), { maxLength: 40 });

test("however two write, who may add changes nothing that the other has made", () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const board = new Board();
      history.forEach(([isAdder, op], at) => {
        const before = othersOn(board);
        if (!isAdder) return void applyOp(board, op, `${ANN}.${at + 1}`);
        if (!isOwnWork(board, op, isKim)) return;
        applyOp(board, op, `${KIM}.${at + 1}`);
        expect(othersOn(board)).toEqual(before);
      });
    }),
    { numRuns: 500 },
  );
});

test("the own part of any ops is own work from end to end, and nothing of it is left out that was", () => {
  fc.assert(
    fc.property(anyHistory, fc.array(anyOp, { minLength: 1, maxLength: 6 }), (history, ops) => {
      const board = new Board();
      history.forEach(([isAdder, op], at) => applyOp(board, op, `${isAdder ? KIM : ANN}.${at + 1}`));
      const tag = `${KIM}.99`;
      const part = ownPart(board, ops, tag, isKim);
      const before = othersOn(board);
      const isWhole = (op: Op): boolean => isOwnWork(board, op, isKim);
      if (ops.length === 1 && ops[0] !== undefined && isWhole(ops[0])) expect(part).toEqual(ops);
      for (const op of part) {
        expect(isWhole(op)).toBe(true);
        applyOp(board, op, tag);
      }
      expect(othersOn(board)).toEqual(before);
    }),
    { numRuns: 500 },
  );
});
