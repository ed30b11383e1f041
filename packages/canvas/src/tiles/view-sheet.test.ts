import { expect, test } from "vitest";
import { Tile, TileCache } from "./tile-cache.ts";
import { sheetOver } from "./tile-grid.ts";
import { ViewSheet } from "./view-sheet.ts";

test("it waits for what comes into view, for no more than 300 ms, and not where nothing more is expected", () => {
  const sheet = new ViewSheet(new TileCache());
  const arrive = (nowMs: number): boolean => {
    sheet.noteArrival();
    sheet.tick(nowMs);
    return sheet.isWaiting(nowMs);
  };
  expect(sheet.isWaiting(0)).toBe(false);
  expect([1_000, 1_200, 1_299, 1_300].map(arrive)).toEqual([true, true, true, false]);
  sheet.restart();
  expect([sheet.isWaiting(1_301), arrive(2_000), sheet.isWaiting(2_299)]).toEqual([false, true, true]);
  expect([sheet.expectNoMore(), sheet.expectNoMore(), sheet.isWaiting(2_299)]).toEqual([true, false, false]);
  sheet.restart();
  expect(arrive(3_000)).toBe(true);
});

test("it is the one of the view that was asked for last, as long as that is up to date and of the scale that is shown", () => {
  const cache = new TileCache();
  const sheet = new ViewSheet(cache);
  const [here, there] = [sheetOver({ x: 0, y: 0, w: 800, h: 600 }, 1), sheetOver({ x: 900, y: 0, w: 800, h: 600 }, 1)];
  sheet.ask(here);
  expect(sheet.current(1)).toBeUndefined();
  const tile = new Tile(here, undefined);
  cache.put(tile);
  expect([sheet.current(1), sheet.current(2)]).toEqual([tile, undefined]);
  tile.isStale = true;
  expect(sheet.current(1)).toBeUndefined();
  tile.isStale = false;
  sheet.ask(there);
  expect([sheet.is(here), sheet.is(there), cache.size]).toEqual([false, true, 0]);
});
