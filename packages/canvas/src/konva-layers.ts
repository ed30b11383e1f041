// The three Konva layers and how they are painted on. The only place that knows Konva.
import { Layer } from "konva/lib/Layer.js";
import { Shape } from "konva/lib/Shape.js";
import { Stage } from "konva/lib/Stage.js";

export type LayerName = "static" | "live" | "overlay";
/** Paints on a layer's native context. The context is restored afterwards. */
export type LayerPaint = (context: CanvasRenderingContext2D) => void;

type PaintedLayer = { readonly layer: Layer; paint: LayerPaint | undefined };

export class KonvaLayers {
  readonly #stage: Stage;
  readonly #layers: Readonly<Record<LayerName, PaintedLayer>>;

  constructor(container: HTMLElement) {
    // reason: Konva asks for a div, and uses it as an element.
    this.#stage = new Stage({ container: container as HTMLDivElement, width: 0, height: 0, listening: false });
    // Events belong to the host's element: Konva would look for nodes under the pointer, of which there are none.
    this.#stage.content.style.pointerEvents = "none";
    this.#layers = { static: this.#addLayer(), live: this.#addLayer(), overlay: this.#addLayer() };
  }

  /** CSS pixels, and device pixels per CSS pixel. Empties all layers. */
  resize(w: number, h: number, pixelRatio: number): void {
    for (const { layer } of Object.values(this.#layers)) {
      const canvas = layer.getCanvas();
      // Konva makes a new bitmap for it even if it is the same.
      if (canvas.getPixelRatio() !== pixelRatio) canvas.setPixelRatio(pixelRatio);
    }
    this.#stage.size({ width: w, height: h });
  }

  /** Paints a layer now; `keep` paints over what is there. */
  paint(name: LayerName, paint: LayerPaint, options: { readonly keep?: boolean } = {}): void {
    const painted = this.#layers[name];
    painted.paint = (context) => {
      if (options.keep !== true) clear(context);
      paint(context);
    };
    painted.layer.drawScene();
    painted.paint = undefined;
  }

  /** All layers on one new canvas, in device pixels; with `paintStatic`, that in the place of the static layer. */
  toCanvas(paintStatic?: LayerPaint): HTMLCanvasElement {
    const canvas = document.createElement("canvas");
    const [lowest, ...others] = Object.values(this.#layers).map(({ layer }) => layer.getNativeCanvasElement());
    Object.assign(canvas, { width: lowest?.width ?? 0, height: lowest?.height ?? 0 });
    const context = canvas.getContext("2d");
    if (context === null || lowest === undefined || lowest.width === 0 || lowest.height === 0) return canvas;
    if (paintStatic === undefined) context.drawImage(lowest, 0, 0);
    else paintStatic(context);
    context.resetTransform();
    context.globalAlpha = 1;
    context.globalCompositeOperation = "source-over";
    for (const layer of others) context.drawImage(layer, 0, 0);
    return canvas;
  }

  destroy(): void {
    this.#stage.destroy();
  }

  #addLayer(): PaintedLayer {
    // Never cleared by Konva: it draws layers by itself when they are added or resized, with nothing to paint.
    const layer = new Layer({ listening: false, clearBeforeDraw: false });
    const painted: PaintedLayer = { layer, paint: undefined };
    // One Konva shape per layer paints everything on it: a node per stroke costs more than the stroke.
    const shape = new Shape({
      listening: false,
      perfectDrawEnabled: false,
      sceneFunc: (context) => {
        const native = context._context as CanvasRenderingContext2D;
        native.save();
        painted.paint?.(native);
        native.restore();
      },
    });
    layer.add(shape);
    this.#stage.add(layer);
    return painted;
  }
}

function clear(context: CanvasRenderingContext2D): void {
  context.resetTransform();
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
}
