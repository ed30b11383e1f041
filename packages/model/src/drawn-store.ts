// A board as it is seen: arrows with their ends where the shapes are that they hang on, elbows round what is in their way, and what
// frames leave of what lies in them. What is stored stays as it was written; here it follows, and whoever listens hears of an arrow
// when a shape under one of its ends or in its way has changed, and of what lies in a frame when that has.
import {
  type ArrowShape,
  boundArrow,
  DEFAULT_PATTERN,
  END_NAMES,
  PAPER_ID,
  type PatternName,
  type Shape,
  type ShapeId,
} from "@inkroom/shapes";
import { ArrowEnds } from "./arrow-ends.ts";
import type { BoardChange, BoardStore, BoardView } from "./board-store.ts";
import type { ElbowWays } from "./elbow-ways.ts";
import { FrameClips } from "./frame-clips.ts";
import { Insides } from "./insides.ts";

/** `get`, `shapes` and `size` give shapes as they are drawn; `entry` and `record` as they are stored. */
export type DrawnView = BoardView & {
  /** The arrows that hang on a shape, whether it is on the board or not. */
  arrowsOn(id: ShapeId): ReadonlySet<ShapeId>;
  /** May this person not change the shape, because somebody else has made it? */
  isForeign(id: ShapeId): boolean;
  /** What is printed on the paper. The paper itself is none of the shapes, and not counted. */
  readonly pattern: PatternName;
  /** All frames, in no particular order. */
  frames(): ReadonlySet<ShapeId>;
  /** All shapes that lead somewhere, in no particular order. */
  linked(): ReadonlySet<ShapeId>;
  /** What lies in a shape itself, whether that is on the board or not. */
  childrenOf(id: ShapeId): ReadonlySet<ShapeId>;
  /** What lies in a shape, and in what lies in it. */
  within(id: ShapeId): Iterable<ShapeId>;
  /** Shapes that are seen ahead of the board, with the arrows that hang on them or go round them, as far as frames show them. */
  ahead(preview: ReadonlyMap<ShapeId, Shape>): ReadonlyMap<ShapeId, Shape>;
};
export type DrawnStore = BoardStore & {
  readonly view: DrawnView;
  /**
   * Fetches the code that finds the ways of elbows, which have one corner until it is here; the first elbow that is seen does so too.
   * Rejects where it cannot be had: the next call asks again.
   */
  loadElbows(): Promise<void>;
};

const KNOWN = new WeakMap<BoardStore, DrawnStore>();

/** The store as it is seen; one and the same for all who ask for that of a store, and for that of itself. */
export function drawnStore(store: BoardStore): DrawnStore {
  const known = KNOWN.get(store);
  if (known !== undefined) return known;
  const made = new BoardAsDrawn(store);
  KNOWN.set(store, made);
  KNOWN.set(made, made);
  return made;
}

/** What an arrow was drawn from, to tell whether it still looks like that. */
type Drawn = { readonly stored: ArrowShape; readonly targets: readonly (Shape | undefined)[]; readonly shape: ArrowShape };

class BoardAsDrawn implements DrawnStore {
  readonly #store: BoardStore;
  readonly #ends: ArrowEnds;
  readonly #insides: Insides;
  readonly #clips: FrameClips;
  #ways: ElbowWays | undefined;
  readonly #drawn = new Map<ShapeId, Drawn>();
  readonly #listeners = new Set<(change: BoardChange) => void>();
  readonly view: DrawnView;

