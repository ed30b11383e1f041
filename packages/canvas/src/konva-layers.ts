// The three Konva layers and how they are painted on. The only place that knows Konva.
// There is no stage: it is for events, which belong to the host's element, and its code is a sixth of Konva's core.
import { Layer } from "konva/lib/Layer.js";
import { Shape } from "konva/lib/Shape.js";

export type LayerName = "static" | "live" | "overlay";
/** Paints on a layer's native context. The context is restored afterwards. */
export type LayerPaint = (context: CanvasRenderingContext2D) => void;

type PaintedLayer = { readonly layer: Layer; paint: LayerPaint | undefined; isEmpty: boolean };

export class KonvaLayers {
  readonly #layers: Readonly<Record<LayerName, PaintedLayer>>;

  /** The lowest first; their canvases are put into `container`, one over the other. */
  constructor(container: HTMLElement) {
    this.#layers = { static: createLayer(), live: createLayer(), overlay: createLayer() };
    for (const { layer } of Object.values(this.#layers)) {
      const canvas = layer.getNativeCanvasElement();
      canvas.style.pointerEvents = "none";
      canvas.style.visibility = "hidden";
      container.append(canvas);
    }
  }

  /** CSS pixels, and device pixels per CSS pixel. Empties all layers. */
  resize(w: number, h: number, pixelRatio: number): void {
    for (const { layer } of Object.values(this.#layers)) {
      const canvas = layer.getCanvas();
      // Set and not told: Konva makes a new bitmap each time it is told something, and one is enough.
      canvas.pixelRatio = pixelRatio;
      canvas.setSize(w, h);
    }
  }

  /** Paints a layer now, in the place of what was on it. */
  paint(name: LayerName, paint: LayerPaint): void {
    const painted = this.#layers[name];
    this.#show(painted, true);
    painted.paint = (context) => {
      clear(context);
      paint(context);
    };
    painted.layer.drawScene();
    painted.paint = undefined;
  }

  /**
   * Takes a layer off the page until it is painted again; gives whether it was there. Without a GPU the browser carries the
   * whole of a canvas that is there into each frame in which any of them changed, painted or not.
   */
  empty(name: LayerName): boolean {
    const painted = this.#layers[name];
    if (painted.isEmpty) return false;
    this.paint(name, () => undefined);
    this.#show(painted, false);
    return true;
  }

  #show(painted: PaintedLayer, isShown: boolean): void {
    if (painted.isEmpty !== isShown) return;
    painted.isEmpty = !isShown;
    painted.layer.getNativeCanvasElement().style.visibility = isShown ? "" : "hidden";
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
    for (const { layer } of Object.values(this.#layers)) layer.destroy();
  }
}

function createLayer(): PaintedLayer {
  // Never cleared by Konva, which may draw a layer by itself when a shape is added, with nothing to paint.
  const layer = new Layer({ listening: false, clearBeforeDraw: false });
  const painted: PaintedLayer = { layer, paint: undefined, isEmpty: true };
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
  return painted;
}

function clear(context: CanvasRenderingContext2D): void {
  context.resetTransform();
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
}
