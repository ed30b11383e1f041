// What lies over the board, as soon as there is anything of it: its code is fetched with the first.
import type { Vec } from "@inkroom/geometry";
import type { LiveEntry } from "@inkroom/model";
import type { LineMeasurer, Shape, ShapeId } from "@inkroom/shapes";
import type { CursorMotion } from "./cursor-motion.ts";
import type { Marked, OverlayLook } from "./overlay-model.ts";
import type * as code from "./overlay-part.ts";
import type { OverlayPaint } from "./overlay-painter.ts";
import type { CanvasPeer } from "./ports.ts";
import type { ShapePainter } from "./shape-painter.ts";

type Part = { readonly code: typeof code; readonly lasers: code.LaserPainter; readonly cursors: code.CursorPainter };

/** All that an overlay is made from. */
export type OverlaySource = {
  readonly look: OverlayLook;
  readonly peers: readonly CanvasPeer[];
  readonly motion: CursorMotion;
  readonly marked: Marked;
  /** A laser's trail is on the board. */
  readonly isLaserSeen: boolean;
  readonly shapeOf: (id: ShapeId) => Shape | undefined;
  readonly entryOf: (id: ShapeId) => LiveEntry | undefined;
  readonly measureLine: LineMeasurer;
};

/** Fetches the code ahead of what needs it; rejects where it cannot be had. */
export function fetchOverlay(): Promise<typeof code> {
  return import("./overlay-part.ts");
}

type Painting = (paint: OverlayPaint, shapes: ShapePainter) => void;

export class LateOverlay {
  readonly #onHere: () => void;
  #part: Part | undefined;

  /** `onHere`: the code has come, and what was asked for before is to be asked for again. */
  constructor(onHere: () => void) {
    this.#onHere = onHere;
  }

  /** Pointers of others painted so far. */
  get cursorsPainted(): number {
    return this.#part?.cursors.painted ?? 0;
  }

  /** Forgets what was made of letters, after the font has changed. */
  reset(): void {
    this.#part?.cursors.reset();
  }

  /** Paints what is to be seen; undefined where that is nothing, and while the code for it is on its way. */
  picture(source: OverlaySource): Painting | undefined {
    if (!mayShow(source)) return undefined;
    const part = this.#here();
    if (part === undefined) return undefined;
    const { overlayModel, isEmptyOverlay, peerCarets, paintOverlay } = part.code;
    const { look, peers, motion, marked, isLaserSeen, shapeOf, entryOf, measureLine } = source;
    const model = overlayModel(look, shapeOf, peers, motion, marked);
    const carets = peers.some(({ caret }) => caret !== undefined) ? peerCarets(peers, entryOf, measureLine) : [];
    if (isEmptyOverlay(model) && carets.length === 0 && !isLaserSeen) return undefined;
    return (paint, shapes) => paintOverlay(paint, model, carets, { ...part, shapes, measureLine });
  }

  /** As LaserPainter.step: true while something is to be seen. */
  stepLasers(own: readonly Vec[] | undefined, peers: readonly CanvasPeer[], motion: CursorMotion, nowMs: number): boolean {
    const isOn = own !== undefined || peers.some(({ laser }) => laser);
    const part = isOn ? this.#here() : this.#part;
    return part?.lasers.step(own, peers, motion, nowMs) === true;
  }

  #here(): Part | undefined {
    // Where it cannot be had, it is asked for again with the next frame that needs it.
    if (this.#part === undefined) this.#fetch().catch(() => undefined);
    return this.#part;
  }

  async #fetch(): Promise<void> {
    const fetched = await fetchOverlay();
    if (this.#part !== undefined) return;
    this.#part = { code: fetched, lasers: new fetched.LaserPainter(), cursors: new fetched.CursorPainter() };
    this.#onHere();
  }
}

/** False where there certainly is nothing: then the code is not asked for. */
function mayShow({ look, peers, marked, isLaserSeen }: OverlaySource): boolean {
  const { selection, hovered, bindTarget, takers, marked: letters, brush, lasso, heldFrame, guides, cropping } = look;
  const own = [hovered, bindTarget, takers, letters, brush, lasso, heldFrame, cropping];
  const some = [selection.size, guides.length, peers.length, marked.frames.length, marked.linked.length];
  return isLaserSeen || own.some((each) => each !== undefined) || some.some((count) => count > 0);
}
