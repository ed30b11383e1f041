// Sets of ids by id: what lies in a shape, or hangs on it.
import type { ShapeId } from "@inkroom/shapes";

const NONE: ReadonlySet<ShapeId> = new Set();

export class IdSets {
  readonly #sets = new Map<ShapeId, Set<ShapeId>>();

  get isEmpty(): boolean {
    return this.#sets.size === 0;
  }

  /** Empty where nothing was added under `id`. */
  get(id: ShapeId): ReadonlySet<ShapeId> {
    return this.#sets.get(id) ?? NONE;
  }

  add(id: ShapeId, member: ShapeId): void {
    const set = this.#sets.get(id);
    if (set === undefined) this.#sets.set(id, new Set([member]));
    else set.add(member);
  }

  delete(id: ShapeId, member: ShapeId): void {
    const set = this.#sets.get(id);
    set?.delete(member);
    if (set?.size === 0) this.#sets.delete(id);
  }

  clear(): void {
    this.#sets.clear();
  }
}

/** What has changed, with what goes with it; the same set where nothing does. */
export function withRelated(touched: ReadonlySet<ShapeId>, relatedTo: (id: ShapeId) => Iterable<ShapeId>): ReadonlySet<ShapeId> {
  let all: Set<ShapeId> | undefined;
  for (const id of touched) {
    for (const related of relatedTo(id)) {
      all ??= new Set(touched);
      all.add(related);
    }
  }
  return all ?? touched;
}
