// Paints display lists onto a 2D canvas: the Konva side's one interpreter of them. Paths are built once per shape object.
import { type DisplayItem, type LineMeasurer, type PathData, type Shape, shapeKindOf, type TextItem } from "@inkroom/shapes";
import type { PaintItem } from "./draw-plan.ts";
import { localToDevice, type Matrix, type Screen } from "./screen.ts";
import { fontOf } from "./text-measurer.ts";
import { paintColor, type Theme } from "./theme.ts";

/** A display item with its path in the browser's form. */
type ReadyItem = { readonly item: DisplayItem; readonly path: Path2D | undefined };

export class ShapePainter {
  readonly #measureLine: LineMeasurer;
  #ready = new WeakMap<Shape, readonly ReadyItem[]>();
  #scratch: HTMLCanvasElement | undefined;

  constructor(measureLine: LineMeasurer) {
    this.#measureLine = measureLine;
  }

  /** Forgets laid-out text, after the font has changed. */
  reset(): void {
    this.#ready = new WeakMap();
  }

  /** Paints one shape. Leaves the context's transform, styles, alpha and composite operation changed. */
  paint(context: CanvasRenderingContext2D, { shape, opacity, isCover }: PaintItem, screen: Screen, theme: Theme): void {
    const items = this.readyItems(shape);
    const matrix = localToDevice(screen, shape, shapeKindOf(shape).frame(shape));
    const operation = isCover ? "source-atop" : "source-over";
    if (opacity < 1 && hasOverlaps(items)) {
      this.#paintFaded(context, items, matrix, opacity, operation, theme);
      return;
    }
    context.globalAlpha = opacity;
    context.globalCompositeOperation = operation;
    context.setTransform(...matrix);
    for (const ready of items) paintItem(context, ready, theme);
  }

  /** The shape's items with their paths, in local space. */
  readyItems(shape: Shape): readonly ReadyItem[] {
    const known = this.#ready.get(shape);
    if (known !== undefined) return known;
    const items = shapeKindOf(shape)
      .displayList(shape, this.#measureLine)
      .map((item) => ({ item, path: item.kind === "path" ? toPath2D(item.path) : undefined }));
    this.#ready.set(shape, items);
    return items;
  }

  /** Items that overlap are painted in full on a canvas of their own first, so that they do not show through each other. */
  #paintFaded(
    context: CanvasRenderingContext2D,
    items: readonly ReadyItem[],
    matrix: Matrix,
    opacity: number,
    operation: GlobalCompositeOperation,
    theme: Theme,
  ): void {
    const { width, height } = context.canvas;
    this.#scratch ??= document.createElement("canvas");
    const scratch = this.#scratch;
    if (scratch.width !== width || scratch.height !== height) Object.assign(scratch, { width, height });
    const inner = scratch.getContext("2d");
    if (inner === null) return;
    inner.resetTransform();
    inner.clearRect(0, 0, width, height);
    inner.setTransform(...matrix);
    for (const ready of items) paintItem(inner, ready, theme);
    context.resetTransform();
    context.globalAlpha = opacity;
    context.globalCompositeOperation = operation;
    context.drawImage(scratch, 0, 0);
  }
}

function hasOverlaps(items: readonly ReadyItem[]): boolean {
  return items.length > 1 || items.some(({ item }) => item.kind === "path" && item.fill !== undefined && item.stroke !== undefined);
}

function paintItem(context: CanvasRenderingContext2D, { item, path }: ReadyItem, theme: Theme): void {
  if (item.kind === "text") {
    paintText(context, item, theme);
    return;
  }
  if (path === undefined) return;
  if (item.fill !== undefined) {
    context.fillStyle = paintColor(theme, item.fill);
    context.fill(path);
  }
  if (item.stroke !== undefined) {
    context.strokeStyle = paintColor(theme, item.stroke.paint);
    context.lineWidth = item.stroke.width;
    context.lineCap = "round";
    context.lineJoin = "round";
    context.setLineDash((item.stroke.dash as number[] | undefined) ?? []);
    context.stroke(path);
  }
}

function paintText(context: CanvasRenderingContext2D, item: TextItem, theme: Theme): void {
  context.font = fontOf(item.fontSize);
  context.textAlign = item.align;
  context.textBaseline = "alphabetic";
  context.fillStyle = paintColor(theme, item.paint);
  for (const line of item.lines) context.fillText(line.text, line.x, line.y);
}

/** Path commands are letters followed by their numbers; see display-list.ts. */
function toPath2D(data: PathData): Path2D {
  const path = new Path2D();
  for (let i = 0; i < data.length;) {
    const number = (offset: number): number => data[i + offset] as number;
    switch (data[i]) {
      case "M":
        path.moveTo(number(1), number(2));
        i += 3;
        break;
      case "L":
        path.lineTo(number(1), number(2));
        i += 3;
        break;
      case "Q":
        path.quadraticCurveTo(number(1), number(2), number(3), number(4));
        i += 5;
        break;
      case "C":
        path.bezierCurveTo(number(1), number(2), number(3), number(4), number(5), number(6));
        i += 7;
        break;
      case "Z":
        path.closePath();
        i += 1;
        break;
      default:
        throw new Error(`a path must begin each command with a letter, found ${String(data[i])}`);
    }
  }
  return path;
}
