// As mutations.test.ts, for the rule that clients give back what a room has lost: here they hold it and offer nothing.
import { expect, test, vi } from "vitest";
import { loseVolume } from "./volume-loss.ts";

vi.mock("../../sync/src/held.ts", async (original) => {
  const real = await original<{ Held: new () => object }>();
  class Miser extends real.Held {
    takeAfter(): readonly never[] {
      return [];
    }
  }
  return { ...real, Held: Miser };
});

test("a lost volume is noticed where clients offer nothing again", async () => {
  expect(await loseVolume()).toEqual({ acknowledged: 8, found: 0 });
});
