// Which transaction wrote each entry last: what a returning client has missed is what was written after it left.
import type { ShapeId } from "@inkroom/shapes";

export class LastWrites {
  readonly #seqs = new Map<ShapeId, number>();

  /** The transaction at `seq` has touched these entries; later calls have higher seqs, per entry. */
  note(touched: Iterable<ShapeId>, seq: number): void {
    for (const id of touched) this.#seqs.set(id, seq);
  }

  /** 0 for an entry that was never written. */
  seqOf(id: ShapeId): number {
    return this.#seqs.get(id) ?? 0;
  }

  /** The entries that were written after `seq`, deleted ones too. O(entries of the board). */
  after(seq: number): readonly ShapeId[] {
    const ids: ShapeId[] = [];
    for (const [id, at] of this.#seqs) if (at > seq) ids.push(id);
    return ids;
  }
}
