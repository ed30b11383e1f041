// Shapes as far as frames leave them to be seen.
import { clipOf, frameClip, PAGE_ID, type Shape, type ShapeId, withClip } from "@inkroom/shapes";
import type { BoardView } from "./board-store.ts";
import type { Insides } from "./insides.ts";
import { isSameList } from "./same-list.ts";

/** What a shape was clipped from, to tell whether it still looks like that. */
type Clipped = { readonly whole: Shape; readonly around: readonly Shape[]; readonly shape: Shape };

export class FrameClips {
  readonly #insides: Insides;
  readonly #clipped = new Map<ShapeId, Clipped>();

  constructor(insides: Insides) {
    this.#insides = insides;
  }

  forget(ids: Iterable<ShapeId>): void {
    if (this.#clipped.size > 0) for (const id of ids) this.#clipped.delete(id);
  }

  clear(): void {
    this.#clipped.clear();
  }

  /** The shape itself where nothing is cut off; the same object while nothing has changed. */
  clipped<S extends Shape>(whole: S): S {
    if (whole.parent === PAGE_ID) return whole;
    const around = this.#insides.around(whole);
    const known = this.#clipped.get(whole.id);
    // reason: what is kept under an id was made of a shape of that kind.
    if (known?.whole === whole && isSameList(known.around, around)) return known.shape as S;
    const shape = withClip(whole, frameClip(whole, around));
    this.#clipped.set(whole.id, { whole, around, shape });
    return shape;
  }

  /** Shapes that are seen ahead of the board, clipped by frames as these are seen; with shapes of which a frame ahead shows another part. */
  ahead(preview: ReadonlyMap<ShapeId, Shape>, view: Pick<BoardView, "get">): ReadonlyMap<ShapeId, Shape> {
    const shapes = { get: (id: ShapeId) => preview.get(id) ?? view.get(id) };
    const clipIn = (shape: Shape) => frameClip(shape, this.#insides.around(shape, shapes));
    const seen = new Map<ShapeId, Shape>();
    for (const [id, shape] of preview) {
      const clip = shape.parent === PAGE_ID ? undefined : clipIn(shape);
      if (clip !== undefined) seen.set(id, withClip(shape, clip));
      if (shape.kind !== "frame") continue;
      for (const inner of this.#insides.within(id)) {
        const one = preview.has(inner) ? undefined : view.get(inner);
        if (one === undefined) continue;
        const whole = clipOf(one) === undefined ? one : { ...one };
        const cut = clipIn(whole);
        if (cut !== undefined || whole !== one) seen.set(inner, withClip(whole, cut));
      }
    }
    return seen.size === 0 ? preview : new Map([...preview, ...seen]);
  }
}