  constructor(store: BoardStore) {
    this.#store = store;
    this.#ends = new ArrowEnds(store.view);
    this.#insides = new Insides(store.view);
    this.#clips = new FrameClips(this.#insides);
    const { view } = store;
    this.view = {
      get: (id) => (id === PAPER_ID ? undefined : this.#asDrawn(view.get(id))),
      entry: (id) => view.entry(id),
      record: (id) => view.record(id),
      shapes: () => this.#shapes(),
      get size() {
        return view.size - (view.get(PAPER_ID) === undefined ? 0 : 1);
      },
      get pattern() {
        const paper = view.get(PAPER_ID);
        return paper?.kind === "paper" ? paper.pattern : DEFAULT_PATTERN;
      },
      isForeign: (id) => store.guard?.isForeign(view, id) === true,
      arrowsOn: (id) => this.#ends.arrowsOn(id),
      frames: () => this.#insides.frames,
      linked: () => this.#insides.linked,
      childrenOf: (id) => this.#insides.childrenOf(id),
      within: (id) => this.#insides.within(id),
      ahead: (preview) => this.#clips.ahead(this.#withArrows(preview), this.view),
    };
    store.subscribe((change) => this.#note(change));
  }

  get client() {
    return this.#store.client;
  }

  get nextN() {
    return this.#store.nextN;
  }

  get canEdit() {
    return this.#store.canEdit;
  }

  get guard() {
    return this.#store.guard;
  }

  commit(ops: Parameters<BoardStore["commit"]>[0]): number {
    return this.#store.commit(ops);
  }

  lastLife(id: ShapeId) {
    return this.#store.lastLife(id);
  }

  onRenumbered(listener: Parameters<BoardStore["onRenumbered"]>[0]): () => void {
    return this.#store.onRenumbered(listener);
  }

  subscribe(listener: (change: BoardChange) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #note(change: BoardChange): void {
    const related = this.#ends.note({ ...change, touched: this.#insides.note(change) });
    const touched = this.#ways?.note(change, related) ?? related;
    if (change.origin === "reset") {
      this.#drawn.clear();
      this.#clips.clear();
    }
    this.#tell(touched === change.touched ? change : { ...change, touched });
  }

  #tell(change: BoardChange): void {
    for (const id of change.touched) this.#drawn.delete(id);
    this.#clips.forget(change.touched);
    for (const listener of [...this.#listeners]) listener(change);
  }

  *#shapes(): Iterable<Shape> {
    for (const shape of this.#store.view.shapes()) if (shape.kind !== "paper") yield this.#asDrawn(shape);
  }

  #asDrawn<S extends Shape | undefined>(shape: S): S {
    if (shape === undefined) return shape;
    const whole = shape.kind === "arrow" && isFollowing(shape) ? this.#follow(shape) : shape;
    // reason: a shape is drawn as a shape of its kind.
    return this.#clips.clipped<Shape>(whole) as S;
  }

  #follow(stored: ArrowShape): ArrowShape {
    const { view } = this.#store;
    const targets = END_NAMES.map((end) => (stored[end] === null ? undefined : view.get(stored[end].id)));
    const known = this.#drawn.get(stored.id);
    if (known?.stored === stored && known.targets.every((target, i) => target === targets[i])) return known.shape;
    const shape = stored.route === "elbow" ? this.#elbow(stored) : boundArrow(view, stored);
    this.#drawn.set(stored.id, { stored, targets, shape });
    return shape;
  }

  #elbow(stored: ArrowShape): ArrowShape {
    if (this.#ways !== undefined) return this.#ways.drawn(stored);
    // Where the code cannot be had, the next elbow asks again.
    this.loadElbows().catch(() => undefined);
    return boundArrow(this.#store.view, stored);
  }

  async loadElbows(): Promise<void> {
    const { ElbowWays } = await import("./elbow-ways.ts");
    if (this.#ways !== undefined) return;
    this.#ways = new ElbowWays(this.#store.view);
    const seen = [...this.#drawn.values()].flatMap(({ stored }) => (stored.route === "elbow" ? [stored.id] : []));
    if (seen.length > 0) this.#tell({ touched: new Set(seen), origin: "part" });
  }

  #withArrows(preview: ReadonlyMap<ShapeId, Shape>): ReadonlyMap<ShapeId, Shape> {
    const ways = this.#ways?.ahead(preview);
    const following = new Set(ways?.elbows);
    for (const [id, shape] of preview) {
      if (shape.kind === "arrow" && isFollowing(shape)) following.add(id);
      for (const arrow of this.#ends.arrowsOn(id)) following.add(arrow);
    }
    if (following.size === 0) return preview;
    const { view } = this.#store;
    const shapes = { get: (id: ShapeId) => preview.get(id) ?? view.get(id) };
    const seen = new Map(preview);
    for (const id of following) {
      const arrow = shapes.get(id);
      if (arrow?.kind === "arrow") seen.set(id, (arrow.route === "elbow" && ways?.drawn(arrow)) || boundArrow(shapes, arrow));
    }
    return seen;
  }
}

/** Is it seen elsewhere than it is stored? */
function isFollowing({ start, end, route }: ArrowShape): boolean {
  return start !== null || end !== null || route === "elbow";
}
