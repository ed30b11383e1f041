import { pageFrameBounds, shapeSchema } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { withFrameNames } from "./frame-names.ts";

/** Each letter half as wide as high. */
const measure = (line: string, fontSize: number): number => (line.length * fontSize) / 2;
const named = (more: object = {}) =>
  withFrameNames([fixture("frame", { x: 100, y: 200, w: 300, h: 150, name: "Week 1", ...more })], measure);

test("a frame's name stands over its top left corner, on top of everything", () => {
  const box = fixture("rect");
  const [frame, rect, name, ...others] = withFrameNames([fixture("frame", { x: 100, y: 200, w: 300, name: "Week 1" }), box], measure);
  expect([frame?.kind, rect, others]).toEqual(["frame", box, []]);
  if (name?.kind !== "text") throw new Error("no name");
  expect(name).toMatchObject({ text: "Week 1", x: 100, w: 36, color: "grey" });
  expect(name.y + name.h).toBeLessThan(200);
  expect(name.y).toBeGreaterThan(170);
  // It is drawn as any text is, but for its id, which no shape has.
  const faults = (shape: object): unknown => (shapeSchema["~standard"].validate(shape) as { readonly issues?: unknown }).issues;
  expect(faults({ ...name, id: "name" })).toBeUndefined();
  expect(faults(name)).toBeDefined();
});

test("a long name is cut where the frame ends, one that is turned turns with it, and no name is no text", () => {
  expect(named({ w: 60, name: "Retrospective" })[1]).toMatchObject({ text: "Retrospec…", w: 60 });
  expect(named({ name: "two\nlines" })[1]).toMatchObject({ text: "two lines" });
  expect(named({ name: "" })).toHaveLength(1);
  const [, turned] = named({ rotation: Math.PI / 2 });
  if (turned === undefined) throw new Error("no name");
  // Turned by a quarter about the frame's middle, its name stands at the right of its top right corner.
  const { x, y, w, h } = pageFrameBounds(turned);
  expect([turned.rotation, Math.round(y), Math.round(h)]).toEqual([Math.PI / 2, 125, 36]);
  expect(x).toBeGreaterThan(325);
  expect(x + w).toBeLessThan(355);
});
