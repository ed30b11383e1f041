// As mutations.test.ts, for the rule that only `restore` revives: here `add` does, on every replica and in the room alike.
// All boards are then equal, so it takes a look at each step of the log to notice.
import { expect, test, vi } from "vitest";
import { firstFailure } from "./first-failure.ts";

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
  expect(await firstFailure(60, { edits: ["add", "delete", "readd"] })).toContainEqual(expect.stringContaining("back without restore"));
});
