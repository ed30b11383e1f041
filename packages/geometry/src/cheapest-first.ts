// A queue of numbers that gives the one of the lowest cost first; of those that cost the same, the one that was put in first.

export class CheapestFirst {
  /** A binary heap, by its three columns. */
  readonly #costs: number[] = [];
  readonly #orders: number[] = [];
  readonly #values: number[] = [];
  #count = 0;

  push(value: number, cost: number): void {
    const order = this.#count++;
    let at = this.#values.length;
    for (let up = (at - 1) >> 1; at > 0 && cost < (this.#costs[up] as number); up = (at - 1) >> 1) {
      this.#copy(up, at);
      at = up;
    }
    this.#put(at, cost, order, value);
  }

  /** Undefined where there is none left. */
  pop(): number | undefined {
    const top = this.#values[0];
    const [cost, order, value] = [this.#costs.pop(), this.#orders.pop(), this.#values.pop()];
    if (cost === undefined || order === undefined || value === undefined || this.#values.length === 0) return top;
    let at = 0;
    for (let down = 1; down < this.#values.length; down = 2 * at + 1) {
      if (down + 1 < this.#values.length && this.#isBefore(this.#costs[down + 1] as number, this.#orders[down + 1] as number, down))
        down += 1;
      if (this.#isBefore(cost, order, down)) break;
      this.#copy(down, at);
      at = down;
    }
    this.#put(at, cost, order, value);
    return top;
  }

  #isBefore(cost: number, order: number, other: number): boolean {
    const than = this.#costs[other] as number;
    return cost < than || (cost === than && order < (this.#orders[other] as number));
  }

  #copy(from: number, to: number): void {
    this.#put(to, this.#costs[from] as number, this.#orders[from] as number, this.#values[from] as number);
  }

  #put(at: number, cost: number, order: number, value: number): void {
    this.#costs[at] = cost;
    this.#orders[at] = order;
    this.#values[at] = value;
  }
}
