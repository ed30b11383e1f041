// The static layer as tiles: keeps bitmaps of the resting board, brings them up to date where something changed, asks for
// those that are missing, and puts them on the screen. What changes is small as a rule: then the tiles are mended at once,
// so that nothing out of date is ever seen. Only where that would cost too much they are drawn anew aside.
import { isSameCamera } from "@inkroom/editor";
import { type Box, boxesIntersect } from "@inkroom/geometry";
import { pageBounds, type Shape, type ShapeId } from "@inkroom/shapes";
import type { Screen } from "../screen.ts";
import type { ShapePainter } from "../shape-painter.ts";
import { type ThemeName, THEMES } from "../theme.ts";
import { DamageLog } from "./damage-log.ts";
import type { Pen, Sheet } from "./sheet.ts";
import type { StaticChange } from "./static-change.ts";
import { Tile, TileCache } from "./tile-cache.ts";
import { motionScale, sheetOver, tileBox, tileKey, type TileSpec, wantedTiles } from "./tile-grid.ts";
import type { TileWorkerPort } from "./tile-messages.ts";
import { pageBoxOf, paintOnTile, pixelsOf, repaintPart } from "./tile-pen.ts";
import { commonBox, covers, paintTiles } from "./tile-screen.ts";
import { MAX_TOLD_AHEAD, TileSource, TileWish } from "./tile-source.ts";
import { ViewSheet } from "./view-sheet.ts";

export type StaticTilesOptions = {
  readonly painter: ShapePainter;
  readonly theme: ThemeName;
  /** The shapes of the static layer whose bounds meet a page box, in no particular order. */
  readonly shapesIn: (box: Box) => Shape[];
  /** Are there more of them than `most`, or would there be with the live ones? Quick, however many there are. */
  readonly meetsMoreThan: (box: Box, most: number) => boolean;
  /** Sorts them in place, bottom first. */
  readonly inOrder: (shapes: Shape[]) => readonly Shape[];
  readonly worker: TileWorkerPort | undefined;
  /** A tile has arrived, or the worker was lost: a frame is due. */
  readonly onNews: () => void;
};

/** Counts since the beginning. */
export type TileStats = {
  /** Tiles drawn whole, wherever that was. */
  readonly drawn: number;
  /** Of these, by the worker. */
  readonly drawnAside: number;
  /** Whole views drawn as one bitmap, each counted above too. */
  readonly sheets: number;
  /** Tiles of which a part was painted anew. */
  readonly mended: number;
  /** Tiles that a new topmost shape was painted over. */
  readonly appended: number;
  /** Tiles in memory that have a bitmap. */
  readonly held: number;
  /** True when all that is in view is shown as it is, at the resolution of the screen. */
  readonly isComplete: boolean;
  /** True when all tiles in view are there. */
  readonly isTiled: boolean;
};

/** A change is mended at once if no more shapes than this have to be painted for it in a frame. */
const MEND_SHAPES = 400;
/** A damaged tile with at most so many shapes is painted as a whole. */
const WHOLE_TILE_SHAPES = 128;
/** Missing tiles in view are drawn at once if all of them together hold no more shapes than this: small boards never wait. */
const SYNC_SHAPES = 60;
/** Looking up what is on tiles stops for this frame after so many shapes; the same while something moves. */
const FOUND_SHAPES = 6_000;
const FOUND_SHAPES_MOVING = 1_000;
/**
 * A tile with more shapes than this waits until the zoom rests, or has wanted tiles of one scale for so long, ms: before it could be
 * drawn, a quick zoom wants those of another one.
 */
const ZOOMING_SHAPES = 2_000;
const SAME_SCALE_MS = 300;
/** A view in which no tile shows anything is drawn as one bitmap first, where it holds no more shapes than this. */
const SHEET_SHAPES = 4_000;
/** Tiles kept, as a multiple of what is in view and around it; and at least so many. */
const KEPT_VIEWS = 2.5;
const MIN_KEPT = 96;
/** The zoom has come to rest after so long, ms. */
const ZOOM_REST_MS = 160;

