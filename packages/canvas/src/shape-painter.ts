// Paints display lists onto a 2D canvas: the Konva side's one interpreter of them. Paths are kept for shapes painted lately.
import { drawSmoothClosed, type FlatPoints } from "@inkroom/geometry";
import {
  clipOf,
  type DisplayList,
  type ImageItem,
  type LineMeasurer,
  type PathData,
  type PathItem,
  type Shape,
  type ShapeId,
  shapeKindOf,
  type TextItem,
} from "@inkroom/shapes";
import type { PaintItem } from "./draw-plan.ts";
import type { PicturePainter } from "./picture-shelf.ts";
import { localToDevice, type Matrix, type Screen } from "./screen.ts";
import { fontOf } from "./text-measurer.ts";
import { createSheet, type Pen, penOf, type Sheet } from "./tiles/sheet.ts";
import { paintColor, type Theme } from "./theme.ts";

/** A display item with its path in the browser's form. The path's numbers, many times as large, are not kept. */
type ReadyItem = TextItem | ImageItem | (Pick<PathItem, "kind" | "fill" | "stroke"> & { readonly path: Path2D });

/** What was made of one shape: its whole list, and the one for a view from afar with how coarse that is, page units. */
type Ready = {
  readonly full: readonly ReadyItem[] | undefined;
  readonly coarse: { readonly grain: number; readonly items: readonly ReadyItem[] } | undefined;
};

/** Shapes whose paths are kept; the least recently painted ones go first. */
const KEPT_SHAPES = 4_096;

export class ShapePainter {
  readonly #measureLine: LineMeasurer;
  readonly #pictures: PicturePainter | undefined;
  readonly #ready = new Map<Shape, Ready>();
  #scratch: Sheet | undefined;

  /** Without `pictures`, there is a quiet box for each. */
  constructor(measureLine: LineMeasurer, pictures?: PicturePainter) {
    this.#measureLine = measureLine;
    this.#pictures = pictures;
  }

  /** Forgets laid-out text, after the font has changed. */
  reset(): void {
    this.#ready.clear();
  }

  /** Paints one shape. Leaves the context's transform, styles, alpha and composite operation changed. */
  paint(context: Pen, item: PaintItem, screen: Screen, theme: Theme): void {
    const clip = clipOf(item.shape);
    if (clip === undefined) return this.#paint(context, item, screen, theme);
    context.save();
    for (const outline of clip) clipTo(context, outline, screen);
    this.#paint(context, item, screen, theme);
    context.restore();
  }

