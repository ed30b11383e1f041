// The cheapest way over a grid: as few corners as can be, then as short as can be. Only sums and comparisons: the same grid gives the
// same way on every machine.
import { CheapestFirst } from "./cheapest-first.ts";
import type { ElbowGrid } from "./elbow-grid.ts";
import type { ElbowLine } from "./elbow-route.ts";
import type { Vec } from "./vec.ts";

/** A corner on a line that is given is worth so much of another one, so that a way turns there rather than elsewhere. */
const GIVEN_SHARE = 0.75;
/** To cross a given line without running on it costs so many corners: it is done where the way would have to step aside and back. */
const CROSSED_BENDS = 3;

/** The crossings of the cheapest way from a door of the start to one of the end, on all given lines in their order; undefined where there is none. */
export function searchWay(grid: ElbowGrid, lines: readonly ElbowLine[], bend: number): Vec[] | undefined {
  const search = new Search(grid, lines, bend);
  for (const { i, j, heading } of grid.starts) search.reach(search.stateOf(i, j, heading, 0), 0, -1);
  return search.run();
}

/**
 * A state is a crossing, the heading it was come upon by, and how far along the given lines the way is (`phase`: 0 before the first of
 * them, k on the k-th, one more than there are behind the last), in one number.
 */
class Search {
  readonly #grid: ElbowGrid;
  readonly #lines: readonly ElbowLine[];
  readonly #bend: number;
  readonly #lastPhase: number;
  /** By state: what it costs to get there, and from which one. */
  readonly #costs: Float64Array;
  readonly #from: Int32Array;
  readonly #open = new CheapestFirst();

  constructor(grid: ElbowGrid, lines: readonly ElbowLine[], bend: number) {
    this.#grid = grid;
    this.#lines = lines;
    this.#bend = bend;
    this.#lastPhase = lines.length === 0 ? 0 : lines.length + 1;
    const states = grid.xs.length * grid.ys.length * 4 * (this.#lastPhase + 1);
    this.#costs = new Float64Array(states).fill(Infinity);
    this.#from = new Int32Array(states);
  }

  stateOf(i: number, j: number, heading: number, phase: number): number {
    const { xs, ys } = this.#grid;
    return ((phase * ys.length + j) * xs.length + i) * 4 + heading;
  }

  reach(state: number, cost: number, from: number): void {
    if (cost >= (this.#costs[state] as number)) return;
    this.#costs[state] = cost;
    this.#from[state] = from;
    this.#open.push(state, cost);
  }

  run(): Vec[] | undefined {
    const { xs, ys, ends } = this.#grid;
    const done = new Uint8Array(this.#costs.length);
    let [best, bestCost] = [-1, Infinity];
    for (let state = this.#open.pop(); state !== undefined; state = this.#open.pop()) {
      const cost = this.#costs[state] as number;
      if (cost >= bestCost) break;
      if (done[state] === 1) continue;
      done[state] = 1;
      const heading = state % 4;
      const i = (state >> 2) % xs.length;
      const row = Math.floor((state >> 2) / xs.length);
      const [j, phase] = [row % ys.length, Math.floor(row / ys.length)];
      if (phase < this.#lastPhase) this.#goOnto(state, i, j, heading, phase);
      else
        for (const door of ends) {
          if (door.i !== i || door.j !== j || door.heading === (heading + 2) % 4) continue;
          const whole = cost + (door.heading === heading ? 0 : this.#bend);
          if (whole < bestCost) [best, bestCost] = [state, whole];
        }
      for (let next = 0; next < 4; next += 1)
        if (next !== (heading + 2) % 4) this.#go(state, i, j, next, phase, next === heading ? 0 : this.#bend);
    }
    return best < 0 ? undefined : this.#wayTo(best);
  }

  /** Where the next given line is, or behind the last one anywhere on it, the way is on it, or behind it. */
  #goOnto(state: number, i: number, j: number, heading: number, phase: number): void {
    const next = this.#lines[phase];
    if (next !== undefined && next.at !== (next.axis === "x" ? this.#grid.xs[i] : this.#grid.ys[j])) return;
    const isCrossed = phase > 0 && (this.#lines[phase - 1]?.axis === "x") !== (heading % 2 === 0);
    const cost = (this.#costs[state] as number) + (isCrossed ? this.#bend * CROSSED_BENDS : 0);
    this.reach(this.stateOf(i, j, heading, phase + 1), cost, state);
  }

  /** One piece on, straight or round a corner that costs `bend`. */
  #go(state: number, i: number, j: number, heading: number, phase: number, bend: number): void {
    const { xs, ys } = this.#grid;
    const isAcross = heading % 2 === 1;
    const toI = i + (heading === 1 ? 1 : heading === 3 ? -1 : 0);
    const toJ = j + (heading === 2 ? 1 : heading === 0 ? -1 : 0);
    const [x, y] = [xs[toI], ys[toJ]];
    if (x === undefined || y === undefined) return;
    const given = phase < this.#lastPhase ? this.#lines[phase - 1] : undefined;
    // On a given line the way is held to it, and goes through whatever lies there.
    if (given === undefined ? this.#grid.isWalled(Math.min(i, toI), Math.min(j, toJ), isAcross) : (given.axis === "x") === isAcross) return;
    const length = Math.abs(x - (xs[i] as number)) + Math.abs(y - (ys[j] as number));
    const cost = (this.#costs[state] as number) + length + (given === undefined ? bend : bend * GIVEN_SHARE);
    this.reach(this.stateOf(toI, toJ, heading, phase), cost, state);
  }

  #wayTo(last: number): Vec[] {
    const { xs, ys } = this.#grid;
    const way: Vec[] = [];
    for (let state = last; state >= 0; state = this.#from[state] as number) {
      const crossing = state >> 2;
      way.push({ x: xs[crossing % xs.length] as number, y: ys[Math.floor(crossing / xs.length) % ys.length] as number });
    }
    return way.reverse();
  }
}
