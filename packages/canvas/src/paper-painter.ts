// Paints the paper under everything.
import { paperDots } from "./paper-dots.ts";
import type { Screen } from "./screen.ts";
import type { Theme } from "./theme.ts";

/** Side of a dot, CSS pixels. */
const DOT_SIZE_PX = 1.5;
/** The same where things stand on the grid, which is where the dots are: they are to be seen then. */
const GRID_DOT_SIZE_PX = 3;

/** Fills the whole canvas. */
export function paintPaper(context: CanvasRenderingContext2D, screen: Screen, theme: Theme, isGrid: boolean): void {
  const { pixelRatio } = screen;
  context.resetTransform();
  context.globalAlpha = 1;
  context.globalCompositeOperation = "source-over";
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.fillStyle = theme.dot;
  const size = Math.max(1, Math.round((isGrid ? GRID_DOT_SIZE_PX : DOT_SIZE_PX) * pixelRatio));
  for (const { alpha, points } of paperDots(screen)) {
    context.globalAlpha = alpha;
    context.beginPath();
    for (let i = 0; i < points.length; i += 2) {
      const left = Math.round((points[i] as number) * pixelRatio - size / 2);
      const top = Math.round((points[i + 1] as number) * pixelRatio - size / 2);
      // Up to two device pixels a square is as round as it gets.
      if (size > 2) context.roundRect(left, top, size, size, size / 2);
      else context.rect(left, top, size, size);
    }
    context.fill();
  }
}
