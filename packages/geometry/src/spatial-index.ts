// Which of many boxes meet a given one: an R-tree with the boxes known by id. The only place that knows rbush.
import RBush from "rbush";
import type { Box } from "./box.ts";

type Bounds = { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
type Item<Value> = Bounds & { value: Value };
/** Of rbush's tree. The items are the children of its leaves. */
type TreeNode = Bounds & { readonly leaf: boolean; readonly children: readonly Bounds[] };
/** `value` is what a search gives for the box. */
export type PlacedValue<Id, Value> = readonly [id: Id, box: Box, value: Value];

/** Boxes by id. Searching costs the logarithm of `size` plus the number of hits, and looks nothing up. */
export class SpatialIndex<Id, Value> {
  readonly #tree = new RBush<Item<Value>>();
  readonly #items = new Map<Id, Item<Value>>();

  get size(): number {
    return this.#items.size;
  }

  has(id: Id): boolean {
    return this.#items.has(id);
  }

  ids(): readonly Id[] {
    return [...this.#items.keys()];
  }

  boxOf(id: Id): Box | undefined {
    const item = this.#items.get(id);
    return item && { x: item.minX, y: item.minY, w: item.maxX - item.minX, h: item.maxY - item.minY };
  }

  /** Adds the box or moves it. */
  set(id: Id, box: Box, value: Value): void {
    this.setAll([[id, box, value]]);
  }

  /** As `set` for each, and much cheaper where many are new. */
  setAll(boxes: Iterable<PlacedValue<Id, Value>>): void {
    const last = new Map<Id, Item<Value>>();
    for (const [id, box, value] of boxes) last.set(id, toItem(box, value));
    const added: Item<Value>[] = [];
    for (const [id, item] of last) {
      const before = this.#items.get(id);
      if (before !== undefined) {
        if (isSamePlace(before, item)) {
          before.value = item.value;
          continue;
        }
        this.#tree.remove(before);
      }
      this.#items.set(id, item);
      added.push(item);
    }
    this.#tree.load(added);
  }

  /** Replaces everything; much cheaper than `set` one by one for many boxes. */
  load(boxes: Iterable<PlacedValue<Id, Value>>): void {
    this.clear();
    for (const [id, box, value] of boxes) this.#items.set(id, toItem(box, value));
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

  /** Does any box meet this one? */
  meets({ x, y, w, h }: Box): boolean {
    return this.#tree.collides({ minX: x, minY: y, maxX: x + w, maxY: y + h });
  }

  /** Do more than `most` boxes meet this one? Looks at hardly more of them than that. */
  meetsMoreThan({ x, y, w, h }: Box, most: number): boolean {
    const isMet = (one: Bounds): boolean => one.minX <= x + w && one.maxX >= x && one.minY <= y + h && one.maxY >= y;
    const open: TreeNode[] = [this.#tree.toJSON() as TreeNode]; // reason: typed as anything; it is what fromJSON takes
    let found = 0;
    for (let node = open.pop(); node !== undefined && found <= most; node = open.pop()) {
      const met = node.children.filter(isMet);
      if (node.leaf) found += met.length;
      else open.push(...(met as TreeNode[])); // reason: what is no leaf has nodes
    }
    return found > most;
  }

  clear(): void {
    this.#tree.clear();
    this.#items.clear();
  }

  /** The values of the boxes that meet `box` (touching counts), in no particular order. */
  search(box: Box): Value[] {
    return this.#tree.search({ minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h }).map(({ value }) => value);
  }
}

function toItem<Value>(box: Box, value: Value): Item<Value> {
  return { value, minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h };
}

function isSamePlace<Value>(a: Item<Value>, b: Item<Value>): boolean {
  return a.minX === b.minX && a.minY === b.minY && a.maxX === b.maxX && a.maxY === b.maxY;
}
