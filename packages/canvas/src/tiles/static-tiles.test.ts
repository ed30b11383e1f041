// What the worker is told and asked for while a board comes in.
import { type Box, boxesIntersect } from "@inkroom/geometry";
import { pageBounds, type Shape } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { ShapePainter } from "../shape-painter.ts";
import { StaticTiles } from "./static-tiles.ts";
import type { ToTileWorker } from "./tile-messages.ts";

const SCREEN = { camera: { x: 0, y: 0, zoom: 1 }, viewport: { w: 1_440, h: 900 }, pixelRatio: 1 };
const VIEW = { x: 0, y: 0, w: 1_440, h: 900 };

/** Tiles over a board to which shapes come in view, in rows; with a worker of the test's own. */
function incoming() {
  const posts: ToTileWorker[] = [];
  const board: Shape[] = [];
  let frames = 0;
  let mostFound = 0;
  const tiles = new StaticTiles({
    painter: new ShapePainter(() => 0),
    theme: "light",
    shapesIn: (box: Box) => {
      const found = board.filter((shape) => boxesIntersect(pageBounds(shape), box));
      mostFound = Math.max(mostFound, found.length);
      return found;
    },
    meetsMoreThan: (box, most) => board.filter((shape) => boxesIntersect(pageBounds(shape), box)).length > most,
    inOrder: (shapes) => shapes,
    worker: { postMessage: (message) => posts.push(message), onmessage: null, onerror: null, terminate: () => {} },
    onNews: () => {},
  });
  const follow = (zoom = 1): void =>
    void tiles.follow(
      { ...SCREEN, camera: { ...SCREEN.camera, zoom } },
      { ...VIEW, w: VIEW.w / zoom, h: VIEW.h / zoom },
      (frames += 1) * 16,
      false,
    );
  // The first frame finds nothing to draw, and the view is at rest from the second one on.
  follow();
  posts.length = 0;
  return {
    tiles,
    follow,
    posts,
    arrive(count: number) {
      for (let i = 0; i < count; i += 1) {
        const at = board.length;
        board.push(fixture("rect", { id: `r${at}`, x: (at % 70) * 20, y: Math.floor(at / 70) * 10, w: 8, h: 8, parent: "page" }));
      }
      tiles.apply({ put: [], forget: [], damage: [], over: [], arrived: [VIEW] });
      follow();
    },
    /** The most shapes that a search has given since this was asked for last. */
    mostFound() {
      const most = mostFound;
      mostFound = 0;
      return most;
    },
    told: () => posts.flatMap(({ put = [] }) => put.map(({ id }) => id)),
    wanted: () => posts.flatMap(({ want = [] }) => want.map(({ spec: { w, h } }) => [w, h])),
  };
}

test("what comes into a bare view is told at once and drawn when nothing more is expected, as one bitmap and then as tiles", () => {
  const { tiles, follow, posts, arrive, told, wanted } = incoming();
  arrive(400);
  arrive(700);
  expect([told().length, new Set(told()).size, wanted()]).toEqual([1_100, 1_100, []]);
  expect(posts.every(({ soon }) => soon === 1)).toBe(true);
  expect([tiles.expectNoMore(), tiles.expectNoMore()]).toEqual([true, false]);
  follow();
  expect(wanted()[0]).toEqual([1_440, 900]);
  expect(wanted().slice(1, 3)).toEqual([
    [512, 512],
    [512, 512],
  ]);
  expect(told()).toHaveLength(1_100);
});

test("without a word of that it is drawn 300 ms after the first of it has come", () => {
  const { follow, arrive, wanted } = incoming();
  arrive(400);
  for (let frame = 0; frame < 18; frame += 1) follow();
  expect(wanted()).toEqual([]);
  follow();
  expect(wanted()[0]).toEqual([1_440, 900]);
});

test("a view that holds more than the worker can draw at once is drawn tile by tile as it comes in", () => {
  const { arrive, posts, wanted } = incoming();
  arrive(4_200);
  expect(posts.some(({ soon }) => soon !== undefined)).toBe(false);
  expect(wanted().every(([w]) => w === 512)).toBe(true);
});

test("while a zoom is quick, nothing is looked up of a tile that holds a lot; it is drawn when the zoom has come to rest", () => {
  const { follow, arrive, posts, mostFound, wanted } = incoming();
  arrive(2_500);
  for (let frame = 0; frame < 60; frame += 1) follow();
  posts.length = 0;
  mostFound();
  // Below 0.3 one tile has all of the board.
  for (const zoom of [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.35, 0.29, 0.28]) follow(zoom);
  expect(mostFound()).toBeLessThan(2_000);
  posts.length = 0;
  for (let frame = 0; frame < 30; frame += 1) follow(0.28);
  expect(mostFound()).toBe(2_500);
  expect(wanted()).not.toEqual([]);
});

test("a slow zoom, which wants tiles of one scale for long, has also those that hold a lot", () => {
  const { follow, arrive, mostFound } = incoming();
  arrive(2_500);
  for (let frame = 0; frame < 60; frame += 1) follow();
  mostFound();
  const zoomTo = (zoom: number): number => {
    follow(zoom);
    return mostFound();
  };
  const found = Array.from({ length: 30 }, (_, frame) => zoomTo(0.29 - frame / 1_000));
  // The first frame that is 300 ms after the first one, at 16 ms each.
  expect(found.findIndex((most) => most === 2_500)).toBe(19);
});
