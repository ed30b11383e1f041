// Where remote cursors are between the updates that say where they went: each follows its target on a critically damped
// spring, which is smooth at any rate of updates and the same at any frame rate.
import type { Vec } from "@inkroom/geometry";

type Moving = { at: Vec; velocity: Vec; target: Vec };

/** Stiffness, 1/s: half of a jump is made after about 60 ms, nine tenths after 140 ms. */
const STIFFNESS = 28;
/** A cursor this near to its target has arrived: page units at 100 % zoom. */
const NEAR = 0.05;
/** The longest step taken at once: after a pause the motion goes on, it does not jump. */
const MAX_STEP_MS = 64;

export class CursorMotion {
  readonly #cursors = new Map<number, Moving>();
  /** True: cursors are simply where they were last reported. For people who asked for less motion. */
  readonly #isStill: boolean;
  /** Cursors that came, went or jumped since the last step. */
  #changed = 0;

  constructor(options: { readonly still?: boolean } = {}) {
    this.#isStill = options.still ?? false;
  }

  /** Takes over all cursors that there are, by peer; page space. New ones appear in place, missing ones go. */
  setTargets(targets: ReadonlyMap<number, Vec>): void {
    for (const peer of this.#cursors.keys()) if (!targets.has(peer) && this.#cursors.delete(peer)) this.#changed += 1;
    for (const [peer, target] of targets) {
      const known = this.#cursors.get(peer);
      if (known !== undefined && (!this.#isStill || known.target === target)) known.target = target;
      else {
        this.#cursors.set(peer, { at: target, velocity: { x: 0, y: 0 }, target });
        this.#changed += 1;
      }
    }
  }

  at(peer: number): Vec | undefined {
    return this.#cursors.get(peer)?.at;
  }

  /** Moves on by some time. Gives how many cursors are elsewhere than they were after the last step. `zoom` sets what counts as arrived. */
  step(deltaMs: number, zoom: number): number {
    const seconds = Math.min(MAX_STEP_MS, Math.max(0, deltaMs)) / 1000;
    let moved = this.#changed;
    this.#changed = 0;
    for (const cursor of this.#cursors.values()) {
      if (cursor.at === cursor.target) continue;
      moved += 1;
      if (isArrived(cursor, zoom)) {
        cursor.at = cursor.target;
        cursor.velocity = { x: 0, y: 0 };
        continue;
      }
      const x = spring(cursor.at.x - cursor.target.x, cursor.velocity.x, seconds);
      const y = spring(cursor.at.y - cursor.target.y, cursor.velocity.y, seconds);
      cursor.at = { x: cursor.target.x + x.offset, y: cursor.target.y + y.offset };
      cursor.velocity = { x: x.velocity, y: y.velocity };
    }
    return moved;
  }
}

function isArrived({ at, velocity, target }: Moving, zoom: number): boolean {
  const near = NEAR / zoom;
  return Math.hypot(at.x - target.x, at.y - target.y) < near && Math.hypot(velocity.x, velocity.y) < near * STIFFNESS;
}

/** The exact course of a critically damped spring that rests at 0. */
function spring(offset: number, velocity: number, seconds: number): { readonly offset: number; readonly velocity: number } {
  const decay = Math.exp(-STIFFNESS * seconds);
  const slope = velocity + STIFFNESS * offset;
  return { offset: (offset + slope * seconds) * decay, velocity: (velocity - STIFFNESS * slope * seconds) * decay };
}
