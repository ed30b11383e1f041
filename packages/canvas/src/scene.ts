// A board on the screen: connects editor, board, people and drafts with the planner, the tiles and the painters, frame by frame.
import { type Editor, visibleBox } from "@inkroom/editor";
import { type BoardChange, type BoardStore, type DrawnStore, drawnStore, type DrawnView, type LiveEntry } from "@inkroom/model";
import type { Shape, ShapeId } from "@inkroom/shapes";
import { CrowdPace } from "./crowd-pace.ts";
import { CursorMotion } from "./cursor-motion.ts";
import { DrawPlan, type LiveStep, type StaticStep } from "./draw-plan.ts";
import { createFrameLoop, type FrameClock } from "./frame-loop.ts";
import type { PictureShelf } from "./picture-shelf.ts";
import { KonvaLayers } from "./konva-layers.ts";
import { LateOverlay } from "./late-overlay.ts";
import type { Marked } from "./overlay-model.ts";
import { OverlayWatch } from "./overlay-watch.ts";
import { paintPaper, type Print } from "./paper-painter.ts";
import type { CanvasPeer, DraftPort, PeerPort } from "./ports.ts";
import { type Screen, snapped } from "./screen.ts";
import { ShapePainter } from "./shape-painter.ts";
import { showsText } from "./shows-text.ts";
import { createLineMeasurer, fontOf } from "./text-measurer.ts";
import { type Theme, type ThemeName, THEMES } from "./theme.ts";
import { StaticTiles, type TileStats } from "./tiles/static-tiles.ts";
import type { TileWorkerPort } from "./tiles/tile-messages.ts";

export type SceneOptions = {
  /** Gets the canvases; its size at this moment is the first size of the scene. */
  readonly container: HTMLElement;
  readonly editor: Pick<Editor, "state" | "subscribe">;
  readonly store: BoardStore;
  readonly peers?: PeerPort | undefined;
  readonly drafts?: DraftPort | undefined;
  readonly theme: ThemeName;
  /** Absent: quiet boxes in place of pictures. */
  readonly pictures?: PictureShelf | undefined;
  /** Draws tiles aside. Absent: the main thread does it, in short slices. Ends with the scene. */
  readonly tileWorker?: TileWorkerPort | undefined;
  /** Absent: the browser's animation frames. */
  readonly frames?: FrameClock | undefined;
};

/** Counts since the scene was made. */
export type SceneStats = {
  /** Times the static layer was put together from its tiles. */
  readonly staticRedraws: number;
  readonly liveRedraws: number;
  readonly overlayRedraws: number;
  /** Display lists painted on the live layer. */
  readonly livePainted: number;
  /** Pointers of others painted, each once per frame that shows it. */
  readonly cursorsPainted: number;
  readonly tiles: TileStats;
};

export type Scene = {
  setTheme(theme: ThemeName): void;
  /** Size of the container, CSS pixels. Paints at once where it is another one: a resized canvas is empty. */
  resize(w: number, h: number): void;
  /** While a board comes in: nothing of what is still to come lies in view. */
  noteViewIsIn(): void;
  stats(): SceneStats;
  /** What is seen, in device pixels. */
  toCanvas(): HTMLCanvasElement;
  /** What would be seen if everything in view were painted anew now, without tiles: the measure of `toCanvas`. Slow. */
  toCanvasUntiled(): HTMLCanvasElement;
  toDataURL(): string;
  dispose(): void;
};

/** Shows a board in `container` and paints by itself whatever changes, until `dispose`. Browser only. */
export function createScene(options: SceneOptions): Scene {
  return new KonvaScene(options);
}

