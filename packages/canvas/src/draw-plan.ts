// What has to be painted next, on which layer and in which order. No DOM: this is where redraws are saved.
//
// A shape is on the live layer while it is under a hand: strokes that grow, what the editor previews, what the eraser has
// touched, and what someone else is dragging.
// All others are on the static layer, which hears only of what changes on it. Both layers of a frame are planned together,
// so that a shape changes layers without being gone or doubled.
import { type Box, boxesIntersect } from "@inkroom/geometry";
import { type Camera, isSameCamera, visibleBox, type Viewport } from "@inkroom/editor";
import { type BoardChange, type BoardStore, isSameList } from "@inkroom/model";
import { clipOf, compareShapes, pageBounds, type Shape, type ShapeId, withClip } from "@inkroom/shapes";
import { BoardIndex } from "./board-index.ts";
import { clustersOf } from "./clusters.ts";
import { BareShape } from "./bare-shape.ts";
import { DraftMerge } from "./draft-merge.ts";
import type { DraftPort } from "./ports.ts";
import { GrowingStrokes } from "./growing-strokes.ts";
import type { StaticChange } from "./tiles/static-change.ts";
import { WarmShapes } from "./warm-shapes.ts";

/** The part of the editor's state that decides what is painted. */
export type EditorLook = {
  readonly camera: Camera;
  readonly viewport: Viewport;
  readonly preview: ReadonlyMap<ShapeId, Shape>;
  readonly erasing: ReadonlySet<ShapeId>;
  /** The text under the text field: the field shows it. */
  readonly editingText?: { readonly id: ShapeId } | undefined;
  readonly busy: boolean;
};

export type PaintItem = {
  readonly shape: Shape;
  /** 0..1, the shape's own opacity included. */
  readonly opacity: number;
  /**
   * True for a shape of the static layer that lies over a live one: it is painted a second time, onto the live ink only,
   * so that a shape moved below others stays below them.
   */
  readonly isCover: boolean;
};
/** `reset`: all of it looks different. */
export type StaticStep = { readonly kind: "keep" } | { readonly kind: "reset" } | ({ readonly kind: "change" } & StaticChange);
/** Items are in stacking order, bottom first. */
export type LiveStep = { readonly kind: "keep" } | { readonly kind: "redraw"; readonly items: readonly PaintItem[] };
export type FramePlan = {
  readonly static: StaticStep;
  /** True: something will change layers when it has rested, so more frames are to be planned without a further change. */
  readonly isSettling: boolean;
};

/** Opacity of what the eraser has touched. */
const ERASING_OPACITY = 0.2;

export class DrawPlan {
  readonly #store: BoardStore;
  readonly #index: BoardIndex;
  readonly #merge: DraftMerge;
  readonly #warm = new WarmShapes();
  readonly #bare = new BareShape();
  readonly #growing = new GrowingStrokes();
  /** What has changed since the last frame, with the place it had on the static layer then, if it was there. */
  readonly #touched = new Map<ShapeId, Box | undefined>();
  /** Where new parts of a board that is being loaded have come since the last frame. */
  #arrived: Box[] = [];
  #live: ReadonlySet<ShapeId> = new Set();
  /** Not on the static layer: live, or under the text field. */
  #lifted: ReadonlySet<ShapeId> = new Set();
  /** Previewed since the press began: they stay live until it ends, even between two previews. */
  #held: ReadonlySet<ShapeId> = new Set();
  #look: EditorLook | undefined;
  #late: readonly Shape[] = [];
  #isAllStale = true;
  #isLiveStale = true;
  #areDraftsStale = false;

  constructor(store: BoardStore, drafts?: DraftPort) {
    this.#store = store;
    this.#index = new BoardIndex(store.view);
    this.#merge = new DraftMerge(drafts);
  }

  noteChange(change: BoardChange): void {
    if (change.origin === "reset") this.#isAllStale = true;
    else if (change.origin === "part") return this.#notePart(change);
    else this.#noteTouched(change.touched);
    this.#index.note(change);
  }

