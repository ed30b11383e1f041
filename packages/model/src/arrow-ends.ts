// Which arrows hang on which shape, kept up to date by the ids that changes name.
import { END_NAMES, type ShapeId } from "@inkroom/shapes";
import type { BoardChange, BoardView } from "./board-store.ts";

export class ArrowEnds {
  readonly #view: BoardView;
  /** Undefined: to be read from the board. */
  #targets: Map<ShapeId, readonly ShapeId[]> | undefined;
  readonly #arrows = new Map<ShapeId, Set<ShapeId>>();

  constructor(view: BoardView) {
    this.#view = view;
  }

  arrowsOn(id: ShapeId): ReadonlySet<ShapeId> {
    this.#known();
    return this.#arrows.get(id) ?? NONE;
  }

  /** To be called with every change of the board. Gives what has changed with the arrows that hang on it; the same set where none does. */
  note(change: BoardChange): ReadonlySet<ShapeId> {
    if (change.origin === "reset") this.#targets = undefined;
    if (this.#targets === undefined) this.#known();
    else for (const id of change.touched) this.#place(this.#targets, id);
    if (this.#arrows.size === 0) return change.touched;
    let all: Set<ShapeId> | undefined;
    for (const id of change.touched) {
      const arrows = this.#arrows.get(id);
      if (arrows === undefined) continue;
      all ??= new Set(change.touched);
      for (const arrow of arrows) all.add(arrow);
    }
    return all ?? change.touched;
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
    for (const target of before ?? []) this.#leave(target, id);
    const after = shape?.kind === "arrow" ? END_NAMES.flatMap((end) => shape[end]?.id ?? []) : [];
    if (after.length === 0) targets.delete(id);
    else targets.set(id, after);
    for (const target of after) {
      const arrows = this.#arrows.get(target);
      if (arrows === undefined) this.#arrows.set(target, new Set([id]));
      else arrows.add(id);
    }
  }

  #leave(target: ShapeId, arrow: ShapeId): void {
    const arrows = this.#arrows.get(target);
    arrows?.delete(arrow);
    if (arrows?.size === 0) this.#arrows.delete(target);
  }
}

const NONE: ReadonlySet<ShapeId> = new Set();
