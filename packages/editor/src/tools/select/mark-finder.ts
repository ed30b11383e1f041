// What in a text the pointer would take: a check box, or with Mod a link.
import {
  checkAt,
  hasText,
  linkAt,
  type Shape,
  type ShapeId,
  shapeKindOf,
  type TextBearing,
  type TextMarks,
  textMarks,
  toLocal,
} from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import { lineMeasurer } from "../../line-measurer.ts";
import { hitSlack } from "../../pointer.ts";

export type Mark =
  /** `offset`: where the line of the box begins in the text. */
  | { readonly kind: "check"; readonly id: ShapeId; readonly offset: number }
  | { readonly kind: "link"; readonly id: ShapeId; readonly href: string };

export class MarkFinder {
  readonly #context: EditorContext;
  /** The last text that was looked at: it is asked for at every move of the pointer. */
  #known: { readonly shape: Shape; readonly marks: TextMarks | undefined } | undefined;

  constructor(context: EditorContext) {
    this.#context = context;
  }

  /** `hit`: the shape that the pointer is on. Links are for everybody, and in locked shapes too; boxes for those who may edit. */
  under(event: PointerInput, hit: Shape | undefined): Mark | undefined {
    if (event.shift || event.alt) return undefined;
    const { index, state, store, toPage } = this.#context;
    const slack = hitSlack(event.pointerType, state.camera.zoom);
    const page = toPage(event.screen);
    const shape = event.mod ? (hit ?? index.topmostAt(page, slack, "any")) : hit;
    const marks = shape && this.#marksOf(shape);
    if (shape === undefined || marks === undefined) return undefined;
    const point = toLocal(shape, page);
    if (event.mod) {
      const href = linkAt(marks, point, slack);
      return href === undefined ? undefined : { kind: "link", id: shape.id, href };
    }
    const mayTick = !state.readonly && !store.view.isForeign(shape.id);
    const offset = mayTick ? checkAt(marks, point, slack) : undefined;
    return offset === undefined ? undefined : { kind: "check", id: shape.id, offset };
  }

  #marksOf(shape: Shape): TextMarks | undefined {
    if (!hasText(shape)) return undefined;
    if (this.#known?.shape !== shape) {
      const block = shapeKindOf<TextBearing>(shape).textBlock?.(shape);
      this.#known = { shape, marks: block && textMarks(block, lineMeasurer(this.#context.measureText)) };
    }
    return this.#known.marks;
  }
}
