// Ways along the axes, made plain: without points that mean nothing, and with steps in the middle of the room they have.
import type { ElbowLine } from "./elbow-route.ts";
import type { Sides } from "./elbow-walls.ts";
import type { Vec } from "./vec.ts";

/** Does a piece of a way run on one of the lines? */
export function isOnLine(from: Vec, to: Vec, lines: readonly ElbowLine[]): boolean {
  return lines.some(({ axis, at }) => from[axis] === at && to[axis] === at);
}

/** Without points that lie on the way between their neighbours. */
export function withoutIdle(way: readonly Vec[]): Vec[] {
  const kept: Vec[] = [];
  for (const point of way) {
    const [a, b] = [kept.at(-2), kept.at(-1)];
    if (b !== undefined && b.x === point.x && b.y === point.y) continue;
    const isIdle = a !== undefined && b !== undefined && ((a.x === b.x && b.x === point.x) || (a.y === b.y && b.y === point.y));
    if (isIdle) kept.pop();
    kept.push(point);
  }
  return kept.length > 1 ? kept : [...way.slice(0, 1), ...way.slice(-1)];
}

/**
 * The way with each piece that it steps aside by, from one direction on to the same one, half way between what bounds it: its
 * neighbours' other ends, and walls. It is as long as before and has as many corners.
 */
export function levelled(way: readonly Vec[], walls: readonly Sides[], lines: readonly ElbowLine[]): Vec[] {
  const points = way.map((point) => ({ ...point }));
  for (let k = 1; k + 2 < points.length; k += 1) {
    const [before, from, to, after] = points.slice(k - 1, k + 3) as [Vec, Vec, Vec, Vec]; // reason: k + 2 is in the list
    const axis = from.x === to.x ? "x" : "y";
    const isStep = before[axis] < from[axis] === to[axis] < after[axis];
    if (!isStep || isOnLine(from, to, lines)) continue;
    const at = from[axis];
    const room = roomFor([from, to], axis, [before[axis], after[axis]], walls);
    const middle = (room[0] + room[1]) / 2;
    if (middle !== at) for (const one of [k, k + 1]) points[one] = { ...(points[one] as Vec), [axis]: middle };
  }
  return withoutIdle(points);
}

/** From where to where a piece may be moved along the axis, within bounds and between the walls beside it. */
function roomFor(
  [from, to]: readonly [Vec, Vec],
  axis: "x" | "y",
  bounds: readonly [number, number],
  walls: readonly Sides[],
): [number, number] {
  const [low, high, nextTo, after] =
    axis === "x" ? (["left", "right", "top", "bottom"] as const) : (["top", "bottom", "left", "right"] as const);
  const along = axis === "x" ? "y" : "x";
  const [first, last, at] = [Math.min(from[along], to[along]), Math.max(from[along], to[along]), from[axis]];
  const room: [number, number] = [Math.min(...bounds), Math.max(...bounds)];
  for (const wall of walls) {
    if (wall[nextTo] >= last || wall[after] <= first) continue;
    if (wall[high] <= at) room[0] = Math.max(room[0], wall[high]);
    else if (wall[low] >= at) room[1] = Math.min(room[1], wall[low]);
  }
  return room;
}
