// The curve along the outline of a mark as path commands, for files.
import { type FlatPoints, pointCount } from "./polyline.ts";
import { drawSmoothClosed } from "./stroke-outline.ts";

/** What drawSmoothClosed draws, as path commands with their numbers. Empty for fewer than three corners. */
export function smoothClosedPath(outline: FlatPoints): ("M" | "Q" | "Z" | number)[] {
  const path: ("M" | "Q" | "Z" | number)[] = [];
  if (pointCount(outline) < 3) return path;
  drawSmoothClosed(outline, {
    moveTo: (...numbers) => path.push("M", ...numbers),
    quadraticCurveTo: (...numbers) => path.push("Q", ...numbers),
    closePath: () => path.push("Z"),
  });
  return path;
}
