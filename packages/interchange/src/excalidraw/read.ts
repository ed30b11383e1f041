// Reads Excalidraw's files and what it puts on the clipboard. The format is described by its own documentation; like board
// files, these come from anywhere, and each shape that comes out would pass the room's border.
import { checkedShapeSchema, indicesBetween } from "@inkroom/model";
import { type ArrowShape, pageFrameBounds, type Shape, type ShapeId, shapeKindOf, toLocal, toPage } from "@inkroom/shapes";
import * as v from "valibot";
import { type FileRefusal, MAX_FILE_LENGTH, MAX_FILE_SHAPES } from "../board-file/format.ts";
import { type Element, elementSchema } from "./element.ts";
import type { ReadPicture } from "../picture-ports.ts";
import { pictureFinder } from "./image.ts";
import { linkWithin } from "./links.ts";
import { labelled } from "./label.ts";
import { LossCount, type Losses } from "./losses.ts";
import { type ElementContext, type MeasureText, shapesOfElement } from "./shapes-of-element.ts";

export type ExcalidrawReading =
  | { readonly kind: "drawing"; readonly shapes: readonly Shape[]; readonly losses: Losses }
  | { readonly kind: "refused"; readonly reason: FileRefusal };

const fileSchema = v.object({
  type: v.picklist(["excalidraw", "excalidraw/clipboard", "excalidraw-api/clipboard"]),
  elements: v.array(v.unknown()),
  files: v.optional(v.unknown()),
});

export type ExcalidrawPorts = { readonly measure: MeasureText; readonly readPicture: ReadPicture };

/** Never throws. Elements without a place in the list keep the order of the list, bottom first. */
export function readExcalidraw(text: string, { measure, readPicture }: ExcalidrawPorts): ExcalidrawReading {
  if (text.length > MAX_FILE_LENGTH) return { kind: "refused", reason: "too_large" };
  const file = v.safeParse(fileSchema, parsed(text));
  if (!file.success) return { kind: "refused", reason: "not_a_board" };
  if (file.output.elements.length > MAX_FILE_SHAPES) return { kind: "refused", reason: "too_large" };
  const losses = new LossCount();
  const elements = file.output.elements.flatMap((record) => elementOf(record, losses));
  losses.note("group", new Set(elements.flatMap(({ groupIds }) => groupIds)).size);
  const ids = new Set(elements.map(({ id }) => id));
  const pictureOf = pictureFinder(file.output.files, readPicture);
  const context = { losses, measure, pictureOf, isElement: (id: string) => ids.has(id) };
  return { kind: "drawing", shapes: new Drawing(elements, context).shapes(), losses: losses.counts };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: no drawing, which is what the schema then says.
    return undefined;
  }
}

function elementOf(record: unknown, losses: LossCount): readonly Element[] {
  const { success, output } = v.safeParse(elementSchema, record);
  if (!success) losses.note("broken");
  return success && !output.isDeleted ? [output] : [];
}

class Drawing {
  readonly #elements: readonly Element[];
  readonly #context: ElementContext;
  readonly #shapes: Shape[] = [];
  /** The first shape of an element. */
  readonly #shapeOf = new Map<string, Shape>();
  readonly #elementOf = new Map<ShapeId, Element>();
  /** What lies in frames, with those. */
  readonly #frameOf = new Map<ShapeId, ShapeId>();
  /** Shapes with the words that are bound to them, and the texts that these were. */
  readonly #labelled = new Map<ShapeId, Shape>();
  readonly #words = new Set<ShapeId>();

  constructor(elements: readonly Element[], context: ElementContext) {
    this.#elements = elements;
    this.#context = context;
  }

