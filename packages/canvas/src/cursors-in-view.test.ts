import { expect, test } from "vitest";
import { cursorsInView } from "./cursors-in-view.ts";

const cursorAt = (x: number, y: number) => ({ name: `${x},${y}`, color: "red", at: { x, y }, say: "" });
const screen = { camera: { x: 1_000, y: 1_000, zoom: 2 }, viewport: { w: 800, h: 600 }, pixelRatio: 1 };

test("of two hundred pointers all over a board, the four in view are painted", () => {
  const cursors = Array.from({ length: 200 }, (_, at) => cursorAt((at % 20) * 120, Math.floor(at / 20) * 120));
  const seen = cursorsInView(screen, cursors);
  expect(seen.map(({ cursor }) => cursor.name).sort()).toEqual([960, 1_080, 1_200, 1_320].map((x) => `${x},1080`).sort());
});

test("a pointer whose name reaches into view is seen, at the place of its tip", () => {
  expect(cursorsInView(screen, [cursorAt(950, 1_100)])).toEqual([{ cursor: cursorAt(950, 1_100), at: { x: -100, y: 200 } }]);
  expect(cursorsInView(screen, [cursorAt(900, 1_100), cursorAt(1_405, 1_100), cursorAt(1_100, 970), cursorAt(1_100, 1_305)])).toEqual([]);
});

test("in a crowd those who came first keep their names, and all their pointers; with fewer in view all have names", () => {
  const crowd = Array.from({ length: 200 }, (_, at) => cursorAt(1_000 + at, 1_100));
  const names = cursorsInView(screen, crowd).map(({ cursor }) => cursor.name);
  expect(names).toHaveLength(200);
  expect(names.filter((name) => name !== "")).toEqual(crowd.slice(0, 40).map(({ name }) => name));
  expect(cursorsInView(screen, crowd.slice(100, 140)).every(({ cursor }) => cursor.name !== "")).toBe(true);
});
