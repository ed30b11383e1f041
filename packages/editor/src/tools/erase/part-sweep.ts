// What an eraser of parts has taken so far in one sweep: what is left of each stroke it touched, as it looks and as ops.
import { boxBetween, expandBox, type Vec } from "@inkroom/geometry";
import type { Op } from "@inkroom/model";
import { type DrawShape, eraseFromRanges, type KeptRange, type Shape, type ShapeId, strokesOfRanges, wholeRange } from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import { isOutOfReach } from "../../locks.ts";

export class PartSweep {
  readonly #context: Pick<EditorContext, "index" | "store" | "newId">;
  /** What is left of the strokes that were touched. */
  readonly #left = new Map<ShapeId, readonly KeptRange[]>();

  constructor(context: Pick<EditorContext, "index" | "store" | "newId">) {
    this.#context = context;
  }

  has(id: ShapeId): boolean {
    return this.#left.has(id);
  }

  /** Takes what lies within `radius` of the way, page units. True if anything did. */
  erase(way: { readonly from: Vec; readonly to: Vec; readonly radius: number }): boolean {
    let isChanged = false;
    for (const shape of this.#context.index.near(expandBox(boxBetween(way.from, way.to), way.radius))) {
      // What somebody is still drawing is theirs.
      if (shape.kind !== "draw" || !shape.done || isOutOfReach(this.#context.store.view, shape)) continue;
      const before = this.#left.get(shape.id) ?? wholeRange(shape);
      const after = eraseFromRanges(shape, before, way);
      if (after === before) continue;
      this.#left.set(shape.id, after);
      isChanged = true;
    }
    return isChanged;
  }

  /** The first piece is shown in the stroke's place; a stroke that is gone is shown without a point. */
  preview(): ReadonlyMap<ShapeId, Shape> {
    const shown = new Map<ShapeId, Shape>();
    for (const [shape, ranges] of this.#strokes()) {
      const { id } = shape;
      let made = 0;
      // No shape of a board has such an id.
      const pieces = strokesOfRanges(shape, ranges, () => (made++ === 0 ? id : `${id}~${made}`));
      for (const piece of pieces) shown.set(piece.id, piece);
      if (pieces.length === 0) shown.set(id, { ...shape, points: new Uint8Array(), count: 0 });
    }
    return shown;
  }

  /** Puts the pieces in the place of the strokes. The pieces first: wherever a list that is too long is cut, nothing is lost. */
  ops(): readonly Op[] {
    return this.#strokes().flatMap(([shape, ranges]): Op[] => [
      ...strokesOfRanges(shape, ranges, this.#context.newId).map((piece): Op => ({ op: "add", shape: piece })),
      { op: "del", ids: [shape.id] },
    ]);
  }

  /** The touched strokes that are still on the board, as they are now. */
  #strokes(): readonly (readonly [DrawShape, readonly KeptRange[]])[] {
    return [...this.#left].flatMap(([id, ranges]) => {
      const shape = this.#context.store.view.get(id);
      return shape?.kind === "draw" ? [[shape, ranges] as const] : [];
    });
  }
}
