// As mutations.test.ts, for the guards of undo: here an undo gives back the state before the own write, whoever wrote later.
import type * as invert from "../../model/src/invert.ts";
import { expect, test, vi } from "vitest";
import { firstFailure } from "./first-failure.ts";

vi.mock("../../model/src/invert.ts", async (original) => {
  const real = await original<typeof invert>();
  return {
    ...real,
    restorationOps: (...args: Parameters<typeof real.restorationOps>) =>
      real.restorationOps(...args).map(({ ...op }) => {
        if ("if" in op) delete op.if;
        if ("mine" in op) delete op.mine;
        return op;
      }),
  };
});

test("a world notices an undo that overwrites what another client has written since", async () => {
  expect(await firstFailure(100, { edits: ["add", "color", "place"] })).toContainEqual(
    expect.stringMatching(/^undo .* changed what another client had written on/),
  );
});