  /** What is new in a part of the board comes to rest at once, as one; what was there before is a change like any other. */
  #notePart(change: BoardChange): void {
    const ids = [...change.touched];
    const isFresh = (id: ShapeId): boolean => this.#index.boxOf(id) === undefined && !this.#touched.has(id);
    const fresh = ids.filter(isFresh);
    this.#noteTouched(ids.filter((id) => !isFresh(id)));
    this.#index.note(change);
    this.#arrived.push(...clustersOf(fresh.flatMap((id) => this.#index.boxOf(id) ?? [])));
  }

  #noteTouched(ids: Iterable<ShapeId>): void {
    for (const id of ids) if (!this.#touched.has(id)) this.#touched.set(id, this.#staticBox(id));
  }

  /** These look different, though nothing of them has changed: their pictures have come. */
  noteLook(ids: Iterable<ShapeId>): void {
    for (const id of ids) this.#restyled.add(id);
  }
  readonly #restyled = new Set<ShapeId>();

  noteDrafts(): void {
    this.#areDraftsStale = true;
  }

  /** The theme, the font or the canvas itself has changed: everything is to be painted again. */
  noteAppearance(): void {
    this.#isAllStale = true;
  }

  /** The canvases are empty, as after a change of their size. */
  noteSize(): void {
    this.#isLiveStale = true;
  }

  /** The shapes of the static layer whose bounds meet a page box, in no particular order. */
  staticIn(box: Box): Shape[] {
    const found = this.#index.search(box);
    return this.#lifted.size === 0 ? found : found.filter(({ id }) => !this.#lifted.has(id));
  }

  /** Are there more than `most` shapes of the board whose bounds meet the box, on whatever layer? */
  meetsMoreThan(box: Box, most: number): boolean {
    return this.#index.meetsMoreThan(box, most);
  }

  /** Sorts shapes of the board in place, bottom first. */
  inOrder(shapes: Shape[]): readonly Shape[] {
    return this.#index.order.sort(shapes, (shape) => shape);
  }

  /** Plans one frame and takes it for painted. `nowMs` on any monotonic scale. `live` is to be asked next. */
  next(look: EditorLook, nowMs: number): FramePlan {
    const before = this.#look;
    const [wasLive, wasLifted] = [this.#live, this.#lifted];
    const warm = this.#warmIds(look, nowMs);
    const hasGrown = this.#merge.advance(nowMs);
    const growing = this.#growing.ids(this.#index.undone, (id) => this.#touched.has(id) || this.#merge.hasTail(id), nowMs);
    this.#live = this.#liveIds(look, [...warm, ...growing]);
    this.#lifted = look.editingText === undefined ? this.#live : new Set([...this.#live, look.editingText.id]);
    this.#look = look;
    const suspects = new Set([...this.#touched.keys(), ...this.#restyled]);
    addDifference(suspects, this.#lifted, wasLifted);
    const step: StaticStep = this.#isAllStale || before === undefined ? { kind: "reset" } : this.#changed(suspects, wasLifted);
    this.#isLiveStale ||=
      step.kind !== "keep" ||
      before === undefined ||
      !isSameView(before, look) ||
      before.preview !== look.preview ||
      before.erasing !== look.erasing ||
      this.#areDraftsStale ||
      hasGrown ||
      before.editingText?.id !== look.editingText?.id ||
      // What is under the text field is lifted all the time, and is still no suspect.
      (look.editingText !== undefined && this.#live.has(look.editingText.id) !== wasLive.has(look.editingText.id)) ||
      [...suspects].some((id) => this.#live.has(id) || wasLive.has(id));
    this.#hadLive = wasLive.size > 0;
    this.#touched.clear();
    this.#restyled.clear();
    this.#arrived = [];
    this.#isAllStale = false;
    this.#areDraftsStale = false;
    return { static: step, isSettling: warm.length > 0 || this.#growing.isSettling };
  }
  #hadLive = false;

  /**
   * The live layer of the frame that was planned last. `late`: shapes of the static layer that it does not show yet; they
   * are shown here meanwhile.
   */
  live(late: readonly Shape[]): LiveStep {
    const hasNews = this.#isLiveStale || !isSameList(late, this.#late);
    const isNeeded = this.#live.size > 0 || this.#hadLive || late.length > 0 || this.#late.length > 0;
    this.#late = late;
    this.#isLiveStale = false;
    const look = this.#look;
    if (look === undefined || !hasNews || !isNeeded) return { kind: "keep" };
    return { kind: "redraw", items: this.#liveItems(look, visibleBox(look.camera, look.viewport)) };
  }

  #warmIds(look: EditorLook, nowMs: number): readonly ShapeId[] {
    for (const [id, before] of this.#touched) {
      // What this person's own hand holds is live for as long as it is held, and at rest as soon as it is not.
      const isOwn = look.preview.has(id) || this.#held.has(id);
      const wasThere = before !== undefined || this.#warm.has(id);
      if (!isOwn && wasThere && this.#store.view.get(id) !== undefined) this.#warm.note(id, nowMs);
    }
    return this.#warm.ids(nowMs);
  }

  #liveIds(look: EditorLook, moving: readonly ShapeId[]): ReadonlySet<ShapeId> {
    const held = new Set(look.preview.keys());
    if (look.busy) for (const id of this.#held) held.add(id);
    this.#held = held;
    this.#merge.keepOnly(this.#index.undone);
    const live = new Set([...held, ...look.erasing, ...moving]);
    // A shape is seen while its label is under the text field, a text is not.
    const edited = look.editingText && this.#store.view.get(look.editingText.id);
    return edited === undefined || edited.kind === "text" ? live : live.add(edited.id);
  }

  /** Where a shape is on the static layer now; undefined if it is not. */
  #staticBox(id: ShapeId): Box | undefined {
    return this.#lifted.has(id) ? undefined : this.#index.boxOf(id);
  }

  #changed(suspects: ReadonlySet<ShapeId>, wasLifted: ReadonlySet<ShapeId>): StaticStep {
    const put: Shape[] = [];
    const forget: ShapeId[] = [];
    const damage: Box[] = [];
    const over: Shape[] = [];
    for (const id of suspects) {
      const before = this.#touched.has(id) ? this.#touched.get(id) : wasLifted.has(id) ? undefined : this.#index.boxOf(id);
      const shape = this.#lifted.has(id) ? undefined : this.#store.view.get(id);
      if (before !== undefined) damage.push(before);
      if (shape === undefined) {
        if (before !== undefined) forget.push(id);
        continue;
      }
      put.push(shape);
      if (before === undefined) over.push(shape);
      else damage.push(pageBounds(shape));
    }
    const arrived = this.#arrived;
    if (put.length === 0 && forget.length === 0 && arrived.length === 0) return { kind: "keep" };
    const clear = this.#uncovered(over.sort(compareShapes), damage);
    return { kind: "change", put, forget, damage, over: clear, arrived };
  }

  /** Of shapes that are new on the layer, those that may be painted over it as it is. The places of the others join the damage. */
  #uncovered(over: readonly Shape[], damage: Box[]): readonly Shape[] {
    const clear = over.filter((shape) => !this.#isCovered(shape, damage));
    if (clear.length === over.length) return clear;
    for (const shape of over) if (!clear.includes(shape)) damage.push(pageBounds(shape));
    return this.#uncovered(clear, damage);
  }

  /** Is there another static shape over it, or is its place painted anew anyway? */
  #isCovered(shape: Shape, damage: readonly Box[]): boolean {
    const bounds = pageBounds(shape);
    if (damage.some((box) => boxesIntersect(box, bounds))) return true;
    const added = this.#touched;
    return this.#index.search(bounds).some((other) => {
      return !this.#lifted.has(other.id) && compareShapes(other, shape) > 0 && !(added.has(other.id) && added.get(other.id) === undefined);
    });
  }

  #liveItems(look: EditorLook, box: Box): PaintItem[] {
    const items = new Map<ShapeId, PaintItem>();
    const covers = new Map<ShapeId, PaintItem>();
    const show = (shape: Shape): void => {
      const bounds = pageBounds(shape);
      if (!boxesIntersect(bounds, box)) return;
      items.set(shape.id, { shape, opacity: opacityOf(shape, look), isCover: false });
      for (const other of this.#index.search(bounds)) {
        if (this.#lifted.has(other.id) || compareShapes(other, shape) < 0) continue;
        covers.set(other.id, { shape: other, opacity: other.opacity, isCover: true });
      }
    };
    for (const id of this.#live) {
      const shape = look.preview.get(id) ?? this.#withTail(id);
      if (shape === undefined) continue;
      const shown = look.editingText?.id === id ? this.#bare.of(shape) : shape;
      if (shown !== undefined) show(shown);
    }
    for (const shape of this.#late) show(shape);
    for (const id of items.keys()) covers.delete(id);
    return [...items.values(), ...covers.values()].sort((a, b) => compareShapes(a.shape, b.shape));
  }

  #withTail(id: ShapeId): Shape | undefined {
    const shape = this.#store.view.get(id);
    if (shape?.kind !== "draw") return shape;
    const seen = this.#merge.withTail(shape);
    return seen === shape ? seen : withClip(seen, clipOf(shape));
  }
}

/** Adds what is in one of the two sets only. */
function addDifference(to: Set<ShapeId>, a: ReadonlySet<ShapeId>, b: ReadonlySet<ShapeId>): void {
  for (const id of a) if (!b.has(id)) to.add(id);
  for (const id of b) if (!a.has(id)) to.add(id);
}

function opacityOf(shape: Shape, look: EditorLook): number {
  return look.erasing.has(shape.id) ? shape.opacity * ERASING_OPACITY : shape.opacity;
}

function isSameView(a: EditorLook, b: EditorLook): boolean {
  return isSameCamera(a.camera, b.camera) && a.viewport.w === b.viewport.w && a.viewport.h === b.viewport.h;
}
