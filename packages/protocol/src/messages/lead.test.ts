import * as v from "valibot";
import { expect, test } from "vitest";
import { packedLeadSchema, packLead, unpackLead } from "./lead.ts";

test("a view is told in whole units and comes back; none is none", () => {
  expect(packLead({ x: -0.2, y: 10.6, w: 1_440.4, h: 900 })).toEqual([0, 11, 1_440, 900]);
  expect(unpackLead([0, 11, 1_440, 900])).toEqual({ x: 0, y: 11, w: 1_440, h: 900 });
  expect(packLead(undefined)).toEqual([]);
  expect(unpackLead([])).toBeUndefined();
});

test("whatever is seen makes a view that may be sent", () => {
  for (const view of [
    { x: 9e9, y: -9e9, w: 9e9, h: 0 },
    { x: -0, y: 0.4, w: 0.01, h: 3 },
  ])
    expect(v.is(packedLeadSchema, packLead(view))).toBe(true);
});

test("half a view is refused", () => {
  expect(v.is(packedLeadSchema, [0, 0])).toBe(false);
  expect(v.is(packedLeadSchema, [0, 0, 0, 10])).toBe(false);
  expect(v.is(packedLeadSchema, [0.5, 0, 10, 10])).toBe(false);
});
