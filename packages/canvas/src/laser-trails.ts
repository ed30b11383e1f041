// The trails that lasers leave: where each has been lately. They thin out from their end and are gone soon after the
// laser is off; nothing of them is on the board.
import type { Vec } from "@inkroom/geometry";

type Spot = Vec & { readonly ms: number };
/** One press: spots in the order of time. */
type Trail = { readonly spots: Spot[]; isOn: boolean };

/** A spot is as broad as the laser for so long, ms, and then thins out within the fade. */
export const LASER_STAY_MS = 1_200;
export const LASER_FADE_MS = 500;

/** A stretch of a trail; `share` of the laser's full width, 0..1. */
export type TrailPart = { readonly from: Vec; readonly to: Vec; readonly share: number };

export class LaserTrails<Who> {
  readonly #trails = new Map<Who, Trail[]>();

  /** The laser of `who` is at these places, one after the other; page space. */
  shine(who: Who, places: readonly Vec[], nowMs: number): void {
    const trails = this.#trails.get(who) ?? [];
    this.#trails.set(who, trails);
    let trail = trails.at(-1);
    if (trail === undefined || !trail.isOn) trails.push((trail = { spots: [], isOn: true }));
    for (const { x, y } of places) {
      const last = trail.spots.at(-1);
      // Resting, it stays bright where it is.
      if (last?.x === x && last.y === y) trail.spots.pop();
      trail.spots.push({ x, y, ms: nowMs });
    }
  }

  /** The laser of everyone but these is off; what it has left fades. */
  keepOn(who: ReadonlySet<Who>): void {
    for (const [each, trails] of this.#trails) {
      const last = trails.at(-1);
      if (last !== undefined && !who.has(each)) last.isOn = false;
    }
  }

  /** Drops what has faded. True while something is left to be seen. */
  step(nowMs: number): boolean {
    for (const [who, trails] of this.#trails) {
      for (const trail of trails) {
        const firstSeen = trail.spots.findIndex(({ ms }) => shareAt(nowMs - ms) > 0);
        trail.spots.splice(0, firstSeen < 0 ? trail.spots.length : firstSeen);
      }
      const left = trails.filter(({ spots }) => spots.length > 0);
      if (left.length === 0) this.#trails.delete(who);
      else this.#trails.set(who, left);
    }
    return this.#trails.size > 0;
  }

  /** What is to be painted of `who`, oldest first. A spot without a way is a part of no length. */
  parts(who: Who, nowMs: number): readonly TrailPart[] {
    return (this.#trails.get(who) ?? []).flatMap(({ spots }) =>
      spots.map((to, i): TrailPart => ({ from: spots[i - 1] ?? to, to, share: shareAt(nowMs - to.ms) })),
    );
  }

  /** Those of whom something is to be seen. */
  get seen(): Iterable<Who> {
    return this.#trails.keys();
  }
}

function shareAt(ageMs: number): number {
  return Math.min(1, Math.max(0, (LASER_STAY_MS + LASER_FADE_MS - ageMs) / LASER_FADE_MS));
}
