// The place of each shape in the stack as a number, so that sorting what is in view compares numbers, not strings.
import { compareShapes, type Shape, type ShapeId } from "@inkroom/shapes";

/** Ranking everything anew costs about as much as sorting this share of all, one in so many, by comparing one with another. */
const FEW = 16;

export class StackOrder {
  readonly #ranks = new Map<ShapeId, number>();
  readonly #shapes = new Map<ShapeId, Shape>();
  #top: Shape | undefined;
  #isStale = false;
  /** Items sorted without ranks since these are stale: what they would have been worth. */
  #sorted = 0;

  /** A new or edited shape. Constant time for a new topmost shape and for edits that leave the place alone. */
  set(shape: Shape): void {
    const before = this.#shapes.get(shape.id);
    this.#shapes.set(shape.id, shape);
    if (before !== undefined) {
      if (before.index !== shape.index) this.#isStale = true;
      return;
    }
    if (!this.#isStale && (this.#top === undefined || compareShapes(shape, this.#top) > 0)) {
      this.#ranks.set(shape.id, this.#ranks.size === 0 ? 0 : this.#topRank() + 1);
      this.#top = shape;
    } else {
      this.#isStale = true;
    }
  }

  delete(id: ShapeId): void {
    this.#shapes.delete(id);
    // The rank of a deleted topmost shape stays as the number that the next one has to exceed.
    if (this.#top?.id !== id) this.#ranks.delete(id);
  }

  clear(): void {
    this.#shapes.clear();
    this.#ranks.clear();
    this.#top = undefined;
    this.#isStale = false;
  }

  /** Sorts in place, bottom first. All of them must have been `set`. */
  sort<T>(items: T[], shapeOf: (item: T) => Shape): T[] {
    if (this.#isStale && (this.#sorted + items.length) * FEW < this.#shapes.size) {
      this.#sorted += items.length;
      return items.sort((a, b) => compareShapes(shapeOf(a), shapeOf(b)));
    }
    if (this.#isStale) this.#rebuild();
    const ranked = items.map((item) => ({ item, rank: this.#ranks.get(shapeOf(item).id) ?? 0 })).sort((a, b) => a.rank - b.rank);
    for (const [at, { item }] of ranked.entries()) items[at] = item;
    return items;
  }

  #topRank(): number {
    return (this.#top && this.#ranks.get(this.#top.id)) ?? 0;
  }

  #rebuild(): void {
    const sorted = [...this.#shapes.values()].sort(compareShapes);
    this.#ranks.clear();
    for (const [rank, shape] of sorted.entries()) this.#ranks.set(shape.id, rank);
    this.#top = sorted.at(-1);
    this.#isStale = false;
    this.#sorted = 0;
  }
}
