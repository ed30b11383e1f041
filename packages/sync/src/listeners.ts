// A set of callbacks. Those added or removed while it is being called count from the next call on.

export class Listeners<Value> {
  readonly #all = new Set<(value: Value) => void>();

  /** Returns the function that takes it out again. */
  add(listener: (value: Value) => void): () => void {
    // A wrapper of its own, so that adding one function twice means two calls and two removals.
    const own = (value: Value): void => listener(value);
    this.#all.add(own);
    return () => {
      this.#all.delete(own);
    };
  }

  call(value: Value): void {
    for (const listener of [...this.#all]) listener(value);
  }
}
