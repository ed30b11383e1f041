// Shapes that are being edited again and again: dragged by someone else, or under a slider. They are painted on the live
// layer until they have rested, so that a drag is not one redraw of the board per message.
import type { ShapeId } from "@inkroom/shapes";

/** Edits that follow each other within this time are one motion. */
const REST_MS = 400;

export class WarmShapes {
  readonly #edits = new Map<ShapeId, { lastMs: number; count: number }>();

  /** Notes an edit of a shape that was on the board before. */
  note(id: ShapeId, nowMs: number): void {
    const edit = this.#edits.get(id);
    if (edit === undefined || nowMs - edit.lastMs >= REST_MS) this.#edits.set(id, { lastMs: nowMs, count: 1 });
    else Object.assign(edit, { lastMs: nowMs, count: edit.count + 1 });
  }

  /** Shapes in motion: edited twice, and not yet at rest. Forgets the ones that are. */
  ids(nowMs: number): readonly ShapeId[] {
    for (const [id, { lastMs }] of this.#edits) if (nowMs - lastMs >= REST_MS) this.#edits.delete(id);
    return [...this.#edits].filter(([, { count }]) => count > 1).map(([id]) => id);
  }

  has(id: ShapeId): boolean {
    return this.#edits.has(id);
  }
}
