// The cheapest ways over a grid, by their length and what their corners are worth. Only sums and comparisons: the same grid gives the
// same ways on every machine.
import { CheapestFirst } from "./cheapest-first.ts";
import type { ElbowGrid } from "./elbow-grid.ts";
import type { ElbowLine } from "./elbow-route.ts";
import type { Vec } from "./vec.ts";

/** A corner on a line that is given is worth so much of another one, so that a way turns there rather than elsewhere. */
const GIVEN_SHARE = 0.75;
/** To cross a given line without running on it costs so many corners: it is done where the way would have to step aside and back. */
const CROSSED_BENDS = 3;

/** Lengths are measured in parts of a unit, of which sums are exact: ways that are as long cost as much, whatever the order of their pieces. */
const PARTS = 1_024;
const measured = (length: number): number => Math.round(length * PARTS) / PARTS;

/**
 * The crossings of each of the cheapest ways from a door of the start to one of the end, on all given lines in their order: all that
 * cost the same, the next one looked for when it is asked for; none where there is no way.
 */
export function* searchWays(grid: ElbowGrid, lines: readonly ElbowLine[], bend: number): Iterable<Vec[]> {
  const search = new Search(grid, lines, measured(bend));
  for (const { i, j, heading, length } of grid.starts) search.reach(search.stateOf(i, j, heading, 0), measured(length), -1);
  for (const last of search.run()) yield* search.waysTo(last);
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
  /** The lines of the grid, as lengths are measured. */
  readonly #xs: readonly number[];
  readonly #ys: readonly number[];
  /** By state: what it costs to get there, from which one, and from which other ones for as much. */
  readonly #costs: Float64Array;
  readonly #from: Int32Array;
  readonly #tiedFrom = new Map<number, number[]>();
  readonly #open = new CheapestFirst();

  constructor(grid: ElbowGrid, lines: readonly ElbowLine[], bend: number) {
    this.#grid = grid;
    this.#lines = lines;
    this.#bend = bend;
    this.#xs = grid.xs.map(measured);
    this.#ys = grid.ys.map(measured);
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
    const known = this.#costs[state] as number;
    if (cost === known) this.#tiedFrom.set(state, [...(this.#tiedFrom.get(state) ?? []), from]);
    if (cost >= known) return;
    this.#costs[state] = cost;
    this.#from[state] = from;
    this.#tiedFrom.delete(state);
    this.#open.push(state, cost);
  }

  /** The last states of all of the cheapest ways. */
  run(): readonly number[] {
    const { xs, ys } = this.#grid;
    const done = new Uint8Array(this.#costs.length);
    let [best, bestCost]: [number[], number] = [[], Infinity];
    for (let state = this.#open.pop(); state !== undefined; state = this.#open.pop()) {
      const cost = this.#costs[state] as number;
      if (cost > bestCost) break;
      if (done[state] === 1) continue;
      done[state] = 1;
      const heading = state % 4;
      const i = (state >> 2) % xs.length;
      const row = Math.floor((state >> 2) / xs.length);
      const [j, phase] = [row % ys.length, Math.floor(row / ys.length)];
      if (phase < this.#lastPhase) this.#goOnto(state, i, j, heading, phase);
      else {
        const whole = cost + this.#costOfEnd(i, j, heading);
        if (whole < bestCost) [best, bestCost] = [[], whole];
        if (whole === bestCost) best.push(state);
      }
      for (let next = 0; next < 4; next += 1)
        if (next !== (heading + 2) % 4) this.#go(state, i, j, next, phase, next === heading ? 0 : this.#bend);
    }
    return best;
  }

  /** What it costs from a crossing to the end; infinite where there is no door. */
  #costOfEnd(i: number, j: number, heading: number): number {
    const doors = this.#grid.ends.filter((door) => door.i === i && door.j === j && door.heading !== (heading + 2) % 4);
    return Math.min(...doors.map((door) => measured(door.length) + (door.heading === heading ? 0 : this.#bend)));
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
    const [xs, ys] = [this.#xs, this.#ys];
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

  /** The crossings of each of the cheapest ways to a state. */
  *waysTo(state: number, behind: readonly Vec[] = []): Iterable<Vec[]> {
    const { xs, ys } = this.#grid;
    const crossing = state >> 2;
    const way = [{ x: xs[crossing % xs.length] as number, y: ys[Math.floor(crossing / xs.length) % ys.length] as number }, ...behind];
    for (const before of [this.#from[state] as number, ...(this.#tiedFrom.get(state) ?? [])])
      if (before < 0) yield way;
      else yield* this.waysTo(before, way);
  }
}
