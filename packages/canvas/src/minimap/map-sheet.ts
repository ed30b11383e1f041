// What the minimap's picture is drawn on, and how it is shown.
import type { Box } from "@inkroom/geometry";
import type { Viewport } from "@inkroom/editor";
import type { Paint, Shape } from "@inkroom/shapes";
import type { Screen } from "../screen.ts";
import { ShapePainter } from "../shape-painter.ts";
import { createLineMeasurer } from "../text-measurer.ts";
import { paintColor, type Theme } from "../theme.ts";
import { createSheet, type Pen, penOf, type Sheet } from "../tiles/sheet.ts";
import type { MapPen } from "./map-picture.ts";

/** Least side of a dot, map pixels. */
const DOT_PX = 1;

/** The picture of the board: one that is on show and one that is being drawn. */
export class MapSheet implements MapPen {
  theme: Theme;
  readonly #painter = new ShapePainter(createLineMeasurer());
  readonly #size: Viewport;
  readonly #pixelRatio = devicePixelRatio;
  #shown: Sheet;
  #next: Sheet;
  #pen: Pen;
  #screen: Screen;

  constructor(size: Viewport, theme: Theme) {
    this.theme = theme;
    this.#size = size;
    this.#shown = this.#sheet();
    this.#next = this.#sheet();
    this.#pen = penOf(this.#next);
    this.#screen = { camera: { x: 0, y: 0, zoom: 1 }, viewport: size, pixelRatio: this.#pixelRatio };
  }

  clear(camera: Screen["camera"]): void {
    this.#pen = penOf(this.#next);
    this.#screen = { ...this.#screen, camera };
    this.#pen.resetTransform();
    this.#pen.clearRect(0, 0, this.#next.width, this.#next.height);
  }

  dot(shape: Shape, box: Box): void {
    if (!("color" in shape)) return;
    const { camera, pixelRatio } = this.#screen;
    const scale = camera.zoom * pixelRatio;
    const least = DOT_PX * pixelRatio;
    this.#pen.resetTransform();
    this.#pen.globalCompositeOperation = "source-over";
    this.#pen.globalAlpha = shape.opacity;
    this.#pen.fillStyle = paintColor(this.theme, dotPaint(shape));
    this.#pen.fillRect(
      (box.x - camera.x) * scale,
      (box.y - camera.y) * scale,
      Math.max(least, box.w * scale),
      Math.max(least, box.h * scale),
    );
  }

  paint(shape: Shape): void {
    this.#painter.paint(this.#pen, { shape, opacity: shape.opacity, isCover: false }, this.#screen, this.theme);
  }

  show(): void {
    [this.#shown, this.#next] = [this.#next, this.#shown];
  }

  drawOn(canvas: HTMLCanvasElement): void {
    const { width, height } = this.#shown;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d");
    if (context === null) return;
    context.clearRect(0, 0, width, height);
    context.drawImage(this.#shown, 0, 0);
  }

  #sheet(): Sheet {
    return createSheet(Math.round(this.#size.w * this.#pixelRatio), Math.round(this.#size.h * this.#pixelRatio));
  }
}

/** A sheet is no blot of the colour that is somewhere on it. */
function dotPaint({ kind, color }: Extract<Shape, { readonly color: unknown }>): Paint {
  if (kind === "card") return { color: "grey", shade: "paper" };
  return { color, shade: kind === "note" ? "paper" : "full" };
}