  #paint(context: Pen, { shape, opacity, isCover }: PaintItem, screen: Screen, theme: Theme): void {
    const items = this.#itemsFor(shape, grainOf(1 / (screen.camera.zoom * screen.pixelRatio)));
    const matrix = localToDevice(screen, shape);
    const operation = isCover ? "source-atop" : "source-over";
    if (opacity < 1 && hasOverlaps(items)) {
      this.#paintFaded(context, items, matrix, opacity, operation, theme);
      return;
    }
    context.globalAlpha = opacity;
    context.globalCompositeOperation = operation;
    context.setTransform(...matrix);
    for (const item of items) {
      if (item.kind === "image") this.#paintImage(context, item, shape.id, matrix, theme);
      else paintItem(context, item, theme);
    }
  }

  #paintImage(context: Pen, item: ImageItem, id: ShapeId, [a, b]: Matrix, theme: Theme): void {
    if (this.#pictures?.paint(context, item, { id, scale: Math.hypot(a, b), theme }) === true) return;
    const { x, y, w, h } = item.target;
    context.fillStyle = paintColor(theme, { color: "grey", shade: "tint" });
    context.fillRect(x, y, w, h);
  }

  /** Makes the paths of a shape that will be painted soon, at so many device pixels per page unit. */
  prepare(shape: Shape, scale: number): void {
    this.#itemsFor(shape, grainOf(1 / scale));
  }

  /** The shape's items in full with their paths, in local space. */
  readyItems(shape: Shape): readonly ReadyItem[] {
    return this.#itemsFor(shape, 0);
  }

  #itemsFor(shape: Shape, grain: number): readonly ReadyItem[] {
    const known = this.#ready.get(shape);
    if (known?.coarse !== undefined && known.coarse.grain === grain) return known.coarse.items;
    const kind = shapeKindOf(shape);
    const list = grain > 0 ? kind.coarseDisplayList?.(shape, grain) : undefined;
    if (list !== undefined) return this.#keep(shape, { full: known?.full, coarse: { grain, items: ready(list) } }).coarse.items;
    if (known?.full !== undefined) return known.full;
    return this.#keep(shape, { full: ready(kind.displayList(shape, this.#measureLine)), coarse: undefined }).full;
  }

  #keep<Kept extends Ready>(shape: Shape, kept: Kept): Kept {
    this.#ready.delete(shape);
    this.#ready.set(shape, kept);
    for (const oldest of this.#ready.keys()) {
      if (this.#ready.size <= KEPT_SHAPES) break;
      this.#ready.delete(oldest);
    }
    return kept;
  }

  /** Items that overlap are painted in full on a canvas of their own first, so that they do not show through each other. */
  #paintFaded(
    context: Pen,
    items: readonly ReadyItem[],
    matrix: Matrix,
    opacity: number,
    operation: GlobalCompositeOperation,
    theme: Theme,
  ): void {
    const { width, height } = context.canvas;
    this.#scratch ??= createSheet(width, height);
    const scratch = this.#scratch;
    if (scratch.width !== width || scratch.height !== height) Object.assign(scratch, { width, height });
    const inner = penOf(scratch);
    inner.resetTransform();
    inner.clearRect(0, 0, width, height);
    inner.setTransform(...matrix);
    for (const item of items) if (item.kind !== "image") paintItem(inner, item, theme);
    context.resetTransform();
    context.globalAlpha = opacity;
    context.globalCompositeOperation = operation;
    context.drawImage(scratch, 0, 0);
  }
}

function ready(list: DisplayList): readonly ReadyItem[] {
  return list.map((item) => {
    if (item.kind === "path") return { ...item, path: toPath2D(item.path) };
    return item.kind === "ink" ? { kind: "path", path: curveAlong(item.outline), fill: item.fill } : item;
  });
}

/** Page units by which a picture may be off when a device pixel is so large: a power of two, so that zooming changes it rarely. */
function grainOf(pixel: number): number {
  return 2 ** Math.floor(Math.log2(pixel));
}

function hasOverlaps(items: readonly ReadyItem[]): boolean {
  return items.length > 1 || items.some((item) => item.kind === "path" && item.fill !== undefined && item.stroke !== undefined);
}

function paintItem(context: Pen, item: Exclude<ReadyItem, ImageItem>, theme: Theme): void {
  if (item.kind === "text") {
    paintText(context, item, theme);
    return;
  }
  const { path } = item;
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

function paintText(context: Pen, item: TextItem, theme: Theme): void {
  context.font = fontOf(item.fontSize, item.face);
  context.textAlign = item.align;
  context.textBaseline = "alphabetic";
  context.fillStyle = paintColor(theme, item.paint);
  if (item.isRtl === true) context.direction = "rtl";
  for (const line of item.lines) context.fillText(line.text, line.x, line.y);
  if (item.isRtl === true) context.direction = "inherit";
}

/** From now on only what lies inside of the outline, given on the page, is painted. */
function clipTo(context: Pen, outline: readonly number[], { camera, pixelRatio }: Screen): void {
  const scale = camera.zoom * pixelRatio;
  context.resetTransform();
  context.beginPath();
  for (let i = 0; i + 1 < outline.length; i += 2) {
    context.lineTo(((outline[i] ?? 0) - camera.x) * scale, ((outline[i + 1] ?? 0) - camera.y) * scale);
  }
  context.closePath();
  context.clip();
}

function curveAlong(outline: FlatPoints): Path2D {
  const path = new Path2D();
  drawSmoothClosed(outline, path);
  return path;
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
