// Strokes under a remote pen as they look with their uncommitted points, as far as those are shown yet.
import { isSameList } from "@inkroom/model";
import { type DrawShape, firstPoints, pointsIn, type ShapeId } from "@inkroom/shapes";
import { DraftPace } from "./draft-pace.ts";
import type { DraftPort } from "./ports.ts";

type Merged = { readonly record: DrawShape; readonly tail: Uint8Array; readonly shape: DrawShape };

export class DraftMerge {
  readonly #drafts: DraftPort | undefined;
  readonly #pace = new DraftPace();
  /** The last result per stroke: the same object as long as nothing has changed, so that its path is kept. */
  readonly #merged = new Map<ShapeId, Merged>();

  constructor(drafts: DraftPort | undefined) {
    this.#drafts = drafts;
  }

  /** Goes on to a moment on any monotonic scale. True if strokes have more to show than before. */
  advance(nowMs: number): boolean {
    return this.#pace.advance(nowMs);
  }

  /** Are there points that are not on the board yet? */
  hasTail(id: ShapeId): boolean {
    return (this.#drafts?.get(id)?.length ?? 0) > 0;
  }

  /** The record with the part of its tail that is shown; the record itself where there is none or the stroke is done. */
  withTail(record: DrawShape): DrawShape {
    const tail = record.done ? undefined : this.#shownTail(record);
    if (tail === undefined || tail.length === 0) {
      this.#merged.delete(record.id);
      return record;
    }
    const known = this.#merged.get(record.id);
    if (known?.record === record && isSameList(known.tail, tail)) return known.shape;
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
    this.#pace.keepOnly(ids);
  }

  #shownTail({ id, count, pressure }: DrawShape): Uint8Array | undefined {
    const tail = this.#drafts?.get(id);
    const waiting = tail === undefined ? 0 : (pointsIn(tail, pressure) ?? 0);
    // What is committed is shown whatever the pace.
    const shown = this.#pace.shown(id, count + waiting) - count;
    return tail === undefined || shown <= 0 ? undefined : firstPoints(tail, shown, pressure);
  }
}