type View = { readonly screen: Screen; readonly box: Box; /** Of the tiles to draw. */ readonly scale: number };

export class StaticTiles {
  readonly #options: StaticTilesOptions;
  readonly #cache = new TileCache();
  readonly #sheet = new ViewSheet(this.#cache);
  readonly #damage = new DamageLog();
  readonly #source: TileSource;
  readonly #stats = { drawn: 0, drawnAside: 0, sheets: 0, mended: 0, appended: 0 };
  /** Changed shapes that tiles in view do not show yet, with where they are. */
  readonly #late = new Map<ShapeId, { readonly shape: Shape; readonly box: Box }>();
  /** What is asked for at present, so that the same question does not cost a search in every frame. */
  #wishes = new Map<string, TileWish>();
  #theme: ThemeName;
  #view: View | undefined;
  #zoomedMs = Number.NEGATIVE_INFINITY;
  #isStale = true;
  #isComplete = false;
  #isTiled = false;
  /** Not all tiles that are missing could be looked up in this frame. */
  #isSearching = false;
  /** Number of the last change by which much came at once. */
  #arrivedAt = -1;
  #mayAsk = true;
  /** The frame is to be short. */
  #isHurried = false;
  #scaledMs = Number.NEGATIVE_INFINITY;
  /** Which tiles hold so much that they have to wait, as far as was asked; undefined while none has to. */
  #crowded: Map<string, boolean> | undefined;

