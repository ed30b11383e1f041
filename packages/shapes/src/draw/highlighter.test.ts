import { expect, test } from "vitest";
import { fixture } from "../fixtures.ts";
import { encodePoints } from "../packed-points.ts";
import { drawKind } from "./index.ts";

const format = { quantum: 1, pressure: false } as const;
const at = [
  { x: 0, y: 0 },
  { x: 40, y: 0 },
  { x: 80, y: 20 },
];
const marker = fixture("draw", { ...format, nib: "highlighter", color: "yellow", points: encodePoints(at, format), count: at.length });

test("a highlighter leaves one even, translucent line that is much broader than a pen's", () => {
  const [item, ...rest] = drawKind.displayList(marker);
  expect(rest).toEqual([]);
  expect(item).toMatchObject({ kind: "path", stroke: { paint: { color: "yellow", shade: "marker" }, width: 24 } });
  expect(item).not.toHaveProperty("fill");
  expect(item?.kind === "path" ? item.path : []).toEqual(["M", 0, 0, "Q", 40, 0, 60, 10, "L", 80, 20]);
});

test("from afar it keeps its width and its shade, with fewer points", () => {
  const [item] = drawKind.coarseDisplayList?.(marker, 64) ?? [];
  expect(item).toMatchObject({ stroke: { paint: { shade: "marker" }, width: 24 }, path: ["M", 0, 0, "L", 80, 20] });
});

test("it is hit where its ink is, and its bounds hold all of it", () => {
  expect(drawKind.hitTest(marker, { x: 20, y: 11 }, 0)).toBe(true);
  expect(drawKind.hitTest(marker, { x: 20, y: 14 }, 0)).toBe(false);
  const { x, y, w, h } = drawKind.localBounds(marker);
  expect([x <= -12, y <= -12, x + w >= 92, y + h >= 32]).toEqual([true, true, true, true]);
});

test("a dot of it is a line of no length, which round ends make a dot", () => {
  const dot = { ...marker, points: encodePoints([{ x: 0, y: 0 }], format), count: 1 };
  expect(drawKind.displayList(dot)).toMatchObject([{ path: ["M", 0, 0, "L", 0, 0], stroke: { width: 24 } }]);
});
