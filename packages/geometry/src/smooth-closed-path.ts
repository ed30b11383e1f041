// The curve along the outline of a mark, as path commands: for files. What paints one builds it in place.
import { type FlatPoints, pointAt, pointCount } from "./polyline.ts";

/**
 * A smooth closed path along an outline, as path commands with their numbers: each corner becomes the control point of
 * a curve between the middles of its two edges. Empty for fewer than three corners.
 */
export function smoothClosedPath(outline: FlatPoints): ("M" | "Q" | "Z" | number)[] {
  const count = pointCount(outline);
  if (count < 3) return [];
  const last = pointAt(outline, count - 1);
  const first = pointAt(outline, 0);
  const path: ("M" | "Q" | "Z" | number)[] = ["M", (last.x + first.x) / 2, (last.y + first.y) / 2];
  for (let i = 0; i < count; i += 1) {
    const corner = pointAt(outline, i);
    const next = pointAt(outline, (i + 1) % count);
    path.push("Q", corner.x, corner.y, (corner.x + next.x) / 2, (corner.y + next.y) / 2);
  }
  path.push("Z");
  return path;
}
