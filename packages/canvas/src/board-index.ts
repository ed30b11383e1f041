// Which of the store's shapes are where, in which order, and which are still being drawn. Kept up to date by the ids
// that changes name.
import { type Box, type PlacedValue, SpatialIndex } from "@inkroom/geometry";
import type { BoardChange, BoardView } from "@inkroom/model";
import { pageBounds, type Shape, type ShapeId } from "@inkroom/shapes";
import { StackOrder } from "./stack-order.ts";

export class BoardIndex {
  readonly #view: BoardView;
  readonly #boxes = new SpatialIndex<ShapeId, Shape>();
  readonly #undone = new Set<ShapeId>();
  readonly order = new StackOrder();

  constructor(view: BoardView) {
    this.#view = view;
    this.#reload();
  }

  /** Strokes that are still growing. */
  get undone(): ReadonlySet<ShapeId> {
    return this.#undone;
  }

  note(change: BoardChange): void {
    if (change.origin === "reset") {
      this.#reload();
      return;
    }
    const boxes: PlacedValue<ShapeId, Shape>[] = [];
    for (const id of change.touched) {
      const shape = this.#view.get(id);
      if (shape === undefined) this.#forget(id);
      else {
        boxes.push([id, pageBounds(shape), shape]);
        this.#noteShape(shape);
      }
    }
    this.#boxes.setAll(boxes);
  }

  /** Where a shape lies on the page, as far as was told; undefined for none. */
  boxOf(id: ShapeId): Box | undefined {
    return this.#boxes.boxOf(id);
  }

  /** Shapes whose bounds meet the box, in no particular order. */
  search(box: Box): Shape[] {
    return this.#boxes.search(box);
  }

  /** Do the bounds of more shapes than `most` meet the box? */
  meetsMoreThan(box: Box, most: number): boolean {
    return this.#boxes.meetsMoreThan(box, most);
  }

  #noteShape(shape: Shape): void {
    this.order.set(shape);
    if (shape.kind === "draw" && !shape.done) this.#undone.add(shape.id);
    else this.#undone.delete(shape.id);
  }

  #forget(id: ShapeId): void {
    this.#boxes.delete(id);
    this.order.delete(id);
    this.#undone.delete(id);
  }

  #reload(): void {
    this.order.clear();
    this.#undone.clear();
    const boxes: PlacedValue<ShapeId, Shape>[] = [];
    for (const shape of this.#view.shapes()) {
      boxes.push([shape.id, pageBounds(shape), shape]);
      this.#noteShape(shape);
    }
    this.#boxes.load(boxes);
  }
}
