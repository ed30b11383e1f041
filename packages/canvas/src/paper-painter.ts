// Paints the paper under everything, and what is printed on it.
import type { PatternName } from "@inkroom/shapes";
import { DotRows } from "./dot-rows.ts";
import { paperDots } from "./paper-dots.ts";
import type * as lines from "./paper-lines.ts";
import type { Screen } from "./screen.ts";
import type { Theme } from "./theme.ts";

/** Side of a dot, CSS pixels. */
export const DOT_SIZE_PX = 1.5;
/** The same where things stand on the grid, which is where the dots are: they are to be seen then. */
const GRID_DOT_SIZE_PX = 3;
/** There is more ink in a line than in dots: it is fainter. */
export const LINE_ALPHA = 0.6;

export type Print = {
  readonly pattern: PatternName;
  /** Things stand on the grid: it is seen on any paper. */
  readonly isGrid: boolean;
  /** What lined paper is made by; until it is here, the paper is plain. */
  readonly lines: Pick<typeof lines, "paperLines"> | undefined;
};

/** Fills the whole canvas. */
export function paintPaper(context: CanvasRenderingContext2D, screen: Screen, theme: Theme, print: Print): void {
  context.resetTransform();
  context.globalAlpha = 1;
  context.globalCompositeOperation = "source-over";
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  paintPrint(context, screen, theme, print);
}

/** What is printed, over what is there. */
export function paintPrint(context: CanvasRenderingContext2D, screen: Screen, theme: Theme, { pattern, isGrid, lines }: Print): void {
  if (pattern !== "none" && pattern !== "dots" && lines !== undefined) {
    context.strokeStyle = theme.dot;
    context.lineWidth = Math.max(1, Math.round(screen.pixelRatio));
    for (const level of lines.paperLines(pattern, screen)) strokeLines(context, level, screen.pixelRatio);
  }
  if (pattern === "dots" || isGrid) paintDots(context, screen, theme, isGrid ? GRID_DOT_SIZE_PX : DOT_SIZE_PX);
}

function strokeLines(context: CanvasRenderingContext2D, { alpha, lines: at }: lines.LineLevel, pixelRatio: number): void {
  context.globalAlpha = alpha * LINE_ALPHA;
  context.beginPath();
  for (let i = 0; i < at.length; i += 4) {
    context.moveTo((at[i] as number) * pixelRatio, (at[i + 1] as number) * pixelRatio);
    context.lineTo((at[i + 2] as number) * pixelRatio, (at[i + 3] as number) * pixelRatio);
  }
  context.stroke();
}

function paintDots(context: CanvasRenderingContext2D, screen: Screen, theme: Theme, sizePx: number): void {
  const { pixelRatio } = screen;
  const size = Math.max(1, Math.round(sizePx * pixelRatio));
  for (const { alpha, points } of paperDots(screen)) {
    context.globalAlpha = alpha;
    ROWS.paint(context, { points: points.map((css) => css * pixelRatio), size, color: theme.dot });
  }
}

const ROWS = new DotRows();
