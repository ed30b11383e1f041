// What a tile worker does before there is a board: it draws a few tiles of made-up strokes that nobody sees. A browser begins
// with slow code and makes it fast as it runs; without this the first tiles of a board take several times as long as later ones.
import type { Box } from "@inkroom/geometry";
import { type DrawShape, encodePoints, PAGE_ID } from "@inkroom/shapes";
import type { ShapePainter } from "../shape-painter.ts";
import { THEMES } from "../theme.ts";
import { tileAt, tileBox, TILE_PX } from "./tile-grid.ts";
import { TileMaker } from "./tile-maker.ts";

const TILES = 4;
const STROKES = 100;
const POINTS = 80;
const FORMAT = { quantum: 1 / 8, pressure: false } as const;

/** A maker that has all of the rehearsal to do. */
export function rehearsal(painter: ShapePainter): TileMaker {
  const maker = new TileMaker({
    painter,
    // New ones each time: a shape's path is kept.
    shapesOn: (spec) => ({ shapes: strokesOn(tileBox(spec)), revision: 0 }),
    theme: () => THEMES.light,
    // Its pixels are asked for, as those of a real tile are.
    onTile: (_spec, _revision, sheet) => {
      // reason: a worker has OffscreenCanvas, or it would not have been started.
      (sheet as OffscreenCanvas).transferToImageBitmap().close();
    },
  });
  maker.want(Array.from({ length: TILES }, (_, column) => tileAt(1, column, 0)));
  return maker;
}

/** Handwriting-sized waves in rows. */
function strokesOn({ x, y }: Box): DrawShape[] {
  return Array.from({ length: STROKES }, (_, n) => {
    const points = Array.from({ length: POINTS }, (_each, at) => ({ x: at, y: Math.sin((at + n) / 5) * 12 }));
    return {
      kind: "draw",
      id: `rehearsal-${n}`,
      parent: PAGE_ID,
      index: "a0",
      x: x + ((n * 53) % TILE_PX),
      y: y + ((n * 31) % TILE_PX),
      rotation: 0,
      opacity: 1,
      locked: false,
      link: "",
      color: "ink",
      size: "m",
      nib: "pen",
      fill: "none",
      fillColor: "same",
      scaleX: 1,
      scaleY: 1,
      ...FORMAT,
      points: encodePoints(points, FORMAT),
      count: POINTS,
      done: true,
    };
  });
}
