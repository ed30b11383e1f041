// As mutations.test.ts, for the guards of undo: here an undo gives back the state before the own write, whoever wrote later.
import { expect, test, vi } from "vitest";
import { firstFailure } from "./first-failure.ts";

vi.mock("../../model/src/invert.ts", async (original) => {
  const real = await original<{ restorationOps(performed: unknown): readonly { if?: unknown; mine?: unknown }[] }>();
  const unguarded = (performed: unknown): readonly object[] => real.restorationOps(performed).map(({ if: _if, mine: _mine, ...op }) => op);
  return { ...real, restorationOps: unguarded };
});

test("a world notices an undo that overwrites what another client has written since", async () => {
  expect(await firstFailure(100, { edits: ["add", "color", "place"] })).toContainEqual(
    expect.stringMatching(/^undo .* changed what another client had written on/),
  );
});
