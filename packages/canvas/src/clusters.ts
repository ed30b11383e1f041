// Many boxes as a few that lie around them.
import { type Box, unionBoxes } from "@inkroom/geometry";

/** Cells along each side of the whole. */
const CELLS = 3;

/**
 * At most nine boxes that together hold all of the given ones, and less of what lies between them than one box around all would:
 * those whose middles lie in the same cell of a grid over the whole are put together. None for none.
 */
export function clustersOf(boxes: readonly Box[]): readonly Box[] {
  const whole = unionBoxes(boxes);
  if (whole === undefined) return [];
  const cellAlong = (at: number, from: number, length: number): number =>
    length === 0 ? 0 : Math.min(CELLS - 1, Math.floor(((at - from) / length) * CELLS));
  const clusters = new Map<number, Box[]>();
  for (const box of boxes) {
    const column = cellAlong(box.x + box.w / 2, whole.x, whole.w);
    const row = cellAlong(box.y + box.h / 2, whole.y, whole.h);
    const cluster = clusters.get(row * CELLS + column);
    if (cluster === undefined) clusters.set(row * CELLS + column, [box]);
    else cluster.push(box);
  }
  return [...clusters.values()].flatMap((cluster) => unionBoxes(cluster) ?? []);
}
