// Strokes that are not done, as long as there is news of them. A tab that is gone leaves its stroke open for ever: after a
// while such a stroke is as still as any other shape.
import type { ShapeId } from "@inkroom/shapes";

/** A pen may rest this long on the paper and its stroke still counts as growing. */
const REST_MS = 3000;

export class GrowingStrokes {
  readonly #newsMs = new Map<ShapeId, number>();
  #isSettling = false;

  /** The strokes that grow, of those that are `undone`; `hasNews` tells of which something was heard since the last call. */
  ids(undone: ReadonlySet<ShapeId>, hasNews: (id: ShapeId) => boolean, nowMs: number): readonly ShapeId[] {
    for (const id of this.#newsMs.keys()) if (!undone.has(id)) this.#newsMs.delete(id);
    const growing: ShapeId[] = [];
    for (const id of undone) {
      const lastMs = hasNews(id) ? nowMs : (this.#newsMs.get(id) ?? nowMs);
      this.#newsMs.set(id, lastMs);
      if (nowMs - lastMs < REST_MS) growing.push(id);
    }
    this.#isSettling = growing.length > 0;
    return growing;
  }

  /** True while a stroke will come to rest by time alone. */
  get isSettling(): boolean {
    return this.#isSettling;
  }
}
