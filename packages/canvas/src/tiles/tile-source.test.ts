import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { ShapePainter } from "../shape-painter.ts";
import type { ToTileWorker, TileWorkerPort } from "./tile-messages.ts";
import { tileAt } from "./tile-grid.ts";
import { MAX_TOLD, MAX_TOLD_MOVING, TileSource, TileWish } from "./tile-source.ts";

/** A source with a worker of the test's own. */
function sourceOf() {
  const posts: ToTileWorker[] = [];
  const worker: TileWorkerPort = { postMessage: (message) => posts.push(message), onmessage: null, onerror: null, terminate: () => {} };
  const source = new TileSource({
    worker,
    painter: new ShapePainter(() => 0),
    shapesIn: () => [],
    revision: () => 7,
    onTile: () => {},
    onLost: () => {},
  });
  return { source, posts, worker, told: () => posts.flatMap(({ put = [] }) => put.map(({ id }) => id)) };
}

const spec = (column: number) => tileAt(1, column, 0);
const shapes = Array.from({ length: 900 }, (_, i) => fixture("rect", { id: `r${i}` }));

test("the worker is told of so many shapes in a frame, of each once, and asked for a tile when it knows all of it", () => {
  const { source, posts, told } = sourceOf();
  const wishes = [new TileWish(spec(0), shapes.slice(0, 600)), new TileWish(spec(1), shapes.slice(500))];
  expect(source.want(wishes, false)).toBe(false);
  expect([posts.at(-1)?.put?.length, posts.at(-1)?.want]).toEqual([MAX_TOLD, []]);
  expect(source.want(wishes, false)).toBe(true);
  const idsOf = (list: typeof shapes): string[] => list.map(({ id }) => id);
  expect(posts.at(-1)?.want).toEqual([
    { spec: spec(0), ids: idsOf(shapes.slice(0, 600)) },
    { spec: spec(1), ids: idsOf(shapes.slice(500)) },
  ]);
  expect(told().toSorted()).toEqual(shapes.map(({ id }) => id).toSorted());
  expect(source.want(wishes, false)).toBe(true);
  expect(told()).toHaveLength(900);
});

test("a tile that has come and was of no use is asked for once more, though the list is the same", () => {
  const { source, posts, worker } = sourceOf();
  const wishes = [new TileWish(spec(0), shapes.slice(0, 3))];
  source.want(wishes, false);
  source.want(wishes, false);
  expect(posts).toHaveLength(1);
  // reason: nobody looks at the picture.
  worker.onmessage?.({ data: { spec: spec(0), revision: 1, bitmap: undefined as never } });
  source.want(wishes, false);
  // What is on it is known by then.
  expect(posts.map(({ want }) => want)).toEqual([[{ spec: spec(0), ids: ["r0", "r1", "r2"] }], [{ spec: spec(0) }]]);
});

test("what is on a tile is said again where that is something else, or the worker has been asked for others meanwhile", () => {
  const { source, posts } = sourceOf();
  const [one, other] = [new TileWish(spec(0), shapes.slice(0, 2)), new TileWish(spec(1), shapes.slice(2, 4))];
  source.want([one, other], false);
  const changed = new TileWish(spec(0), shapes.slice(1, 3));
  source.want([changed, other], false);
  expect(posts.at(-1)?.want).toEqual([{ spec: spec(0), ids: ["r1", "r2"] }, { spec: spec(1) }]);
  source.want([other], false);
  source.want([other, changed], false);
  expect(posts.at(-1)?.want).toEqual([{ spec: spec(1) }, { spec: spec(0), ids: ["r1", "r2"] }]);
});

test("what will be wanted soon is told with the scale that it will be drawn at, once", () => {
  const { source, posts, told } = sourceOf();
  source.tell(shapes.slice(0, 3), 2, 2);
  source.tell(shapes.slice(0, 3), 2, 2);
  source.tell(shapes.slice(0, 3), 2, 2);
  expect(posts.map(({ put, soon, want }) => [put?.length, soon, want])).toEqual([
    [2, 2, undefined],
    [1, 2, undefined],
  ]);
  source.want([new TileWish(spec(0), shapes.slice(0, 3))], false);
  expect([told().length, posts.at(-1)?.want?.length]).toEqual([3, 1]);
});

test("while something moves it is told of fewer, and does not have to hear them again", () => {
  const { source, posts, told } = sourceOf();
  const wishes = [new TileWish(spec(0), shapes)];
  expect(source.want(wishes, true)).toBe(false);
  expect(posts.at(-1)?.put).toHaveLength(MAX_TOLD_MOVING);
  expect(posts.at(-1)?.isHurried).toBe(true);
  while (!source.want(wishes, false)) expect([posts.at(-1)?.want, posts.at(-1)?.isHurried]).toEqual([[], false]);
  expect(told()).toHaveLength(900);
});

test("the points of a message's strokes are in one buffer that holds nothing else", () => {
  const { source, posts } = sourceOf();
  const larger = new Uint8Array(10_000);
  const strokes = [4, 6].map((length, i) => fixture("draw", { id: `s${i}`, points: larger.fill(i, 0, 9).slice(0, 9).subarray(0, length) }));
  source.want([new TileWish(spec(0), strokes)], false);
  const told = posts.at(-1)?.put ?? [];
  expect(told).toEqual(strokes);
  const buffers = new Set(told.map((shape) => (shape.kind === "draw" ? shape.points.buffer : undefined)));
  expect([...buffers].map((buffer) => buffer?.byteLength)).toEqual([10]);
});
