// Repeatable randomness: a multiply-with-xorshift generator of 32 bits. For simulations only.

export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0;
  }

  /** A whole number from 0 to `sides` - 1. */
  roll(sides: number): number {
    let x = (this.#state = (this.#state + 0x6d2b79f5) >>> 0);
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) % sides;
  }

  /** True in `percent` of 100 throws. */
  chance(percent: number): boolean {
    return this.roll(100) < percent;
  }
}
