// As mutations.test.ts, for the rule that a deleted shape comes back with what others wrote meanwhile: here it comes back as
// whoever deleted it had seen it.
import { expect, test, vi } from "vitest";
import { firstFailure } from "./first-failure.ts";

vi.mock("../../model/src/graveyard.ts", async (original) => ({ ...(await original<object>()), lifeAhead: () => undefined }));

test("a world notices an undone deletion that forgets what another client had written", async () => {
  expect(await firstFailure(200, { edits: ["add", "color", "delete"] })).toContainEqual(
    expect.stringMatching(/^undo .* brought .* back without what another client/),
  );
});
