// Whether the overlay shows what it should: compares what it was painted from with what there is.
import type { BoardChange } from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";
import type { OverlayLook } from "./overlay-model.ts";
import type { CanvasPeer } from "./ports.ts";

/** State that is replaced, never changed, so that identity tells. Previews matter only of shapes that are framed. */
const WATCHED = [
  "tool",
  "camera",
  "selection",
  "hovered",
  "bindTarget",
  "takers",
  "marked",
  "point",
  "brush",
  "lasso",
  "heldFrame",
  "renaming",
  "overLink",
  "guides",
  "editingText",
  "readonly",
  "isLocked",
  "entered",
  "cropping",
  "busy",
] as const satisfies readonly (keyof OverlayLook)[];

export class OverlayWatch {
  #painted: OverlayLook | undefined;
  #isStale = true;
  /** Shapes that have a frame or an outline on the overlay. */
  #framed = new Set<ShapeId>();

  noteAll(): void {
    this.#isStale = true;
  }

  noteChange(change: BoardChange): void {
    if (this.#isStale) return;
    this.#isStale = change.origin === "reset" || [...change.touched].some((id) => this.#framed.has(id));
  }

  isStale(look: OverlayLook): boolean {
    const painted = this.#painted;
    if (this.#isStale || painted === undefined || WATCHED.some((key) => painted[key] !== look[key])) return true;
    if (painted.preview === look.preview) return false;
    return [...this.#framed].some((id) => painted.preview.get(id) !== look.preview.get(id));
  }

  /** `marked`: what has a name or a badge whatever is selected. */
  notePainted(look: OverlayLook, peers: readonly CanvasPeer[], marked: Iterable<ShapeId> = []): void {
    this.#painted = look;
    this.#isStale = false;
    this.#framed = new Set([
      ...look.selection,
      ...marked,
      ...(look.takers ?? []),
      ...peers.flatMap((peer) => (peer.caret === undefined ? peer.selection : [...peer.selection, peer.caret.id])),
    ]);
    for (const id of [look.hovered, look.bindTarget, look.marked?.id]) if (id !== undefined) this.#framed.add(id);
  }
}
