// What has to be painted next, on which layer and in which order. No DOM: this is where redraws are saved.
//
// A shape is on the live layer while it is under a hand: strokes that grow, what the editor previews, and what someone
// else is dragging.
// All others are on the static layer, which is repainted only when something on it, the camera or the look changes.
// Both layers of a frame are planned together, so that a shape changes layers without being gone or doubled.
import { type Box, boxesIntersect } from "@inkroom/geometry";
import { type Camera, visibleBox, type Viewport } from "@inkroom/editor";
import type { BoardChange, BoardStore } from "@inkroom/model";
import { compareShapes, pageBounds, type Shape, type ShapeId } from "@inkroom/shapes";
import { BoardIndex } from "./board-index.ts";
import { DraftMerge } from "./draft-merge.ts";
import type { DraftPort } from "./ports.ts";
import { GrowingStrokes } from "./growing-strokes.ts";
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
/** `append`: paint these over what is there. Items are in stacking order, bottom first. */
export type StaticStep = { readonly kind: "keep" } | { readonly kind: "redraw" | "append"; readonly items: readonly PaintItem[] };
export type LiveStep = { readonly kind: "keep" } | { readonly kind: "redraw"; readonly items: readonly PaintItem[] };
export type FramePlan = {
  readonly static: StaticStep;
  readonly live: LiveStep;
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
  readonly #growing = new GrowingStrokes();
  readonly #touched = new Set<ShapeId>();
  /** What is on the static layer's canvas now. */
  #painted = new Map<ShapeId, PaintItem>();
  #live: ReadonlySet<ShapeId> = new Set();
  /** Previewed since the press began: they stay live until it ends, even between two previews. */
  #held: ReadonlySet<ShapeId> = new Set();
  #look: EditorLook | undefined;
  #isAllStale = true;
  #areDraftsStale = false;

  constructor(store: BoardStore, drafts?: DraftPort) {
    this.#store = store;
    this.#index = new BoardIndex(store.view);
    this.#merge = new DraftMerge(drafts);
  }

  noteChange(change: BoardChange): void {
    this.#index.note(change);
    if (change.origin === "reset") this.#isAllStale = true;
    else for (const id of change.touched) this.#touched.add(id);
  }

  noteDrafts(): void {
    this.#areDraftsStale = true;
  }

  /** The theme, the font or the canvas itself has changed: everything is to be painted again. */
  noteAppearance(): void {
    this.#isAllStale = true;
  }

  /** Plans one frame and takes it for painted. `nowMs` on any monotonic scale. */
  next(look: EditorLook, nowMs: number): FramePlan {
    const before = this.#look;
    const box = visibleBox(look.camera, look.viewport);
    const isAllStale = this.#isAllStale || before === undefined || !isSameView(before, look);
    const wasLive = this.#live;
    const warm = this.#warmIds(look, nowMs);
    const growing = this.#growing.ids(this.#index.undone, (id) => this.#touched.has(id) || this.#merge.hasTail(id), nowMs);
    this.#live = this.#liveIds(look, [...warm, ...growing]);
    this.#look = look;
    const suspects = this.#suspects(before, look, wasLive);
    const step = isAllStale ? this.#redrawn(look, box) : this.#changed(suspects, look, box);
    if (step.kind !== "keep") for (const item of step.items) this.#painted.set(item.shape.id, item);
    const isLiveStale =
      isAllStale ||
      step.kind !== "keep" ||
      before.preview !== look.preview ||
      this.#areDraftsStale ||
      [...suspects].some((id) => this.#live.has(id) || wasLive.has(id));
    const hasLive = this.#live.size > 0 || wasLive.size > 0;
    const live: LiveStep = isLiveStale && hasLive ? { kind: "redraw", items: this.#liveItems(look, box) } : { kind: "keep" };
    this.#touched.clear();
    this.#isAllStale = false;
    this.#areDraftsStale = false;
    return { static: step, live, isSettling: warm.length > 0 || this.#growing.isSettling };
  }

  #warmIds(look: EditorLook, nowMs: number): readonly ShapeId[] {
    for (const id of this.#touched) {
      // What this person's own hand holds is live for as long as it is held, and at rest as soon as it is not.
      const isOwn = look.preview.has(id) || this.#held.has(id);
      const wasThere = this.#painted.has(id) || this.#warm.has(id);
      if (!isOwn && wasThere && this.#store.view.get(id) !== undefined) this.#warm.note(id, nowMs);
    }
    return this.#warm.ids(nowMs);
  }

  #liveIds(look: EditorLook, moving: readonly ShapeId[]): ReadonlySet<ShapeId> {
    const held = new Set(look.preview.keys());
    if (look.busy) for (const id of this.#held) held.add(id);
    this.#held = held;
    this.#merge.keepOnly(this.#index.undone);
    return new Set([...held, ...moving]);
  }

  /** Ids that may look different or lie on another layer than in the frame before. */
  #suspects(before: EditorLook | undefined, look: EditorLook, wasLive: ReadonlySet<ShapeId>): ReadonlySet<ShapeId> {
    const suspects = new Set(this.#touched);
    addDifference(suspects, this.#live, wasLive);
    if (before !== undefined && before.erasing !== look.erasing) addDifference(suspects, look.erasing, before.erasing);
    if (before?.editingText?.id !== look.editingText?.id) {
      if (before?.editingText) suspects.add(before.editingText.id);
      if (look.editingText) suspects.add(look.editingText.id);
    }
    return suspects;
  }

  #redrawn(look: EditorLook, box: Box): StaticStep {
    const items: PaintItem[] = [];
    for (const shape of this.#index.search(box)) {
      const item = this.#staticItem(shape, look);
      if (item !== undefined) items.push(item);
    }
    this.#painted = new Map();
    return { kind: "redraw", items: this.#index.order.sort(items, (item) => item.shape) };
  }

  /** Looks at the suspects only; anything but new shapes on top needs the layer painted anew. */
  #changed(suspects: ReadonlySet<ShapeId>, look: EditorLook, box: Box): StaticStep {
    const added: PaintItem[] = [];
    for (const id of suspects) {
      const painted = this.#painted.get(id);
      const shape = this.#store.view.get(id);
      const item = shape === undefined ? undefined : this.#staticItem(shape, look);
      if (painted !== undefined) {
        if (item === undefined || item.shape !== painted.shape || item.opacity !== painted.opacity) return this.#redrawn(look, box);
      } else if (item !== undefined && boxesIntersect(pageBounds(item.shape), box)) {
        added.push(item);
      }
    }
    if (added.length === 0) return { kind: "keep" };
    if (added.some((item) => this.#isCovered(item.shape))) return this.#redrawn(look, box);
    return { kind: "append", items: added.sort((a, b) => compareShapes(a.shape, b.shape)) };
  }

  #isCovered(shape: Shape): boolean {
    return this.#index.search(pageBounds(shape)).some((other) => this.#painted.has(other.id) && compareShapes(other, shape) > 0);
  }

  #staticItem(shape: Shape, look: EditorLook): PaintItem | undefined {
    if (this.#live.has(shape.id) || look.editingText?.id === shape.id) return undefined;
    return { shape, opacity: opacityOf(shape, look), isCover: false };
  }

  #liveItems(look: EditorLook, box: Box): PaintItem[] {
    const items = new Map<ShapeId, PaintItem>();
    const covers = new Map<ShapeId, PaintItem>();
    for (const id of this.#live) {
      const shape = look.preview.get(id) ?? this.#withTail(id);
      if (shape === undefined || look.editingText?.id === id) continue;
      const bounds = pageBounds(shape);
      if (!boxesIntersect(bounds, box)) continue;
      items.set(id, { shape, opacity: opacityOf(shape, look), isCover: false });
      if (this.#painted.size === 0) continue;
      for (const other of this.#index.search(bounds)) {
        const painted = this.#painted.get(other.id);
        if (painted !== undefined && compareShapes(other, shape) > 0) covers.set(other.id, { ...painted, isCover: true });
      }
    }
    return [...items.values(), ...covers.values()].sort((a, b) => compareShapes(a.shape, b.shape));
  }

  #withTail(id: ShapeId): Shape | undefined {
    const shape = this.#store.view.get(id);
    return shape?.kind === "draw" ? this.#merge.withTail(shape) : shape;
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
  return (
    a.camera.x === b.camera.x &&
    a.camera.y === b.camera.y &&
    a.camera.zoom === b.camera.zoom &&
    a.viewport.w === b.viewport.w &&
    a.viewport.h === b.viewport.h
  );
}
