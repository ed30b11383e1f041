import { expect, it } from "vitest";
import { renumber } from "./renumber.ts";
import type { Restoration } from "./restoration.ts";
import { ANN, BOB } from "./testing/fixtures.ts";
import { CLOCKS_PER_TXN } from "./text/text-body.ts";

it("a step of typing names its own units by their new clocks, and others' as before", () => {
  const unit = (by: string, n: number) => ({ by, at: n * CLOCKS_PER_TXN + 3 });
  const step = (n: number): Restoration => ({
    kind: "text",
    id: "t",
    made: [{ ...unit(ANN, n), len: 2 }],
    lost: [
      { ...unit(BOB, 9), text: "b" },
      { ...unit(ANN, n), text: "a" },
    ],
    box: { w: 1, h: 2 },
    guard: `${ANN}.${n}`,
    preTags: { text: `${ANN}.${n}`, box: `${BOB}.9` },
  });
  expect(renumber([step(9)], new Map([[`${ANN}.9`, `${ANN}.4`]]))).toEqual([step(4)]);
});
