// The segments of an elbow under a hand: one is put somewhere, and stays there; or it is let go of, and runs where the way takes it.
import type { Vec } from "@inkroom/geometry";
import { type ArrowShape, linearPoints, MAX_PINS, type Pins, pinsOfSegments } from "@inkroom/shapes";

type Axis = "x" | "y";
/** A segment that is held: at which x or y, page units relative to the arrow, and whether it was put there by hand. */
type Held = { readonly at: number; readonly isFixed: boolean };

/** Two segments that lie side by side closer than this are one, page units. */
const NEAR = 0.5;

/** Which way a segment of an elbow runs, as it is drawn: x for up and down, at an x. */
function axisOfSegment(arrow: ArrowShape, segment: number): Axis {
  const points = linearPoints(arrow);
  return Math.abs((points[segment]?.x ?? 0) - (points[segment + 1]?.x ?? 0)) < NEAR ? "x" : "y";
}

/** The pins of an elbow, as it is drawn, with a segment put to a place on the page: an x where it runs up and down, else a y. */
export function pinnedAt(arrow: ArrowShape, segment: number, place: number): Pins {
  const axis = axisOfSegment(arrow, segment);
  const at = place - arrow[axis];
  const others = fixedSegments(arrow).filter((one) => one !== segment);
  const from = Math.min(segment, ...others);
  const held = heldSegments(arrow, from, Math.max(segment, ...others)).map((one, i) =>
    from + i === segment ? { at, isFixed: true } : one,
  );
  const run = joined(held);
  return run.length <= MAX_PINS ? pinsOf(run, axisOfSegment(arrow, from)) : pinsOf([{ at, isFixed: true }], axis);
}

/** The pins of an elbow, as it is drawn, without one of its segments; null where that was the only one. */
export function unpinned(arrow: ArrowShape, segment: number): Pins | null {
  const others = fixedSegments(arrow).filter((one) => one !== segment);
  const from = Math.min(...others);
  if (others.length === 0) return null;
  const held = heldSegments(arrow, from, Math.max(...others)).map((one, i) =>
    from + i === segment ? { at: betweenNeighbours(arrow, segment), isFixed: false } : one,
  );
  return pinsOf(joined(held), axisOfSegment(arrow, from));
}

/** Segments that were put somewhere by hand. */
function fixedSegments(arrow: ArrowShape): readonly number[] {
  return pinsOfSegments(arrow).flatMap((pin, segment) => (pin !== undefined && arrow.pins?.fixed[pin] === true ? [segment] : []));
}

/** A run of segments as they are drawn. */
function heldSegments(arrow: ArrowShape, from: number, to: number): readonly Held[] {
  const fixed = new Set(fixedSegments(arrow));
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const segment = from + i;
    const axis = axisOfSegment(arrow, segment);
    return { at: (linearPoints(arrow)[segment]?.[axis] ?? 0) - arrow[axis], isFixed: fixed.has(segment) };
  });
}

/** Without segments of no length: what they lead from and to is one. */
function joined(held: readonly Held[]): readonly Held[] {
  const run: Held[] = [];
  for (let i = 0; i < held.length; i += 1) {
    const [one, before] = [held[i] as Held, run.at(-2)];
    if (before === undefined || Math.abs(before.at - one.at) >= NEAR) {
      run.push(one);
      continue;
    }
    run.splice(-2, 2, { at: before.at, isFixed: before.isFixed || one.isFixed });
  }
  return run;
}

/** Where a segment would be that steps from one of its neighbours to the other: half way; else where it is. Relative to the arrow. */
function betweenNeighbours(arrow: ArrowShape, segment: number): number {
  const axis = axisOfSegment(arrow, segment);
  const [before, from, to, after] = [-1, 0, 1, 2].map((step) => linearPoints(arrow)[segment + step]?.[axis]) as number[];
  const at = from ?? 0;
  if (before === undefined || to === undefined || after === undefined) return at - arrow[axis];
  const isStep = before < at === to < after;
  return (isStep ? (before + after) / 2 : at) - arrow[axis];
}

function pinsOf(run: readonly Held[], axis: Axis): Pins {
  return { axis, at: run.map(({ at }) => at), fixed: run.map(({ isFixed }) => isFixed) };
}

/** Where a segment that is near to the one before or after that runs beside it makes one line with it; else where it is. Page units. */
export function inLineWithNeighbours(arrow: ArrowShape, segment: number, place: number, reach: number): number {
  const axis = axisOfSegment(arrow, segment);
  const points: readonly Vec[] = linearPoints(arrow);
  const beside = [points[segment - 1], points[segment + 2]].flatMap((point) => (point === undefined ? [] : [point[axis]]));
  return beside.find((at) => Math.abs(at - place) <= reach) ?? place;
}
