// How often the pointers of a crowd are painted: with each of them a whole layer is, in every frame in which one moves.

/** Up to so many moving pointers are painted in every frame, more of them in every second one. They are told of 20 times a second. */
const CROWD = 40;

export class CrowdPace {
  #isOwed = false;

  /** `moved`: pointers that are elsewhere than in the frame before. Gives whether this frame shows them; what it leaves out, the next one owes. */
  isDue(moved: number): boolean {
    const isDue = this.#isOwed || (moved > 0 && moved <= CROWD);
    this.#isOwed = !isDue && moved > 0;
    return isDue;
  }

  /** True while a frame has been left out. */
  get isOwed(): boolean {
    return this.#isOwed;
  }
}
