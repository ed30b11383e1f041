import { describe, expect, it } from "vitest";
import { splitBySize } from "./parts.ts";

describe("splitBySize", () => {
  const split = (...sizes: number[]) => splitBySize(sizes, (size) => size, 10);
  it("keeps the order and the target, at it and one past", () => {
    expect([split(5, 5, 1), split(5, 6)]).toEqual([
      [[5, 5], [1]],
      [[5], [6]],
    ]);
  });
  it("gives a large item a run of its own, and an empty list one empty run", () => {
    expect([split(1, 99, 1), split(99), split()]).toEqual([[[1], [99], [1]], [[99]], [[]]]);
  });
});