  shapes(): readonly Shape[] {
    for (const element of this.#elements) this.#add(element);
    for (const element of this.#elements) this.#label(element);
    const bound = this.#elements.flatMap((element) => this.#boundArrow(element));
    const arrows = new Map<ShapeId, Shape>(bound.map((arrow) => [arrow.id, arrow]));
    for (const [id, { frameId }] of this.#elementOf) {
      const frame = frameId === null ? undefined : this.#shapeOf.get(frameId);
      if (frame?.kind === "frame" && frame.id !== id) this.#frameOf.set(id, frame.id);
    }
    const left = this.#shapes.filter(({ id }) => !this.#words.has(id));
    const indices = indicesBetween(left.length);
    return left.map((shape, i) => {
      const settled = arrows.get(shape.id) ?? this.#seen(shape);
      const link = linkWithin(settled.link, (id) => this.#shapeOf.get(id));
      return { ...settled, link, parent: this.#frameOf.get(shape.id) ?? shape.parent, index: indices[i] ?? shape.index };
    });
  }

  #add(element: Element): void {
    for (const record of shapesOfElement(element, this.#context)) {
      const shape = v.safeParse(checkedShapeSchema, { ...record, id: `e${this.#shapes.length}`, index: "a0" });
      if (!shape.success) {
        this.#context.losses.note("broken");
        continue;
      }
      this.#shapes.push(shape.output);
      this.#elementOf.set(shape.output.id, element);
      if (!this.#shapeOf.has(element.id)) this.#shapeOf.set(element.id, shape.output);
    }
  }

  /** An end hangs on the place of its shape that is named, or in older files on that which lies next to where the arrow is drawn to end. */
  #boundArrow(element: Element): readonly ArrowShape[] {
    const plain = this.#shapeOf.get(element.id);
    const arrow = plain && this.#seen(plain);
    if (element.type !== "arrow" || arrow?.kind !== "arrow") return [];
    const [startX = 0, startY = 0] = arrow.vertices;
    const [endX = 0, endY = 0] = arrow.vertices.slice(-2);
    const start = this.#bindingAt(element.startBinding, toPage(arrow, { x: startX, y: startY }));
    const end = this.#bindingAt(element.endBinding, toPage(arrow, { x: endX, y: endY }));
    return [{ ...arrow, start, end }];
  }

  #bindingAt(binding: Element["startBinding"], page: { readonly x: number; readonly y: number }): ArrowShape["start"] {
    const target = binding === null ? undefined : this.#shapeOf.get(binding.elementId);
    if (target === undefined || !shapeKindOf(target).bindable) return null;
    const { x, y, w, h } = shapeKindOf(target).frame(target);
    if (binding?.fixedPoint) {
      const [left, top] = binding.fixedPoint;
      return { id: target.id, x: fixedShare(left), y: fixedShare(top) };
    }
    const local = toLocal(target, page);
    const share = (at: number, from: number, size: number): number => (size === 0 ? 0.5 : Math.min(1, Math.max(0, (at - from) / size)));
    return { id: target.id, x: share(local.x, x, w), y: share(local.y, y, h) };
  }

  #seen(shape: Shape): Shape {
    return this.#labelled.get(shape.id) ?? shape;
  }

  /** Words that are bound to a shape are written on it; where it holds none, they stay a text in the middle of it, turned with it. */
  #label(element: Element): void {
    const text = this.#shapeOf.get(element.id);
    const container = element.containerId === null ? undefined : this.#shapeOf.get(element.containerId);
    if (text?.kind !== "text" || container === undefined) return;
    const shape = labelled(this.#seen(container), text, this.#context);
    if (shape !== undefined) {
      this.#labelled.set(container.id, shape);
      this.#words.add(text.id);
      // What leads to the words leads to what they are written on.
      this.#shapeOf.set(element.id, container);
      return;
    }
    this.#context.losses.note("label");
    const box = pageFrameBounds(container);
    const isLine = "vertices" in container;
    const x = isLine ? text.x : box.x + (box.w - text.w) / 2;
    const y = isLine ? text.y : box.y + (box.h - text.h) / 2;
    this.#labelled.set(text.id, { ...text, x, y, rotation: isLine ? text.rotation : container.rotation });
  }
}

/** Excalidraw keeps places off the very middle, and those of elbows a little outside. */
function fixedShare(value: number): number {
  return Math.abs(value - 0.5) < 0.001 ? 0.5 : Math.min(1, Math.max(0, value));
}
