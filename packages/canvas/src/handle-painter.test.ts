import { expect, test } from "vitest";
import { paintHandles } from "./handle-painter.ts";
import { THEMES } from "./theme.ts";

test("handles on lines and beside notes, and guides, are painted each by its own sign", () => {
  const drawn: string[] = [];
  /** Notes which functions are called, and takes every style. */
  const context = new Proxy({}, { get: (_, name) => () => void drawn.push(String(name)), set: () => true }) as CanvasRenderingContext2D;
  const screen = { camera: { x: 0, y: 0, zoom: 1 }, viewport: { w: 100, h: 100 }, pixelRatio: 1 };
  const at = { x: 10, y: 10 };
  const none = { points: [], plusHandles: [], guides: [] };
  const painted = (handles: Partial<Parameters<typeof paintHandles>[1]>): readonly string[] => {
    drawn.length = 0;
    paintHandles({ context, screen, theme: THEMES.light }, { ...none, ...handles });
    return drawn.filter((name) => ["arc", "roundRect", "lineTo"].includes(name));
  };
  expect(painted({})).toEqual([]);
  expect(painted({ points: [{ role: "point", index: 0, at, isChosen: false }] })).toEqual(["arc"]);
  expect(painted({ points: [{ role: "segment", index: 0, at, axis: "x", isPinned: true, isChosen: false }] })).toEqual(["roundRect"]);
  expect(painted({ plusHandles: [at] })).toEqual(["arc", "lineTo", "lineTo"]);
  expect(painted({ guides: [{ kind: "line", from: at, to: { x: 10, y: 50 } }] })).toEqual(["lineTo"]);
});
