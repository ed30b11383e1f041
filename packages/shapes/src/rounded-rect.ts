// The outline of a rectangle with round corners.
import type { PathData } from "./display-list.ts";
import { polylinePath } from "./polyline-path.ts";

/** Control point distance at which a cubic curve follows a quarter circle. */
const QUARTER_CIRCLE = 0.5523;

/** A rectangle at the origin with corners of radius `r`, page units. */
export function roundedRect(w: number, h: number, r: number): PathData {
  const k = r * (1 - QUARTER_CIRCLE);
  if (r === 0) return polylinePath([0, 0, w, 0, w, h, 0, h], true);
  const commands: PathData[] = [
    ["M", r, 0],
    ["L", w - r, 0],
    ["C", w - k, 0, w, k, w, r],
    ["L", w, h - r],
    ["C", w, h - k, w - k, h, w - r, h],
    ["L", r, h],
    ["C", k, h, 0, h - k, 0, h - r],
    ["L", 0, r],
    ["C", 0, k, k, 0, r, 0],
    ["Z"],
  ];
  return commands.flat();
}