class KonvaScene implements Scene {
  readonly #options: SceneOptions & { readonly store: DrawnStore };
  readonly #layers: KonvaLayers;
  readonly #plan: DrawPlan;
  readonly #overlay = new OverlayWatch();
  readonly #measureLine = createLineMeasurer();
  readonly #shapes: ShapePainter;
  readonly #late = new LateOverlay(() => {
    this.#overlay.noteAll();
    this.#loop.request();
  });
  readonly #motion: CursorMotion;
  readonly #pace = new CrowdPace();
  readonly #loop: ReturnType<typeof createFrameLoop>;
  readonly #stops: (() => void)[] = [];
  readonly #tiles: StaticTiles;
  readonly #stats = { staticRedraws: 0, liveRedraws: 0, overlayRedraws: 0, livePainted: 0 };
  #isPaperStale = true;
  #theme: Theme;
  #size = { w: 0, h: 0 };
  #pixelRatio = 1;

  constructor(given: SceneOptions) {
    const options = { ...given, store: drawnStore(given.store) };
    const { container, editor, store, peers, drafts, theme, pictures } = options;
    this.#options = options;
    this.#theme = THEMES[theme];
    this.#shapes = new ShapePainter(this.#measureLine, pictures);
    this.#layers = new KonvaLayers(container);
    this.#plan = new DrawPlan(store, drafts);
    this.#tiles = new StaticTiles({
      painter: this.#shapes,
      theme,
      shapesIn: (box) => this.#plan.staticIn(box),
      meetsMoreThan: (box, most) => this.#plan.meetsMoreThan(box, most),
      inOrder: (shapes) => this.#plan.inOrder(shapes),
      worker: options.tileWorker,
      onNews: () => this.#loop.request(),
    });
    this.#motion = new CursorMotion({ still: matchMedia("(prefers-reduced-motion: reduce)").matches });
    this.#loop = createFrameLoop(options.frames ?? browserFrames, (deltaMs, timeMs) => this.#frame(deltaMs, timeMs));
    this.#stops.push(
      editor.subscribe(() => this.#loop.request()),
      store.subscribe((change) => this.#noteChange(change)),
      ...(peers === undefined ? [] : [peers.subscribe(() => this.#notePeers()), peers.onCursor(() => this.#noteCursors())]),
      ...(drafts === undefined ? [] : [drafts.subscribe(() => this.#noteDrafts())]),
      ...(pictures === undefined ? [] : [pictures.subscribe((ids) => this.#noteLook(ids))]),
      this.#watchFonts(),
    );
    this.#notePeers();
    this.resize(container.clientWidth, container.clientHeight);
  }

  setTheme(theme: ThemeName): void {
    this.#theme = THEMES[theme];
    this.#noteAppearance();
  }

  resize(w: number, h: number): void {
    const [before, ratio] = [this.#size, this.#pixelRatio];
    this.#watchPixelRatio();
    if (w === before.w && h === before.h && this.#pixelRatio === ratio) return;
    this.#size = { w, h };
    this.#layers.resize(w, h, this.#pixelRatio);
    this.#isPaperStale = true;
    this.#plan.noteSize();
    this.#overlay.noteAll();
    this.#loop.flush();
  }

  noteViewIsIn(): void {
    // Not in the next frame: who draws the picture may begin now.
    if (this.#tiles.expectNoMore()) this.#loop.flush();
  }

  stats(): SceneStats {
    return { ...this.#stats, cursorsPainted: this.#late.cursorsPainted, tiles: this.#tiles.stats };
  }

  toCanvas(): HTMLCanvasElement {
    this.#loop.flush();
    return this.#layers.toCanvas();
  }

  toCanvasUntiled(): HTMLCanvasElement {
    const screen = this.#screen();
    return this.#layers.toCanvas((context) => {
      paintPaper(context, screen, this.#theme, this.#print());
      for (const shape of this.#plan.inOrder(this.#plan.staticIn(visibleBox(screen.camera, screen.viewport)))) {
        this.#shapes.paint(context, { shape, opacity: shape.opacity, isCover: false }, screen, this.#theme);
      }
    });
  }

  toDataURL(): string {
    return this.toCanvas().toDataURL();
  }

  dispose(): void {
    this.#loop.stop();
    for (const stop of this.#stops) stop();
    this.#stopWatchingPixelRatio();
    this.#tiles.dispose();
    this.#layers.destroy();
  }

  /** Paints what is out of date. Gives whether something moves by itself and needs the next frame. */
  #frame(deltaMs: number, timeMs: number): boolean {
    const { state } = this.#options.editor;
    this.#readPeers();
    const moved = this.#motion.step(deltaMs, state.camera.zoom);
    const isLaserSeen = this.#late.stepLasers(state.laser, this.#readPeers(), this.#motion, timeMs);
    const isDue = this.#pace.isDue(moved) || isLaserSeen || this.#wasLaserSeen;
    if (isDue || this.#overlay.isStale(state)) this.#paintOverlay(isLaserSeen);
    this.#wasLaserSeen = isLaserSeen;
    const isMoving = moved > 0 || isLaserSeen || this.#pace.isOwed;
    const plan = this.#plan.next({ ...state, viewport: this.#size }, timeMs);
    const isTiling = this.#paintStatic(plan.static, timeMs);
    this.#paintLive(this.#plan.live(this.#tiles.late));
    return isMoving || plan.isSettling || isTiling;
  }
  #wasLaserSeen = false;

  #printed: Print | undefined;
  #lines: Print["lines"];

  /** What is on the paper now. */
  #print(): Print {
    const { editor, store } = this.#options;
    const { pattern } = store.view;
    // Where the code cannot be had, the next board that needs it asks again.
    if (pattern !== "none" && pattern !== "dots" && pattern !== this.#printed?.pattern) this.#fetchLines().catch(() => undefined);
    return { pattern, isGrid: editor.state.grid, lines: this.#lines };
  }

  async #fetchLines(): Promise<void> {
    if (this.#lines !== undefined) return;
    this.#lines = await import("./paper-lines.ts");
    this.#isPaperStale = true;
    this.#loop.request();
  }

  /** Gives whether more frames are due. */
  #paintStatic(step: StaticStep, timeMs: number): boolean {
    if (step.kind === "reset") this.#tiles.reset(this.#theme.name);
    if (step.kind === "change") this.#tiles.apply(step);
    const screen = this.#screen();
    const { busy } = this.#options.editor.state;
    const print = this.#print();
    this.#isPaperStale ||= print.isGrid !== this.#printed?.isGrid || print.pattern !== this.#printed.pattern;
    this.#printed = print;
    const { isStale, isSettling } = this.#tiles.follow(screen, visibleBox(screen.camera, screen.viewport), timeMs, busy);
    if (isStale || this.#isPaperStale) {
      this.#layers.paint("static", (context) => {
        paintPaper(context, screen, this.#theme, print);
        this.#tiles.paint(context);
      });
      this.#stats.staticRedraws += 1;
      this.#isPaperStale = false;
    }
    return isSettling;
  }

  #paintLive(step: LiveStep): void {
    if (step.kind === "keep") return;
    const screen = this.#screen();
    if (step.items.length === 0) {
      if (this.#layers.empty("live")) this.#stats.liveRedraws += 1;
      return;
    }
    this.#layers.paint("live", (context) => {
      for (const item of step.items) this.#shapes.paint(context, item, screen, this.#theme);
    });
    this.#stats.liveRedraws += 1;
    this.#stats.livePainted += step.items.length;
  }

  #paintOverlay(isLaserSeen: boolean): void {
    const { editor, store } = this.#options;
    const { state: look } = editor;
    const peers = this.#readPeers();
    const shapeOf = (id: ShapeId): Shape | undefined => look.preview.get(id) ?? store.view.get(id);
    const entryOf = (id: ShapeId): LiveEntry | undefined => {
      const [entry, shape] = [store.view.entry(id), store.view.get(id)];
      return entry && shape && { ...entry, shape };
    };
    const [motion, measureLine, marked] = [this.#motion, this.#measureLine, markedOn(store.view, shapeOf)];
    const paint = this.#late.picture({ look, peers, motion, marked, isLaserSeen, shapeOf, entryOf, measureLine });
    this.#overlay.notePainted(look, peers, markedIds(store.view));
    if (paint === undefined) {
      if (this.#layers.empty("overlay")) this.#stats.overlayRedraws += 1;
      return;
    }
    this.#layers.paint("overlay", (context) => paint({ context, screen: this.#screen(), theme: this.#theme }, this.#shapes));
    this.#stats.overlayRedraws += 1;
  }

  #screen(): Screen {
    return snapped({ camera: this.#options.editor.state.camera, viewport: this.#size, pixelRatio: this.#pixelRatio });
  }

  #noteChange(change: BoardChange): void {
    this.#plan.noteChange(change);
    this.#overlay.noteChange(change);
    const { view } = this.#options.store;
    const sets = [view.frames(), view.linked()].filter(({ size }) => size > 0);
    // One that is new has not been on the overlay before.
    if (sets.length > 0 && [...change.touched].some((id) => sets.some((ids) => ids.has(id)))) this.#overlay.noteAll();
    this.#loop.request();
  }

  #notePeers(): void {
    this.#overlay.noteAll();
    this.#noteCursors();
  }

  #noteCursors(): void {
    this.#peers = undefined;
    this.#loop.request();
  }

  /** Read once per frame, however many messages have come. */
  #readPeers(): readonly CanvasPeer[] {
    if (this.#peers !== undefined) return this.#peers;
    this.#peers = this.#options.peers?.list() ?? [];
    this.#motion.setTargets(new Map(this.#peers.flatMap(({ peer, cursor }) => (cursor === undefined ? [] : [[peer, cursor]]))));
    return this.#peers;
  }
  #peers: readonly CanvasPeer[] | undefined;

  #noteDrafts(): void {
    this.#plan.noteDrafts();
    this.#loop.request();
  }

  #noteLook(ids: Iterable<ShapeId>): void {
    this.#plan.noteLook(ids);
    this.#loop.request();
  }

  #noteAppearance(): void {
    this.#plan.noteAppearance();
    this.#overlay.noteAll();
    this.#isPaperStale = true;
    this.#loop.request();
  }

  /** Text that was painted before its font had arrived is painted again. */
  #watchFonts(): () => void {
    const { fonts } = document;
    const { view } = this.#options.store;
    const note = (): void => {
      this.#shapes.reset();
      this.#late.reset();
      this.#overlay.noteAll();
      // Ink looks the same in all fonts, and there can be a lot of it.
      this.#noteLook(Array.from(view.shapes()).flatMap((shape) => (showsText(shape) ? shape.id : [])));
    };
    fonts.addEventListener("loadingdone", note);
    // Nothing but the canvas may use this weight; a failed load leaves the fallback font, which is a legible board.
    fonts.load(fontOf(16)).catch(() => undefined);
    return () => fonts.removeEventListener("loadingdone", note);
  }

  /** Follows the window to a screen of another resolution, and browser zoom. */
  #watchPixelRatio(): void {
    this.#stopWatchingPixelRatio();
    this.#pixelRatio = devicePixelRatio;
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const change = (): void => this.resize(this.#size.w, this.#size.h);
    query.addEventListener("change", change, { once: true });
    this.#stopWatchingPixelRatio = () => query.removeEventListener("change", change);
  }
  #stopWatchingPixelRatio: () => void = () => undefined;
}

type Marking = Pick<DrawnView, "frames" | "linked">;

function markedIds(view: Marking): Iterable<ShapeId> {
  return [...view.frames(), ...view.linked()];
}

function markedOn(view: Marking, shapeOf: (id: ShapeId) => Shape | undefined): Marked {
  const frames = [...view.frames()].map(shapeOf).filter((shape) => shape?.kind === "frame");
  return { frames, linked: [...view.linked()].map(shapeOf).filter((shape) => shape !== undefined) };
}

const browserFrames: FrameClock = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
  now: () => performance.now(),
};
