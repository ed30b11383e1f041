// Ways between two places along the axes, round what the places lie on: as few corners as can be, then as short as can be. Only
// sums, halves and comparisons: the same ends give the same way on every machine.
import type { Box } from "./box.ts";
import { elbowGrid, type Grid, type Heading, HEADINGS } from "./elbow-grid.ts";
import type { Vec } from "./vec.ts";

/** An end of a way: a point, and the box around it that the way leaves straight and keeps clear of; absent: a bare point. */
export type ElbowEnd = {
  readonly at: Vec;
  readonly box?: Box | undefined;
  /** The sides of the box that it may be left by; absent: all. */
  readonly sides?: readonly Heading[] | undefined;
};

/** A corner is worth this much of the way between the ends, and no less than this many units. */
const BEND_SHARE = 0.5;
const BEND_LEAST = 20;

/** Where the search has come to: a crossing of the grid, and the heading it was come upon by. */
type Step = { readonly i: number; readonly j: number; readonly heading: Heading; readonly cost: number; readonly before: Step | undefined };

/** The corners of the way, both ends included. */
export function elbowRoute(start: ElbowEnd, end: ElbowEnd): Vec[] {
  const grid = elbowGrid(start, end);
  const bend = BEND_LEAST + BEND_SHARE * (Math.abs(start.at.x - end.at.x) + Math.abs(start.at.y - end.at.y));
  const last = search(grid, bend);
  const way: Vec[] = [end.at];
  for (let step = last; step !== undefined; step = step.before) way.push(grid.at(step.i, step.j));
  way.push(start.at);
  return withoutIdle(way.reverse());
}

/** The cheapest way from one of the grid's doors of the start to one of the end; undefined where all are walled in. */
function search(grid: Grid, bend: number): Step | undefined {
  const done = new Set<string>();
  const open: Step[] = grid.starts.map(({ i, j, heading }) => ({ i, j, heading, cost: 0, before: undefined }));
  let best: Step | undefined;
  while (open.length > 0) {
    const step = takeCheapest(open);
    if (best !== undefined && step.cost >= best.cost) break;
    const key = `${step.i} ${step.j} ${step.heading}`;
    if (done.has(key)) continue;
    done.add(key);
    for (const door of grid.ends) {
      if (door.i !== step.i || door.j !== step.j || door.heading === opposite(step.heading)) continue;
      const cost = step.cost + (door.heading === step.heading ? 0 : bend);
      if (best === undefined || cost < best.cost) best = { ...step, cost };
    }
    for (const heading of HEADINGS) {
      const next = heading === opposite(step.heading) ? undefined : grid.next(step.i, step.j, heading);
      if (next === undefined) continue;
      const cost = step.cost + next.length + (heading === step.heading ? 0 : bend);
      open.push({ i: next.i, j: next.j, heading, cost, before: step });
    }
  }
  return best;
}

/** Of those that cost the same, the one that was found first. */
function takeCheapest(open: Step[]): Step {
  let at = 0;
  for (let k = 1; k < open.length; k += 1) if ((open[k] as Step).cost < (open[at] as Step).cost) at = k;
  return open.splice(at, 1)[0] as Step;
}

function opposite(heading: Heading): Heading {
  return HEADINGS[(HEADINGS.indexOf(heading) + 2) % 4] as Heading;
}

/** Without points that lie on the way between their neighbours. */
function withoutIdle(way: readonly Vec[]): Vec[] {
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
