// Where tiles come from: the worker, and the main thread in short slices for what the worker cannot draw.
import type { Box } from "@inkroom/geometry";
import { isSameList } from "@inkroom/model";
import { type Clip, clipOf, type Shape, type ShapeId } from "@inkroom/shapes";
import type { ShapePainter } from "../shape-painter.ts";
import { showsText } from "../shows-text.ts";
import { type Theme, type ThemeName, THEMES } from "../theme.ts";
import type { Sheet } from "./sheet.ts";
import { tileBox, tileKey, type TileSpec } from "./tile-grid.ts";
import { TileMaker } from "./tile-maker.ts";
import type { ToTileWorker, TileWorkerPort } from "./tile-messages.ts";

export type TileSourceOptions = {
  readonly worker: TileWorkerPort | undefined;
  readonly painter: ShapePainter;
  /** The shapes on the tiles whose bounds meet a page box, bottom first. */
  readonly shapesIn: (box: Box) => readonly Shape[];
  /** Number of the last change of those. */
  readonly revision: () => number;
  readonly onTile: (spec: TileSpec, revision: number, image: Sheet | ImageBitmap) => void;
  /** The worker has failed: everything is wanted again. */
  readonly onLost: () => void;
};

/** A tile that is wanted: what is on it, and how much of that the worker has been told. */
export class TileWish {
  readonly spec: TileSpec;
  readonly shapes: readonly Shape[];
  /** True where only the main thread can draw it. */
  readonly needsPage: boolean;
  told = 0;

  constructor(spec: TileSpec, shapes: readonly Shape[]) {
    this.spec = spec;
    this.shapes = shapes;
    this.needsPage = shapes.some(needsPage);
  }
}

/** Shapes told to the worker in a frame: copying more would be felt. */
export const MAX_TOLD = 500;
/** The same while something moves: that comes first. */
export const MAX_TOLD_MOVING = 120;
/** The same while a board comes in of which nothing is seen yet: there is no picture that could be late. */
export const MAX_TOLD_AHEAD = 2_000;
/** Main-thread drawing per frame, ms. */
const SLICE_MS = 4;

export class TileSource {
  readonly #options: TileSourceOptions;
  readonly #local: TileMaker;
  #worker: TileWorkerPort | undefined;
  #theme: Theme = THEMES.light;
  /** What the worker knows. */
  readonly #told = new Set<ShapeId>();
  /** The wishes that it was asked for last, and knows what is on them; and whether it has to be asked again all the same. */
  #asked: ReadonlyMap<string, TileWish> = new Map();
  #mustAsk = true;
  #isHurried = false;

