// Whether the overlay shows what it should: compares what it was painted from with what there is.
import type { BoardChange } from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";
import type { OverlayLook } from "./overlay-model.ts";
import type { CanvasPeer } from "./ports.ts";

/** State that is replaced, never changed, so that identity tells. */
const WATCHED = [
  "tool",
  "camera",
  "selection",
  "hovered",
  "brush",
  "preview",
  "editingText",
  "readonly",
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
    return this.#isStale || painted === undefined || WATCHED.some((key) => painted[key] !== look[key]);
  }

  notePainted(look: OverlayLook, peers: readonly CanvasPeer[]): void {
    this.#painted = look;
    this.#isStale = false;
    this.#framed = new Set([...look.selection, ...peers.flatMap((peer) => peer.selection)]);
    if (look.hovered !== undefined) this.#framed.add(look.hovered);
  }
}
