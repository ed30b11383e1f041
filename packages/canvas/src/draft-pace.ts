// How much of a stroke under a remote pen is shown at a moment. Points come in bunches, one every few frames; shown as they
// come the stroke would grow in jerks. Each bunch is spread over about the time until the next one.
import type { ShapeId } from "@inkroom/shapes";

/** Time over which what has come is shown, ms: the time between two frames of drafts, and a little for what delays them. */
const SPREAD_MS = 40;

type Pace = { /** Points, a fraction of the next one included. */ shown: number; total: number; perMs: number };

export class DraftPace {
  readonly #paces = new Map<ShapeId, Pace>();
  #lastMs: number | undefined;

  /** Points of a stroke to be shown now, of the `total` that have come. What is there at first sight is shown at once. */
  shown(id: ShapeId, total: number): number {
    const pace = this.#paces.get(id);
    if (pace === undefined) {
      this.#paces.set(id, { shown: total, total, perMs: 0 });
      return total;
    }
    if (total !== pace.total) {
      pace.total = total;
      pace.shown = Math.min(pace.shown, total);
      pace.perMs = (total - pace.shown) / SPREAD_MS;
    }
    return Math.floor(pace.shown);
  }

  /** Goes on to a moment on any monotonic scale. True if strokes have more points to show than before. */
  advance(nowMs: number): boolean {
    const passedMs = nowMs - (this.#lastMs ?? nowMs);
    this.#lastMs = nowMs;
    let hasGrown = false;
    for (const pace of this.#paces.values()) {
      const before = Math.floor(pace.shown);
      pace.shown = Math.min(pace.total, pace.shown + pace.perMs * passedMs);
      if (Math.floor(pace.shown) > before) hasGrown = true;
    }
    return hasGrown;
  }

  /** Lets go of all strokes but these. */
  keepOnly(ids: ReadonlySet<ShapeId>): void {
    for (const id of this.#paces.keys()) if (!ids.has(id)) this.#paces.delete(id);
  }
}
