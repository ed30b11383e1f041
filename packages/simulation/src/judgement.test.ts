// Undos that bring a shape back with another value than the log says: whose value may it be?
import type { LoggedTxn, Op } from "@inkroom/model";
import { deriveClientId } from "@inkroom/protocol";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { judgeSteps } from "./judgement.ts";
import { Records } from "./records.ts";

const OTHER = deriveClientId("another");
const ME = deriveClientId("me");

/** The other one adds a rect at 0; I put it to 1, delete it, and undo that, while the transactions `pending` are on their way. */
function judged({
  pending,
  isRefused,
  shownX = 1,
}: {
  pending: readonly number[];
  isRefused: boolean;
  shownX?: number;
}): readonly string[] {
  const records = new Records();
  const shape = fixture("rect", { id: "r", x: 0 });
  const write: readonly Op[] = [{ op: "set", id: "r", props: { x: 1 } }];
  const undo: readonly Op[] = [{ op: "restore", shape: { ...shape, x: shownX }, if: `${ME}.2` }];
  records.commit(ME, 1, write);
  if (isRefused) records.nacked.set(`${ME}.1`, "bad_value");
  records.undone.set(`${ME}.3`, { seenSeq: 1, liveSeq: 0, pending });
  const logged = (seq: number, client: string, n: number, ops: readonly Op[]): LoggedTxn => ({ seq, client, n, ops, ts: 0 });
  const log = [logged(1, OTHER, 1, [{ op: "add", shape }]), logged(2, ME, 2, [{ op: "del", ids: ["r"] }]), logged(3, ME, 3, undo)];
  return judgeSteps(log, records).wrong;
}

test("what its author had written over it, and what was refused only later", () => {
  expect(judged({ pending: [1, 2, 3], isRefused: true })).toEqual([]);
});

test.each([
  ["was refused before", { pending: [2, 3], isRefused: true }],
  ["was not refused", { pending: [1, 2, 3], isRefused: false }],
  ["is not what comes back", { pending: [1, 2, 3], isRefused: true, shownX: 2 }],
])("not where the own write %s", (_, what) => {
  expect(judged(what)).toEqual([`undo ${ME}.3 brought r back without what another client had written on it`]);
});
