// As mutations.test.ts, for the rule that groups are written whole: here the room takes an x without its y. All boards are
// equal, and hold one person's x beside another's y.
import { expect, test, vi } from "vitest";
import { firstFailure } from "./first-failure.ts";

vi.mock("../../model/src/props.ts", async (original) => ({ ...(await original<object>()), groupsOf: () => [] }));

test("a world notices a group that was written in part", async () => {
  expect(await firstFailure(40, { edits: ["add", "place", "faulty"] })).toContainEqual(
    expect.stringContaining("has x, y, rotation of different transactions"),
  );
});
