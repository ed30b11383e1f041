import { expect, test } from "vitest";
import { withClip } from "./clip.ts";
import { ALL_FIXTURES, fixture } from "./fixtures.ts";
import { isOnLinkBadge, linkBadgeAt } from "./link-badge.ts";
import { hasInk } from "./page-space.ts";

const link = "https://ink.example";
const box = fixture("rect", { x: 100, y: 50, w: 200, h: 100, link });

test("the badge stands beside the top right corner, as far from it on every screen", () => {
  expect(linkBadgeAt(box, 1)).toEqual({ x: 312, y: 38 });
  expect(linkBadgeAt(box, 4)).toEqual({ x: 303, y: 47 });
  expect(linkBadgeAt(box, 0.25)).toEqual({ x: 348, y: 2 });
});

test("there is none where a shape leads nowhere, and none that is larger than its shape", () => {
  expect(linkBadgeAt({ ...box, link: "" }, 1)).toBeUndefined();
  expect([linkBadgeAt(box, 0.08), linkBadgeAt(box, 0.079)].map((at) => at !== undefined)).toEqual([true, false]);
});

test("every kind with ink has one, a turned shape at the corner of what it covers, a cut one at that of what is seen of it", () => {
  for (const shape of ALL_FIXTURES)
    expect([shape.kind, linkBadgeAt({ ...shape, link }, 10) !== undefined]).toEqual([shape.kind, hasInk(shape)]);
  expect(linkBadgeAt({ ...box, rotation: Math.PI / 2 }, 1)?.x).toBeCloseTo(262);
  expect(linkBadgeAt(withClip({ ...box, parent: "f" }, [[0, 60, 150, 60, 150, 400, 0, 400]]), 1)).toEqual({ x: 162, y: 48 });
});

test("a press takes it within its reach, a finger within a larger one", () => {
  const at = (dx: number, pointer: "fine" | "coarse") => isOnLinkBadge(box, { x: 312 + dx, y: 38 }, 1, pointer);
  expect([at(0, "fine"), at(11, "fine"), at(12, "fine"), at(19, "coarse"), at(21, "coarse")]).toEqual([true, true, false, true, false]);
});
