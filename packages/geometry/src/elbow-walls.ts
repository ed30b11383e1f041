// What a way along the axes keeps out of: the boxes of its ends and of obstacles, each with the clear space around it.
import type { Box } from "./box.ts";
import type { ElbowEnd, ElbowLine } from "./elbow-route.ts";

/** The sides of a box. */
export type Sides = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
type SideName = keyof Sides;

/** How far a way keeps from a box where nothing else is near, page units: a head fits between. */
const CLEARANCE = 32;
/** Obstacles that are nearer to each other than this have no way between them, page units. */
export const NARROW = 8;

/** The boxes as they are, and how far out a way goes round each; of the start, the end, and of each obstacle in its order. */
export function surroundings(
  ends: readonly [ElbowEnd, ElbowEnd],
  obstacles: readonly Box[],
  lines: readonly ElbowLine[],
): readonly { readonly bare: Sides; readonly around: Sides }[] {
  const bare = [...ends.map(({ at, box }) => box ?? { ...at, w: 0, h: 0 }), ...obstacles].map(sidesOf);
  return bare.map((one, i) => {
    const reach = { left: CLEARANCE, top: CLEARANCE, right: CLEARANCE, bottom: CLEARANCE };
    for (const [k, other] of bare.entries()) if (k !== i) makeRoom(reach, one, other, Math.max(i, k) < 2 ? "ends" : Math.min(i, k) < 2);
    const line = i === 0 ? lines[0] : i === 1 ? lines.at(-1) : undefined;
    if (line !== undefined) reachLine(reach, one, line);
    const around = {
      left: one.left - reach.left,
      top: one.top - reach.top,
      right: one.right + reach.right,
      bottom: one.bottom + reach.bottom,
    };
    return { bare: one, around };
  });
}

function sidesOf({ x, y, w, h }: Box): Sides {
  return { left: x, top: y, right: x + w, bottom: y + h };
}

/**
 * Boxes that lie apart share the room between them, so that a way fits through. Two ends do so by every side that faces the other
 * one, all else by the side with most room, or both if it is as much: that is enough for what surrounds them not to overlap.
 */
function makeRoom(reach: Record<SideName, number>, one: Sides, other: Sides, isEnd: boolean | "ends"): void {
  const gaps: readonly (readonly [SideName, number])[] = [
    ["left", one.left - other.right],
    ["right", other.left - one.right],
    ["top", one.top - other.bottom],
    ["bottom", other.top - one.bottom],
  ];
  if (isEnd === "ends") {
    for (const [side, gap] of gaps) if (gap >= 0) reach[side] = Math.min(reach[side], gap / 2);
    return;
  }
  const widest = Math.max(...gaps.map(([, gap]) => gap));
  if (widest < (isEnd ? 0 : NARROW)) return;
  for (const [side, gap] of gaps) if (gap === widest) reach[side] = Math.min(reach[side], gap / 2);
}

/** A way turns onto a line that is given where it comes upon it, however near to the box that is. */
function reachLine(reach: Record<SideName, number>, one: Sides, { axis, at }: ElbowLine): void {
  const [low, high] = axis === "x" ? (["left", "right"] as const) : (["top", "bottom"] as const);
  if (at <= one[low]) reach[low] = Math.min(reach[low], one[low] - at);
  if (at >= one[high]) reach[high] = Math.min(reach[high], at - one[high]);
}
