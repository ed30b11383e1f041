// What of a drawing could not be carried over as it was, counted by what it is.

export type LossName = "image" | "embed" | "unknown" | "broken" | "link" | "group" | "label" | "letters" | "color" | "head";
export type Losses = ReadonlyMap<LossName, number>;

export class LossCount {
  readonly #counts = new Map<LossName, number>();

  note(name: LossName, count = 1): void {
    if (count > 0) this.#counts.set(name, (this.#counts.get(name) ?? 0) + count);
  }

  get counts(): Losses {
    return this.#counts;
  }
}
