// As mutations.test.ts, for the rule that only `restore` revives: here `add` does, on every replica and in the room alike.
// All boards are then equal, so it takes a look at each step of the log to notice.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { planArbitrary } from "./plan-arbitrary.ts";
import { runPlan } from "./world.ts";

vi.mock("../../model/src/ops/add.ts", async (original) => ({
  ...(await original<object>()),
  applyAdd: (
    board: { record(id: string): { state: string } | undefined; put(entry: object): void },
    op: { shape: { id: string } },
    tag: string,
  ) => {
    if (board.record(op.shape.id)?.state === "live") return [];
    board.put({ state: "live", shape: op.shape, rev: { made: tag, set: {} } });
    return [op.shape.id];
  },
}));

test("a world notices an add that revives what was deleted", async () => {
  const found: string[] = [];
  for (const plan of fc.sample(planArbitrary, { seed: 7, numRuns: 40 })) {
    found.push(...(await runPlan({ ...plan, storage: "memory" })).wrong);
    if (found.length > 0) break;
  }
  expect(found).toContainEqual(expect.stringContaining("back without restore"));
});