  constructor(options: TileSourceOptions) {
    const { painter, shapesIn, revision, onTile, worker } = options;
    this.#options = options;
    this.#local = new TileMaker({
      painter,
      shapesOn: (spec) => ({ shapes: shapesIn(tileBox(spec)), revision: revision() }),
      theme: () => this.#theme,
      onTile,
    });
    this.#worker = worker;
    if (worker === undefined) return;
    worker.onmessage = ({ data }) => {
      // Should the tile be of no use, it has to be asked for once more.
      this.#mustAsk = true;
      onTile(data.spec, data.revision, data.bitmap);
    };
    worker.onerror = () => this.#loseWorker();
  }

  /** True while the main thread has something to draw; `work` has to be called. */
  get hasLocalWork(): boolean {
    return this.#local.hasWork;
  }

  setTheme(name: ThemeName): void {
    this.#theme = THEMES[name];
    this.#local.restart();
    this.#post({ theme: name });
  }

  /** The board is another one. */
  reset(): void {
    this.#told.clear();
    this.#local.want([]);
    this.#asked = new Map();
    this.#post({ reset: true, want: [] });
  }

  /** Shapes on the tiles have changed or are on them no more. */
  change(put: readonly Shape[], forget: readonly ShapeId[]): void {
    const known = put.filter(({ id }) => this.#told.has(id));
    const gone = forget.filter((id) => this.#told.delete(id));
    if (known.length > 0 || gone.length > 0) this.#post({ ...told(known), forget: gone });
  }

  /** Tells the worker of shapes that will be drawn soon at a scale, of `maxTold` at most. */
  tell(shapes: readonly Shape[], scale: number, maxTold: number): void {
    if (this.#worker === undefined) return;
    const put: Shape[] = [];
    for (const shape of shapes) {
      if (put.length >= maxTold) break;
      this.#add(shape, put);
    }
    if (put.length > 0) this.#post({ ...told(put), soon: scale });
  }

  /**
   * Replaces the wishes, most urgent first; tells the worker of some shapes at most, few where the page `isHurried`. False: it has not
   * been told of all yet, ask again next frame.
   */
  want(wishes: readonly TileWish[], isHurried: boolean): boolean {
    const isLocal = (wish: TileWish): boolean => this.#worker === undefined || wish.needsPage;
    this.#local.want(wishes.filter(isLocal).map(({ spec }) => spec));
    return (
      this.#worker === undefined ||
      this.#ask(
        wishes.filter((wish) => !isLocal(wish)),
        isHurried,
      )
    );
  }

  /** Draws on the main thread for a short while. */
  work(): void {
    const endMs = performance.now() + SLICE_MS;
    this.#local.step(() => performance.now() < endMs);
  }

  dispose(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#local.want([]);
  }

  #ask(wishes: readonly TileWish[], isHurried: boolean): boolean {
    const maxTold = isHurried ? MAX_TOLD_MOVING : MAX_TOLD;
    const put: Shape[] = [];
    const want = new Map<string, TileWish>();
    for (const wish of wishes) {
      for (; wish.told < wish.shapes.length && put.length < maxTold; wish.told += 1) {
        this.#add(wish.shapes[wish.told] as Shape, put);
      }
      if (wish.told < wish.shapes.length) break;
      want.set(tileKey(wish.spec), wish);
    }
    const before = this.#asked;
    if (put.length > 0 || this.#mustAsk || isHurried !== this.#isHurried || !isSameList([...want.values()], [...before.values()])) {
      const idsOf = ({ shapes }: TileWish): ShapeId[] => shapes.map(({ id }) => id);
      const list = [...want].map(([key, wish]) => ({ spec: wish.spec, ids: before.get(key) === wish ? undefined : idsOf(wish) }));
      this.#post({ ...told(put), want: list, isHurried });
    }
    this.#asked = want;
    this.#mustAsk = false;
    this.#isHurried = isHurried;
    return want.size === wishes.length;
  }

  /** Adds a shape to those of a message, unless the worker knows it. */
  #add(shape: Shape, put: Shape[]): void {
    if (this.#told.has(shape.id)) return;
    this.#told.add(shape.id);
    put.push(shape);
  }

  #post(message: Omit<ToTileWorker, "revision">): void {
    this.#worker?.postMessage({ ...message, revision: this.#options.revision() });
  }

  #loseWorker(): void {
    this.dispose();
    this.#told.clear();
    this.#options.onLost();
  }
}

/** Fonts and pictures are the page's. */
function needsPage(shape: Shape): boolean {
  return shape.kind === "image" || showsText(shape);
}

/** Shapes as they go into a message: what frames leave of them is told beside them. */
function told(shapes: readonly Shape[]): Pick<ToTileWorker, "put" | "clips"> {
  let clips: Map<ShapeId, Clip> | undefined;
  for (const shape of shapes) {
    const clip = clipOf(shape);
    if (clip !== undefined) (clips ??= new Map()).set(shape.id, clip);
  }
  return { put: withOwnBytes(shapes), ...(clips === undefined ? {} : { clips }) };
}

/**
 * The shapes with their points in one buffer of the message's own: a view into another buffer would have all of that copied,
 * and a buffer for each costs more than its points.
 */
function withOwnBytes(shapes: readonly Shape[]): readonly Shape[] {
  let length = 0;
  for (const shape of shapes) if (shape.kind === "draw") length += shape.points.length;
  const buffer = new Uint8Array(length);
  let end = 0;
  return shapes.map((shape) => {
    if (shape.kind !== "draw") return shape;
    const at = end;
    end += shape.points.length;
    buffer.set(shape.points, at);
    return { ...shape, points: buffer.subarray(at, end) };
  });
}
