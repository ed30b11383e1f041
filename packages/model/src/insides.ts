// What lies in what, which frames there are and which shapes lead somewhere, kept up to date by the ids that changes name.
import { PAGE_ID, type Shape, type ShapeId } from "@inkroom/shapes";
import type { BoardChange, BoardView } from "./board-store.ts";
import { IdSets, withRelated } from "./id-sets.ts";

export class Insides {
  readonly #view: BoardView;
  /** Only of shapes that do not lie on the page itself. Undefined: to be read from the board. */
  #parents: Map<ShapeId, ShapeId> | undefined;
  readonly #children = new IdSets();
  readonly #frames = new Set<ShapeId>();
  readonly #linked = new Set<ShapeId>();

  constructor(view: BoardView) {
    this.#view = view;
  }

  /** All frames of the board, in no particular order. */
  get frames(): ReadonlySet<ShapeId> {
    this.#known();
    return this.#frames;
  }

  /** All shapes with a link, in no particular order. */
  get linked(): ReadonlySet<ShapeId> {
    this.#known();
    return this.#linked;
  }

  /** What lies in a shape itself, whatever it is, and whether it is on the board or not. */
  childrenOf(id: ShapeId): ReadonlySet<ShapeId> {
    this.#known();
    return this.#children.get(id);
  }

  /** What lies in a shape, what lies in that included; whatever it is, and whether it is on the board or not. */
  *within(id: ShapeId): Iterable<ShapeId> {
    this.#known();
    const open = [...this.#children.get(id)];
    const seen = new Set<ShapeId>([id]);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      yield next;
      open.push(...this.#children.get(next));
    }
  }

  /** What a shape lies in, from the inside out, as far as that is on the board. */
  around(shape: Shape, shapes: Pick<BoardView, "get"> = this.#view): readonly Shape[] {
    const parents: Shape[] = [];
    for (let at = shape.parent; at !== PAGE_ID;) {
      const parent = shapes.get(at);
      // What is seen ahead of the board may lie in itself for a moment.
      if (parent === undefined || parent.id === shape.id || parents.includes(parent)) break;
      parents.push(parent);
      at = parent.parent;
    }
    return parents;
  }

  /** To be called with every change of the board. Gives what has changed with what lies in it; the same set where nothing does. */
  note(change: BoardChange): ReadonlySet<ShapeId> {
    if (change.origin === "reset") this.#parents = undefined;
    if (this.#parents === undefined) this.#known();
    else for (const id of change.touched) this.#place(this.#parents, id, this.#view.get(id));
    if (this.#children.isEmpty) return change.touched;
    return withRelated(change.touched, (id) => {
      const own = this.#children.get(id);
      return own.size === 0 ? own : this.within(id);
    });
  }

  #known(): void {
    if (this.#parents !== undefined) return;
    this.#children.clear();
    this.#frames.clear();
    this.#linked.clear();
    this.#parents = new Map();
    for (const shape of this.#view.shapes()) this.#place(this.#parents, shape.id, shape);
  }

  /** Nearly all shapes of a large board lie on the page: those are to cost next to nothing. */
  #place(parents: Map<ShapeId, ShapeId>, id: ShapeId, shape: Shape | undefined): void {
    if (shape?.kind === "frame") this.#frames.add(id);
    else if (this.#frames.size > 0) this.#frames.delete(id);
    if (shape !== undefined && shape.link !== "") this.#linked.add(id);
    else if (this.#linked.size > 0) this.#linked.delete(id);
    const after = shape === undefined || shape.parent === PAGE_ID ? undefined : shape.parent;
    if (after === undefined && parents.size === 0) return;
    const before = parents.get(id);
    if (before === after) return;
    if (before !== undefined) this.#children.delete(before, id);
    if (after === undefined) {
      parents.delete(id);
      return;
    }
    parents.set(id, after);
    this.#children.add(after, id);
  }
}
