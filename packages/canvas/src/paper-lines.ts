// The lines of squared, ruled and isometric paper: which ones are in view at a zoom. Fetched with the first board that has them.
import type { Box } from "@inkroom/geometry";
import { visibleBox } from "@inkroom/editor";
import type { PatternName } from "@inkroom/shapes";
import { paperLevels } from "./paper-levels.ts";
import { crisp, type Screen } from "./screen.ts";

export type LinedPattern = Exclude<PatternName, "none" | "dots">;
/** Lines of one strength: flat x, y, x, y in CSS pixels. */
export type LineLevel = { readonly alpha: number; readonly lines: readonly number[] };

/** Page units, and no less however close one looks: squares as wide as the grid, lines for words of middle size, triangles of two squares' side. */
const SPACINGS: Readonly<Record<LinedPattern, number>> = { squares: 20, ruled: 40, isometric: 40 };
/** Of the lines that fall and rise by 30 degrees, and of the distance of upright ones to the side of a triangle. */
const SLOPE = 1 / Math.sqrt(3);
const UPRIGHT = Math.sqrt(3) / 2;

type Pen = (place: number, x: number, y: number, toX: number, toY: number) => void;

/** The coarse lines in full, and the finer ones between them as far as they are faded in. */
export function paperLines(pattern: LinedPattern, screen: Screen): readonly LineLevel[] {
  const { camera, viewport, pixelRatio } = screen;
  const { fine, alpha } = paperLevels(SPACINGS[pattern], camera.zoom, 0);
  const levels: { alpha: number; lines: number[] }[] = [
    { alpha: 1, lines: [] },
    { alpha, lines: [] },
  ];
  const box = visibleBox(camera, viewport);
  const draw: Pen = (place, x, y, toX, toY) => {
    const at = [(x - camera.x) * camera.zoom, (y - camera.y) * camera.zoom, (toX - camera.x) * camera.zoom, (toY - camera.y) * camera.zoom];
    const isStraight = x === toX || y === toY;
    levels[place % 2 === 0 ? 0 : 1]?.lines.push(...at.map((css) => (isStraight ? crisp(css, pixelRatio, 1) : css)));
  };
  switch (pattern) {
    case "squares":
      upright(box, fine, draw);
      level(box, fine, draw);
      break;
    case "ruled":
      level(box, fine, draw);
      break;
    case "isometric":
      upright(box, fine * UPRIGHT, draw);
      slanting(box, fine, SLOPE, draw);
      slanting(box, fine, -SLOPE, draw);
      break;
    default:
      pattern satisfies never;
  }
  return levels.filter(({ alpha: strength, lines }) => strength > 0 && lines.length > 0);
}

function level({ x, y, w, h }: Box, step: number, draw: Pen): void {
  for (let row = Math.floor(y / step); row * step <= y + h; row += 1) draw(row, x, row * step, x + w, row * step);
}

function upright({ x, y, w, h }: Box, step: number, draw: Pen): void {
  for (let column = Math.floor(x / step); column * step <= x + w; column += 1) draw(column, column * step, y, column * step, y + h);
}

/** Lines that cross the y axis `step` apart. */
function slanting({ x, y, w, h }: Box, step: number, slope: number, draw: Pen): void {
  const [left, right] = [x * slope, (x + w) * slope];
  const first = Math.floor((y - Math.max(left, right)) / step);
  for (let row = first; row * step <= y + h - Math.min(left, right); row += 1) {
    draw(row, x, row * step + left, x + w, row * step + right);
  }
}
