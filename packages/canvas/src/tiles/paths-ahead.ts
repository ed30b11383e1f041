// What a tile worker does for shapes that it knows and that nobody wants drawn yet: their paths, most of the work of a first picture.
import type { Shape } from "@inkroom/shapes";
import type { ShapePainter } from "../shape-painter.ts";

export class PathsAhead {
  readonly #painter: Pick<ShapePainter, "prepare">;
  #queue: { readonly shape: Shape; readonly scale: number }[] = [];
  #next = 0;

  constructor(painter: Pick<ShapePainter, "prepare">) {
    this.#painter = painter;
  }

  get hasWork(): boolean {
    return this.#next < this.#queue.length;
  }

  /** `scale`: device pixels per page unit at which they will be drawn. */
  add(shapes: readonly Shape[], scale: number): void {
    this.#queue = [...this.#queue.slice(this.#next), ...shapes.map((shape) => ({ shape, scale }))];
    this.#next = 0;
  }

  clear(): void {
    this.#queue = [];
    this.#next = 0;
  }

  /** Works as long as `hasTime` says so. */
  step(hasTime: () => boolean): void {
    while (hasTime()) {
      const next = this.#queue[this.#next];
      if (next === undefined) return this.clear();
      this.#next += 1;
      this.#painter.prepare(next.shape, next.scale);
    }
  }
}