  constructor(options: StaticTilesOptions) {
    this.#options = options;
    this.#theme = options.theme;
    this.#source = new TileSource({
      worker: options.worker,
      painter: options.painter,
      shapesIn: (box) => this.#shapesIn(box),
      revision: () => this.#damage.revision,
      onTile: (spec, revision, image) => this.#receive(spec, revision, image),
      onLost: () => this.#noteNews(),
    });
    this.#source.setTheme(this.#theme);
  }

  get stats(): TileStats {
    let held = 0;
    for (const tile of this.#cache.values()) if (tile.image !== undefined) held += 1;
    return { ...this.#stats, held, isComplete: this.#isComplete, isTiled: this.#isTiled };
  }

  /** Shapes to be shown on the layer above until the tiles show them. */
  get late(): readonly Shape[] {
    return [...this.#late.values()].map(({ shape }) => shape);
  }

  /** Everything looks different: another board, another theme, other fonts. Tiles are shown until they are drawn anew. */
  reset(theme: ThemeName): void {
    this.#damage.noteAll();
    this.#wishes = new Map();
    for (const tile of this.#cache.values()) tile.isStale = true;
    this.#late.clear();
    this.#sheet.restart();
    this.#source.reset();
    if (theme !== this.#theme) this.#source.setTheme(theme);
    this.#theme = theme;
    this.#noteNews();
  }

  /** Brings the tiles up to date, as far as that can be done at once. The shapes of `shapesIn` are as after the change. */
  apply({ put, forget, damage, over, arrived }: StaticChange): void {
    const overBoxes = over.map(pageBounds);
    const places = [...damage, ...overBoxes];
    const outdated = [...places, ...arrived];
    this.#damage.note(outdated);
    if (arrived.length > 0) this.#arrivedAt = this.#damage.revision;
    this.#crowded?.clear();
    const { box } = this.#view ?? {};
    if (box !== undefined && arrived.some((place) => boxesIntersect(place, box))) this.#sheet.noteArrival();
    this.#source.change(put, forget);
    for (const [key, { spec }] of this.#wishes) {
      if (outdated.some((place) => boxesIntersect(place, tileBox(spec)))) this.#wishes.delete(key);
    }
    for (const id of forget) this.#late.delete(id);
    let budget = MEND_SHAPES;
    for (const tile of this.#inViewFirst()) {
      const isDamaged = damage.some((box) => boxesIntersect(box, tile.box));
      // A damaged tile is mended with what is new on top of it: painted twice, soft edges would come out too dark.
      if (arrived.some((box) => boxesIntersect(box, tile.box))) this.#outdate(tile);
      else if (isDamaged) budget = this.#mend(tile, places, budget);
      else this.#append(tile, over, overBoxes);
    }
    for (const shape of put) this.#late.set(shape.id, { shape, box: pageBounds(shape) });
    this.#settleLate();
    // What has arrived is seen only when its tiles have been drawn.
    this.#noteNews(places.length > 0);
  }

  /**
   * Takes the view for the next paint, and asks for what is missing: little by little while the view moves or a hand is
   * `isBusy`. True if the layer has to be painted; `isSettling` if something will change by itself, so that more frames are due.
   */
  follow(screen: Screen, box: Box, nowMs: number, isBusy: boolean): { readonly isStale: boolean; readonly isSettling: boolean } {
    const before = this.#view;
    const exact = screen.camera.zoom * screen.pixelRatio;
    if (before !== undefined && before.screen.camera.zoom !== screen.camera.zoom) this.#zoomedMs = nowMs;
    const isZooming = nowMs - this.#zoomedMs < ZOOM_REST_MS;
    const scale = isZooming ? motionScale(exact) : exact;
    const isMoved = before === undefined || !isSameScreen(before.screen, screen);
    this.#view = { screen, box, scale };
    this.#isHurried = isBusy || isMoved || isZooming;
    if (before?.scale !== scale) this.#scaledMs = nowMs;
    this.#crowded = isZooming && nowMs - this.#scaledMs < SAME_SCALE_MS ? (this.#crowded ?? new Map()) : undefined;
    if (isMoved || before.scale !== scale) {
      this.#isStale = true;
      this.#mayAsk = true;
      this.#settleLate();
    }
    this.#sheet.tick(nowMs);
    if (this.#mayAsk) this.#ask(nowMs);
    if (this.#source.hasLocalWork) this.#source.work();
    const isStale = this.#isStale;
    this.#isStale = false;
    return { isStale, isSettling: isZooming || this.#mayAsk || this.#source.hasLocalWork };
  }

  /** Nothing more is expected to come into view: what waits for that is asked for at the next `follow`. False: that was known. */
  expectNoMore(): boolean {
    const isNews = this.#sheet.expectNoMore();
    this.#mayAsk ||= isNews;
    return isNews;
  }

  /** Puts what there is on a context that shows paper only. */
  paint(pen: Pen): void {
    if (this.#view === undefined) return;
    const { screen, box, scale } = this.#view;
    paintTiles(pen, { cache: this.#cache, sheet: this.#sheet.current(scale), screen, box, scale });
  }

  dispose(): void {
    this.#source.dispose();
    this.#cache.clear();
  }

  #noteNews(isSeen = true): void {
    this.#isStale ||= isSeen;
    this.#mayAsk = true;
    this.#options.onNews();
  }

  #inViewFirst(): Tile[] {
    const tiles = [...this.#cache.values()];
    const rank = (tile: Tile): number => (this.#isInView(tile) ? 0 : 1);
    return tiles.sort((a, b) => rank(a) - rank(b));
  }

  #isInView(tile: Tile): boolean {
    return this.#view !== undefined && tile.spec.scale === this.#view.scale && boxesIntersect(tile.box, this.#view.box);
  }

  /** Paints new topmost shapes over a tile. */
  #append(tile: Tile, over: readonly Shape[], overBoxes: readonly Box[]): void {
    if (tile.isStale) return;
    over.forEach((shape, at) => {
      if (!boxesIntersect(overBoxes[at] as Box, tile.box)) return;
      paintOnTile(tile.pen, tile.spec, shape, this.#options.painter, THEMES[this.#theme]);
      this.#stats.appended += 1;
    });
  }

  /** Paints the damaged parts of a tile anew, or lets go of it. Gives what is left of the budget. */
  #mend(tile: Tile, damage: readonly Box[], budget: number): number {
    if (tile.isStale) return budget;
    const damaged = damage.filter((box) => boxesIntersect(box, tile.box)).flatMap((box) => pixelsOf(tile.spec, box) ?? []);
    if (damaged.length === 0) return budget;
    // Where a tile holds little, all of it is painted: to the pixel what any other tab shows, which paths cut by a part are not.
    const parts = this.#options.shapesIn(tile.box).length <= WHOLE_TILE_SHAPES ? [{ ...tile.spec, x: 0, y: 0 }] : damaged;
    const work = parts.map((pixels) => ({ pixels, shapes: this.#options.shapesIn(pageBoxOf(tile.spec, pixels)) }));
    const cost = work.reduce((sum, { shapes }) => sum + shapes.length, 0);
    if (cost > budget) {
      this.#outdate(tile);
      return budget;
    }
    const look = { painter: this.#options.painter, theme: THEMES[this.#theme] };
    for (const { pixels, shapes } of work) repaintPart(tile.pen, tile.spec, pixels, this.#options.inOrder(shapes), look);
    this.#stats.mended += 1;
    return budget - cost;
  }

  /** In view, a tile goes on being shown until it has been drawn anew. */
  #outdate(tile: Tile): void {
    if (this.#isInView(tile)) tile.isStale = true;
    else this.#cache.delete(tile);
  }

  /** Asks for tiles that are missing or stale; draws at once what is cheap. */
  #ask(nowMs: number): void {
    if (this.#view === undefined) return;
    const { box, scale } = this.#view;
    const { inView, around } = wantedTiles(box, scale);
    this.#cache.trim(Math.max(MIN_KEPT, Math.ceil((inView.length + around.length) * KEPT_VIEWS)));
    this.#isSearching = false;
    const sheet = this.#sheet.current(scale);
    const isSheetThere = sheet !== undefined && covers(sheet, box);
    const whole = isSheetThere || this.#isHurried || !this.#isBare(inView) ? undefined : this.#sheetWish(inView);
    if (whole !== undefined && this.#sheet.isWaiting(nowMs)) return this.#tellAhead(whole);
    let wishes = this.#missing(inView);
    if (!this.#isSearching && shapesOn(wishes) <= SYNC_SHAPES) {
      for (const { spec } of wishes) this.#draw(spec, this.#shapesIn(tileBox(spec)));
      wishes = [];
    }
    const isAllThere = wishes.length === 0 && !this.#isSearching;
    this.#isTiled = isAllThere;
    if (isAllThere) this.#sheet.drop();
    this.#isComplete = (isAllThere || isSheetThere) && scale === this.#exactScale;
    // What is in view comes first, until all of it is there.
    if (isAllThere) wishes = this.#missing(around);
    else if (whole !== undefined) {
      this.#sheet.ask(whole.spec);
      wishes = [whole, ...wishes];
    }
    this.#wishes = new Map(wishes.map((wish) => [tileKey(wish.spec), wish]));
    this.#mayAsk = !this.#source.want(wishes, this.#isHurried) || this.#isSearching;
    this.#settleLate();
  }

  /** Does no tile of a list show anything that is? */
  #isBare(specs: readonly TileSpec[]): boolean {
    return specs.every((spec) => {
      const tile = this.#cache.get(spec);
      return tile === undefined || tile.isStale || tile.image === undefined;
    });
  }

  /** All of the view as one; undefined where the worker is not to draw that. */
  #sheetWish([middle]: readonly TileSpec[]): TileWish | undefined {
    if (middle === undefined) return undefined;
    const { box, scale } = this.#view as View;
    const spec = sheetOver(box, scale);
    // Looking all of it up would cost more than it gives.
    const share = (middle.w * middle.h) / (spec.w * spec.h);
    if (this.#options.meetsMoreThan(tileBox(middle), 2 * SHEET_SHAPES * share)) return undefined;
    const wish = this.#wishes.get(tileKey(spec)) ?? new TileWish(spec, this.#options.shapesIn(tileBox(spec)));
    const isFew = wish.shapes.length <= SYNC_SHAPES;
    return isFew || wish.needsPage || wish.shapes.length > SHEET_SHAPES ? undefined : wish;
  }

  /** The worker is told what will be on a bitmap: more is to come, and what it drew now it would have to draw again. */
  #tellAhead({ shapes, spec }: TileWish): void {
    this.#source.tell(shapes, spec.scale, MAX_TOLD_AHEAD);
    this.#isTiled = false;
    this.#isComplete = false;
    // The next frame asks again.
    this.#mayAsk = true;
    this.#settleLate();
  }

  /** The tiles of a list that have to be drawn. Those without ink are made at once. */
  #missing(specs: readonly TileSpec[]): TileWish[] {
    const wishes: TileWish[] = [];
    let found = 0;
    for (const spec of specs) {
      const tile = this.#cache.get(spec);
      if (tile !== undefined) this.#cache.touch(tile);
      if (tile !== undefined && !tile.isStale) continue;
      const known = this.#wishes.get(tileKey(spec));
      if (known === undefined && (found > (this.#isHurried ? FOUND_SHAPES_MOVING : FOUND_SHAPES) || this.#hasToWait(spec))) {
        this.#isSearching = true;
        continue;
      }
      const wish = known ?? new TileWish(spec, this.#options.shapesIn(tileBox(spec)));
      if (known === undefined) found += wish.shapes.length;
      if (wish.shapes.length === 0) this.#draw(spec, []);
      else wishes.push(wish);
    }
    return wishes;
  }

  #hasToWait(spec: TileSpec): boolean {
    if (this.#crowded === undefined) return false;
    const key = tileKey(spec);
    let isCrowded = this.#crowded.get(key);
    if (isCrowded === undefined) this.#crowded.set(key, (isCrowded = this.#options.meetsMoreThan(tileBox(spec), ZOOMING_SHAPES)));
    return isCrowded;
  }

  #shapesIn(box: Box): readonly Shape[] {
    return this.#options.inOrder(this.#options.shapesIn(box));
  }

  get #exactScale(): number {
    return this.#view === undefined ? 0 : this.#view.screen.camera.zoom * this.#view.screen.pixelRatio;
  }

  #draw(spec: TileSpec, shapes: readonly Shape[]): void {
    const tile = new Tile(spec, undefined);
    for (const shape of shapes) paintOnTile(tile.pen, spec, shape, this.#options.painter, THEMES[this.#theme]);
    this.#cache.put(tile);
    this.#stats.drawn += 1;
    this.#isStale = true;
  }

  /** A tile that was drawn aside, as the board was when it was begun. */
  #receive(spec: TileSpec, revision: number, image: Sheet | ImageBitmap): void {
    const tile = new Tile(spec, image);
    const missed = this.#damage.since(revision, tile.box);
    if (missed === undefined) tile.release();
    else {
      this.#stats.drawn += 1;
      if (!("getContext" in image)) this.#stats.drawnAside += 1;
      if (this.#sheet.is(spec)) this.#stats.sheets += 1;
      this.#cache.put(tile);
      // While a board is being loaded there is more to come: what is late is drawn aside once more.
      this.#mend(tile, missed, revision < this.#arrivedAt ? 0 : MEND_SHAPES);
    }
    this.#settleLate();
    this.#noteNews();
  }

  /** Lets go of changed shapes that all tiles in view show by now. */
  #settleLate(): void {
    if (this.#view === undefined || this.#late.size === 0) return;
    const { scale, box } = this.#view;
    const sheet = this.#sheet.current(scale);
    const isShown = (spec: TileSpec): boolean =>
      this.#cache.get(spec)?.isStale === false || (sheet !== undefined && covers(sheet, commonBox(tileBox(spec), box)));
    const unready = wantedTiles(box, scale).inView.filter((spec) => !isShown(spec));
    const boxes = unready.map((spec) => tileBox(spec));
    for (const [id, late] of this.#late) if (!boxes.some((each) => boxesIntersect(each, late.box))) this.#late.delete(id);
  }
}

/** How many shapes tiles hold, counted for each. */
function shapesOn(wishes: readonly TileWish[]): number {
  return wishes.reduce((sum, { shapes }) => sum + shapes.length, 0);
}

function isSameScreen(a: Screen, b: Screen): boolean {
  return (
    isSameCamera(a.camera, b.camera) && a.viewport.w === b.viewport.w && a.viewport.h === b.viewport.h && a.pixelRatio === b.pixelRatio
  );
}
