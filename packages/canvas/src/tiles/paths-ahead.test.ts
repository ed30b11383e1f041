import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { PathsAhead } from "./paths-ahead.ts";

test("it prepares each shape once, in the order they came, for as long as there is time", () => {
  const prepared: string[] = [];
  const ahead = new PathsAhead({ prepare: ({ id }, scale) => void prepared.push(`${id}@${scale}`) });
  const shapes = ["a", "b", "c"].map((id) => fixture("rect", { id }));
  expect(ahead.hasWork).toBe(false);
  ahead.add(shapes.slice(0, 2), 1);
  let left = 1;
  ahead.step(() => left-- > 0);
  ahead.add(shapes.slice(2), 2);
  expect([prepared, ahead.hasWork]).toEqual([["a@1"], true]);
  ahead.step(() => true);
  expect([prepared, ahead.hasWork]).toEqual([["a@1", "b@1", "c@2"], false]);
  ahead.add(shapes, 1);
  ahead.clear();
  expect(ahead.hasWork).toBe(false);
});
