// Which arrows hang on which shape, kept up to date by the ids that changes name.
import { END_NAMES, type ShapeId } from "@inkroom/shapes";
import type { BoardChange, BoardView } from "./board-store.ts";
import { IdSets, withRelated } from "./id-sets.ts";

export class ArrowEnds {
  readonly #view: BoardView;
  /** Undefined: to be read from the board. */
  #targets: Map<ShapeId, readonly ShapeId[]> | undefined;
  readonly #arrows = new IdSets();

  constructor(view: BoardView) {
    this.#view = view;
  }

  arrowsOn(id: ShapeId): ReadonlySet<ShapeId> {
    this.#known();
    return this.#arrows.get(id);
  }

  /** To be called with every change of the board. Gives what has changed with the arrows that hang on it; the same set where none does. */
  note(change: BoardChange): ReadonlySet<ShapeId> {
    if (change.origin === "reset") this.#targets = undefined;
    if (this.#targets === undefined) this.#known();
    else for (const id of change.touched) this.#place(this.#targets, id);
    return this.#arrows.isEmpty ? change.touched : withRelated(change.touched, (id) => this.#arrows.get(id));
  }

  #known(): void {
    if (this.#targets !== undefined) return;
    this.#arrows.clear();
    this.#targets = new Map();
    for (const { id, kind } of this.#view.shapes()) if (kind === "arrow") this.#place(this.#targets, id);
  }

  #place(targets: Map<ShapeId, readonly ShapeId[]>, id: ShapeId): void {
    const shape = this.#view.get(id);
    const before = targets.get(id);
    if (shape?.kind !== "arrow" && before === undefined) return;
    for (const target of before ?? []) this.#arrows.delete(target, id);
    const after = shape?.kind === "arrow" ? END_NAMES.flatMap((end) => shape[end]?.id ?? []) : [];
    if (after.length === 0) targets.delete(id);
    else targets.set(id, after);
    for (const target of after) this.#arrows.add(target, id);
  }
}
