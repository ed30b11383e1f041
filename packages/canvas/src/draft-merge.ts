// Strokes under a remote pen as they look with their uncommitted points.
import type { DrawShape, ShapeId } from "@inkroom/shapes";
import type { DraftPort } from "./ports.ts";

export class DraftMerge {
  readonly #drafts: DraftPort | undefined;
  /** The last result per stroke: the same object as long as nothing has changed, so that its path is kept. */
  readonly #merged = new Map<ShapeId, { readonly record: DrawShape; readonly tail: Uint8Array; readonly shape: DrawShape }>();

  constructor(drafts: DraftPort | undefined) {
    this.#drafts = drafts;
  }

  /** Are there points that are not on the board yet? */
  hasTail(id: ShapeId): boolean {
    return (this.#drafts?.get(id)?.length ?? 0) > 0;
  }

  /** The record with its tail; the record itself where there is none or the stroke is done. */
  withTail(record: DrawShape): DrawShape {
    const tail = record.done ? undefined : this.#drafts?.get(record.id);
    if (tail === undefined || tail.length === 0) {
      this.#merged.delete(record.id);
      return record;
    }
    const known = this.#merged.get(record.id);
    if (known?.record === record && isSameBytes(known.tail, tail)) return known.shape;
    const points = new Uint8Array(record.points.length + tail.length);
    points.set(record.points);
    points.set(tail, record.points.length);
    const shape = { ...record, points };
    this.#merged.set(record.id, { record, tail, shape });
    return shape;
  }

  /** Lets go of all strokes but these. */
  keepOnly(ids: ReadonlySet<ShapeId>): void {
    for (const id of this.#merged.keys()) if (!ids.has(id)) this.#merged.delete(id);
  }
}

function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && a.every((byte, i) => byte === b[i]));
}
