// As mutations.test.ts, for the rule that no op closes a cycle of parents: here a mv may, on every replica and in the room.
import { expect, test, vi } from "vitest";
import { firstFailure } from "./first-failure.ts";

vi.mock("../../model/src/parents.ts", async (original) => ({
  ...(await original<object>()),
  closesCycle: () => false,
  placed: (_board: unknown, shape: unknown) => shape,
}));

test("a world notices shapes that lie in each other", async () => {
  expect(await firstFailure(60, { edits: ["add", "nest"] })).toContainEqual(expect.stringContaining("is its own ancestor"));
});
