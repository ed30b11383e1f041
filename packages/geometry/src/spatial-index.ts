// Which of many boxes meet a given one: an R-tree with the boxes known by id. The only place that knows rbush.
import RBush from "rbush";
import type { Box } from "./box.ts";

type Item<Id> = { readonly id: Id; readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };

/** Boxes by id. Searching costs the logarithm of `size` plus the number of hits. */
export class SpatialIndex<Id> {
  readonly #tree = new RBush<Item<Id>>();
  readonly #items = new Map<Id, Item<Id>>();

  get size(): number {
    return this.#items.size;
  }

  has(id: Id): boolean {
    return this.#items.has(id);
  }

  boxOf(id: Id): Box | undefined {
    const item = this.#items.get(id);
    return item && { x: item.minX, y: item.minY, w: item.maxX - item.minX, h: item.maxY - item.minY };
  }

  /** Adds the box or moves it. */
  set(id: Id, box: Box): void {
    this.setAll([[id, box]]);
  }

  /** As `set` for each, and much cheaper where many are new. */
  setAll(boxes: Iterable<readonly [Id, Box]>): void {
    const added: Item<Id>[] = [];
    for (const [id, box] of new Map(boxes)) {
      const before = this.#items.get(id);
      const item = toItem(id, box);
      if (before !== undefined) {
        if (isSameItem(before, item)) continue;
        this.#tree.remove(before);
      }
      this.#items.set(id, item);
      added.push(item);
    }
    this.#tree.load(added);
  }

  /** Replaces everything; much cheaper than `set` one by one for many boxes. */
  load(boxes: Iterable<readonly [Id, Box]>): void {
    this.clear();
    for (const [id, box] of boxes) this.#items.set(id, toItem(id, box));
    this.#tree.load([...this.#items.values()]);
  }

  /** Gives whether the id was known. */
  delete(id: Id): boolean {
    const item = this.#items.get(id);
    if (item === undefined) return false;
    this.#items.delete(id);
    this.#tree.remove(item);
    return true;
  }

  clear(): void {
    this.#tree.clear();
    this.#items.clear();
  }

  /** Ids of the boxes that meet `box` (touching counts), in no particular order. */
  search(box: Box): Id[] {
    return this.#tree.search({ minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h }).map((item) => item.id);
  }
}

function toItem<Id>(id: Id, box: Box): Item<Id> {
  return { id, minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h };
}

function isSameItem<Id>(a: Item<Id>, b: Item<Id>): boolean {
  return a.minX === b.minX && a.minY === b.minY && a.maxX === b.maxX && a.maxY === b.maxY;
}
