// What is printed on the paper as paths, for pictures that are no bitmaps.
import type { Box } from "@inkroom/geometry";
import type { PathData, PatternName } from "@inkroom/shapes";
import { paperDots } from "./paper-dots.ts";
import { paperLines } from "./paper-lines.ts";
import { DOT_SIZE_PX, LINE_ALPHA } from "./paper-painter.ts";
import type { Screen } from "./screen.ts";
import type { Theme } from "./theme.ts";

/** Stroked with round ends. Page units; `opacity` 0 to 1. */
export type PrintMark = { readonly path: PathData; readonly color: string; readonly width: number; readonly opacity: number };

/** A larger picture has marks as one of this side has, page units: there would be no end of them. */
const MOST_SIDE = 4_096;

/** The marks within a part of the page. */
export function printMarks(pattern: PatternName, { x, y, w, h }: Box, { dot: color }: Theme): readonly PrintMark[] {
  const zoom = Math.min(1, MOST_SIDE / Math.max(w, h));
  const screen: Screen = { camera: { x, y, zoom }, viewport: { w: w * zoom, h: h * zoom }, pixelRatio: 1 };
  const onPage = (px: number, from: number): number => from + px / zoom;
  if (pattern === "none") return [];
  if (pattern === "dots") {
    return paperDots(screen).map(({ alpha, points }) => {
      const path = pairs(points, 2).flatMap(([left = 0, top = 0]) =>
        lineTo(onPage(left, x), onPage(top, y), onPage(left, x), onPage(top, y)),
      );
      return { path, color, width: DOT_SIZE_PX / zoom, opacity: alpha };
    });
  }
  return paperLines(pattern, screen).map(({ alpha, lines }) => {
    const path = pairs(lines, 4).flatMap(([left = 0, top = 0, right = 0, bottom = 0]) =>
      lineTo(onPage(left, x), onPage(top, y), onPage(right, x), onPage(bottom, y)),
    );
    return { path, color, width: 1 / zoom, opacity: alpha * LINE_ALPHA };
  });
}

function lineTo(x: number, y: number, toX: number, toY: number): PathData {
  return ["M", x, y, "L", toX, toY];
}

function pairs(flat: readonly number[], size: number): readonly (readonly number[])[] {
  return Array.from({ length: flat.length / size }, (_, i) => flat.slice(i * size, (i + 1) * size));
}
