// Which part of a segment lies near another one: what an eraser that goes from one place to another takes off a line.
import { distanceToSegment, segmentDistance } from "./segment.ts";
import { lerpVec, type Vec } from "./vec.ts";

/** Halvings: the ends are found to a millionth of the segment. */
const STEPS = 20;

/**
 * The stretch of the segment `a`-`b` that is within `reach` of the segment `c`-`d`, as shares of the way from `a` to `b`;
 * undefined where no part of it is. It is one stretch always: the distance to a convex set is convex along a line.
 */
export function segmentInReach(a: Vec, b: Vec, c: Vec, d: Vec, reach: number): readonly [from: number, to: number] | undefined {
  if (segmentDistance(a, b, c, d) > reach) return undefined;
  const isFar = (share: number): boolean => distanceToSegment(lerpVec(a, b, share), c, d) > reach;
  const [startsFar, endsFar] = [isFar(0), isFar(1)];
  if (!startsFar && !endsFar) return [0, 1];
  const inside = startsFar && endsFar ? nearestShare(a, b, c, d) : startsFar ? 1 : 0;
  return [startsFar ? border(0, inside, isFar) : 0, endsFar ? border(1, inside, isFar) : 1];
}

/** Between a share that is far and one that is not: where the one turns into the other. */
function border(far: number, near: number, isFar: (share: number) => boolean): number {
  let [outside, inside] = [far, near];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (outside + inside) / 2;
    if (isFar(middle)) outside = middle;
    else inside = middle;
  }
  return inside;
}

/** The share of the way at which `a`-`b` is nearest to `c`-`d`, by ternary search. */
function nearestShare(a: Vec, b: Vec, c: Vec, d: Vec): number {
  const distance = (share: number): number => distanceToSegment(lerpVec(a, b, share), c, d);
  let [low, high] = [0, 1];
  for (let step = 0; step < 2 * STEPS; step += 1) {
    const third = (high - low) / 3;
    if (distance(low + third) <= distance(high - third)) high -= third;
    else low += third;
  }
  return (low + high) / 2;
}
