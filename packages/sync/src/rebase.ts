// Putting the own pending transactions on top of a base that has moved.
import { applyTxn, type Board, type Entry, type Txn } from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";
import { sameEntry } from "./same-entry.ts";

/**
 * Makes `view` what `base` is for the ids of `reset`, then applies `txns` on top; these may write entries of `reset` only.
 * Returns the ids whose entry is another one than before. An entry that comes out equal stays the same object.
 */
export function rebase(base: Board, view: Board, reset: ReadonlySet<ShapeId>, txns: Iterable<Txn>): ReadonlySet<ShapeId> {
  const before = new Map<ShapeId, Entry | undefined>();
  for (const id of reset) {
    before.set(id, view.record(id));
    const entry = base.record(id);
    if (entry === undefined) view.forget(id);
    else view.put(entry);
  }
  for (const txn of txns) applyTxn(view, txn);
  const changed = new Set<ShapeId>();
  for (const [id, old] of before) if (!settle(base, view, id, old)) changed.add(id);
  return changed;
}

/** True where the entry is what it was; its old object is then put back, in the base too if that has the same. */
function settle(base: Board, view: Board, id: ShapeId, old: Entry | undefined): boolean {
  const now = view.record(id);
  if (!sameEntry(old, now)) return false;
  if (old === undefined || old === now) return true;
  if (base.record(id) === now) base.put(old);
  view.put(old);
  return true;
}
