import { expect, test } from "vitest";
import { fixture } from "./fixtures.ts";
import { hitSegmentShape, hitTestShape } from "./page-space.ts";
import { shapeKindOf } from "./registry.ts";

// Fixtures lie at (100, 50).
const center = { x: 145, y: 80 };

test.each(["rect", "ellipse"] as const)("a hollow %s is hit on its outline only, a filled one everywhere", (kind) => {
  const hollow = fixture(kind, { fill: "none", w: 90, h: 60 });
  expect(hitTestShape(hollow, center, 4)).toBe(false);
  expect(hitTestShape(hollow, { x: 100, y: 80 }, 0)).toBe(true);
  expect(hitTestShape(hollow, { x: 95, y: 80 }, 0)).toBe(false);
  expect(hitTestShape(hollow, { x: 95, y: 80 }, 4)).toBe(true);
  for (const fill of ["semi", "solid"] as const) expect(hitTestShape(fixture(kind, { fill, w: 90, h: 60 }), center, 0)).toBe(true);
});

test("a rectangle of sharp corners reaches into the corners of its box, a rounded one does not", () => {
  const path = (corners: "rounded" | "sharp"): readonly unknown[] => {
    const [item] = shapeKindOf(fixture("rect")).displayList(fixture("rect", { corners, w: 100, h: 80 }));
    return item?.kind === "path" ? item.path : [];
  };
  expect(path("sharp")).toEqual(["M", 0, 0, "L", 100, 0, "L", 100, 80, "L", 0, 80, "Z"]);
  expect(path("rounded").slice(0, 3)).toEqual(["M", 8, 0]);
});

test("the corner of an ellipse's box is not the ellipse", () => {
  expect(hitTestShape(fixture("ellipse", { fill: "solid" }), { x: 102, y: 52 }, 1)).toBe(false);
});

test("text is hit everywhere in its box", () => {
  const text = fixture("text");
  expect(hitTestShape(text, { x: 130, y: 75 }, 0)).toBe(true);
  expect(hitTestShape(text, { x: 165, y: 75 }, 0)).toBe(false);
  expect(hitTestShape(text, { x: 165, y: 75 }, 6)).toBe(true);
});

test("a line is hit within half its width and the slack", () => {
  const line = fixture("line", { vertices: [0, 0, 100, 0] });
  expect(hitTestShape(line, { x: 150, y: 52 }, 0)).toBe(true);
  expect(hitTestShape(line, { x: 150, y: 53 }, 0)).toBe(false);
  expect(hitTestShape(line, { x: 150, y: 55 }, 3)).toBe(true);
});

test("an arrow is hit on its head beside the shaft", () => {
  const arrow = fixture("arrow", { vertices: [0, 0, 100, 0], size: "xl" });
  expect(hitTestShape(arrow, { x: 162, y: 64 }, 0)).toBe(true);
  expect(hitTestShape(arrow, { x: 120, y: 64 }, 0)).toBe(false);
});

test("a turned shape is hit where it is seen", () => {
  const line = fixture("line", { vertices: [0, 0, 100, 0], rotation: Math.PI / 2 });
  expect(hitTestShape(line, { x: 150, y: 95 }, 1)).toBe(true);
  expect(hitTestShape(line, { x: 110, y: 50 }, 1)).toBe(false);
});

test("the eraser passes through the inside of a hollow shape and touches a filled one", () => {
  const from = { x: 130, y: 75 };
  const to = { x: 150, y: 85 };
  expect(hitSegmentShape(fixture("rect", { fill: "none" }), from, to, 2)).toBe(false);
  expect(hitSegmentShape(fixture("rect", { fill: "semi" }), from, to, 2)).toBe(true);
  expect(hitSegmentShape(fixture("rect", { fill: "none" }), from, { x: 500, y: 85 }, 2)).toBe(true);
  expect(hitSegmentShape(fixture("ellipse", { fill: "none" }), from, to, 2)).toBe(false);
  expect(hitSegmentShape(fixture("ellipse", { fill: "none" }), from, { x: 500, y: 85 }, 2)).toBe(true);
  expect(hitSegmentShape(fixture("text"), { x: 0, y: 75 }, { x: 500, y: 75 }, 0)).toBe(true);
});

test("a quick eraser that jumps over a stroke touches it", () => {
  expect(hitSegmentShape(fixture("draw"), { x: 130, y: -500 }, { x: 130, y: 500 }, 0)).toBe(true);
  expect(hitSegmentShape(fixture("draw"), { x: 300, y: -500 }, { x: 300, y: 500 }, 0)).toBe(false);
});

test("a stroke without points is nowhere", () => {
  const empty = fixture("draw", { points: new Uint8Array(), count: 0 });
  expect(hitTestShape(empty, { x: 100, y: 50 }, 10)).toBe(false);
});
