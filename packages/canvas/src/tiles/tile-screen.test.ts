// What stands in for tiles that are not drawn yet.
import { expect, test } from "vitest";
import type { Pen } from "./sheet.ts";
import { Tile, TileCache } from "./tile-cache.ts";
import { tileAt, tileKey, type TileSpec } from "./tile-grid.ts";
import { paintTiles } from "./tile-screen.ts";

/** Paints a view of 512 x 512 at a quarter, of which no tile is there; gives which bitmaps are used, with where they are put. */
function painted(tiles: readonly (readonly [TileSpec, "ink" | "empty"])[]) {
  const cache = new TileCache();
  const names = new Map<unknown, string>();
  for (const [spec, what] of tiles) {
    const image = what === "ink" ? ({ close: () => {} } as ImageBitmap) : undefined; // reason: it is only handed on
    if (image !== undefined) names.set(image, tileKey(spec));
    cache.put(new Tile(spec, image));
  }
  const drawn: { readonly name: string | undefined; readonly x: number; readonly y: number; readonly w: number; readonly h: number }[] = [];
  const pen = {
    resetTransform: () => {},
    drawImage: (image: unknown, ...[, , , , x = 0, y = 0, w = 0, h = 0]: number[]) => drawn.push({ name: names.get(image), x, y, w, h }),
  } as unknown as Pen; // reason: nothing else of it is used
  const box = { x: 0, y: 0, w: 2_048, h: 2_048 };
  const screen = { camera: { x: 0, y: 0, zoom: 0.25 }, viewport: { w: 512, h: 512 }, pixelRatio: 1 };
  paintTiles(pen, { cache, sheet: undefined, screen, box, scale: 0.25 });
  return drawn;
}

const area = (drawn: ReturnType<typeof painted>): number => drawn.reduce((sum, { w, h }) => sum + w * h, 0);

test("where one scale shows nothing but empty paper around what is missing, another shows the ink", () => {
  const ink = tileAt(1, 0, 0);
  // At one half all but the first of four tiles is there, and nothing is on them.
  const empty = [tileAt(0.5, 1, 0), tileAt(0.5, 0, 1), tileAt(0.5, 1, 1)];
  const drawn = painted([...empty.map((spec) => [spec, "empty"] as const), [ink, "ink"]]);
  expect(new Set(drawn.map(({ name }) => name))).toEqual(new Set([tileKey(ink)]));
  expect(area(drawn)).toBe(128 * 128);
});

test("a scale that has all that is missing is used alone, the nearest of several", () => {
  const halves = [tileAt(0.5, 0, 0), tileAt(0.5, 1, 0), tileAt(0.5, 0, 1), tileAt(0.5, 1, 1)];
  const wholes = [0, 1, 2, 3].flatMap((row) => [0, 1, 2, 3].map((column) => tileAt(1, column, row)));
  const keysOf = (drawn: ReturnType<typeof painted>) => new Set(drawn.map(({ name }) => name));
  const inked = (specs: readonly TileSpec[]) => specs.map((spec) => [spec, "ink"] as const);
  const all = painted(inked([...wholes, ...halves]));
  expect([area(all), keysOf(all)]).toEqual([512 * 512, new Set(halves.map(tileKey))]);
  const some = painted(inked([...wholes, ...halves.slice(1)]));
  expect([area(some), keysOf(some)]).toEqual([512 * 512, new Set(wholes.map(tileKey))]);
});

test("where each scale has a part only, every place is painted once", () => {
  const drawn = painted([
    [tileAt(0.5, 0, 0), "ink"],
    [tileAt(0.5, 1, 0), "ink"],
    ...[0, 1, 2, 3].flatMap((column) => [1, 2, 3].map((row) => [tileAt(1, column, row), "ink"] as const)),
  ]);
  expect(area(drawn)).toBe(512 * 512);
});

test("what no scale has all of is painted as far as it goes", () => {
  const drawn = painted([[{ scale: 1, x: 0, y: 0, w: 300, h: 200 }, "ink"]]);
  expect(area(drawn)).toBe(75 * 50);
});
