// Draws a path again as a hand would: ends a little off, straight lines a little bent. The idea, of bent lines drawn twice, is
// that of Rough.js (P. Shihn, shihn.ca/posts/2020/roughjs-algorithms).
import { addVec, boxOfPoints, distance, lerpVec, scaleVec, type Vec } from "@inkroom/geometry";
import type { PathData } from "../display-list.ts";
import { type Segment, type Subpath, subpathsOf } from "./path-segments.ts";
import type { Unsteadiness } from "./unsteady.ts";

/** Between points closer than this many times the jitter the hand has no time to go astray. */
const CALM_LENGTH = 10;
/** A straight line bends as much as it may from this length on, page units. */
const BEND_LENGTH = 160;
/** On a small shape a hand is more careful: the most it is off, as a share of the shape's size. */
const MOST_OF_SIZE = 0.05;

type Hand = Unsteadiness & { readonly random: () => number };

/** `passes`: how often the hand goes over it. The result lies within the reach of the hand's unsteadiness (roughReach). */
export function roughPath(path: PathData, unsteady: Unsteadiness, random: () => number, passes: number): PathData {
  const subpaths = subpathsOf(path);
  const most = sizeOf(subpaths) * MOST_OF_SIZE;
  const hand = { jitter: Math.min(unsteady.jitter, most), bow: Math.min(unsteady.bow, most), random };
  const drawn: PathData[number][] = [];
  for (let pass = 0; pass < passes; pass += 1) for (const subpath of subpaths) drawSubpath(subpath, hand, drawn);
  return drawn;
}

function drawSubpath({ segments, isClosed }: Subpath, hand: Hand, drawn: PathData[number][]): void {
  let off = astray(hand);
  for (const [i, segment] of segments.entries()) {
    const before = segments[i - 1];
    // Where two straight sides of an outline meet, the hand is lifted: they cross a little, or miss each other.
    const isLifted = before === undefined || (isClosed && before.isStraight && segment.isStraight && isLong(segment, hand));
    if (isLifted) off = astray(hand);
    const start = addVec(segment.from, off);
    if (isLifted) drawn.push("M", start.x, start.y);
    const calm = hand.jitter === 0 ? 1 : Math.min(1, distance(segment.from, segment.to) / (CALM_LENGTH * hand.jitter));
    const next = lerpVec(off, astray(hand), calm);
    const bend = segment.isStraight ? bendOf(segment, hand) : { x: 0, y: 0 };
    const [c1, c2, to] = [addVec(addVec(segment.c1, off), bend), addVec(addVec(segment.c2, next), bend), addVec(segment.to, next)];
    drawn.push("C", c1.x, c1.y, c2.x, c2.y, to.x, to.y);
    off = next;
  }
}

function isLong({ from, to }: Segment, { jitter }: Hand): boolean {
  return distance(from, to) > CALM_LENGTH * jitter;
}

function astray({ jitter, random }: Hand): Vec {
  const x = (random() * 2 - 1) * jitter;
  return { x, y: (random() * 2 - 1) * jitter };
}

/** To one side of a straight line, more so where it is long. */
function bendOf({ from, to }: Segment, { bow, random }: Hand): Vec {
  const length = distance(from, to);
  const bend = (random() * 2 - 1) * bow * Math.min(1, length / BEND_LENGTH);
  return length === 0 ? { x: 0, y: 0 } : scaleVec({ x: from.y - to.y, y: to.x - from.x }, bend / length);
}

function sizeOf(subpaths: readonly Subpath[]): number {
  const box = boxOfPoints(subpaths.flatMap(({ segments }) => segments.flatMap(({ from, to }) => [from, to])));
  return box === undefined ? 0 : Math.max(box.w, box.h);
}
