// What few overlays show: other people's carets in texts, lasers, and the handles of lines and notes. Its code is fetched with the first of it.
import type { Vec } from "@inkroom/geometry";
import type { LiveEntry } from "@inkroom/model";
import type { LineMeasurer, ShapeId } from "@inkroom/shapes";
import type { CursorMotion } from "./cursor-motion.ts";
import type { Handles } from "./handle-painter.ts";
import type { LaserPainter, paintCarets, paintHandles, peerCarets } from "./overlay-part.ts";
import type { OverlayPaint } from "./overlay-painter.ts";
import type { CanvasPeer } from "./ports.ts";

type Part = {
  readonly peerCarets: typeof peerCarets;
  readonly paintCarets: typeof paintCarets;
  readonly paintHandles: typeof paintHandles;
  readonly lasers: LaserPainter;
};
type Painting = (paint: OverlayPaint) => void;

export class LateOverlay {
  readonly #onHere: () => void;
  #part: Part | undefined;

  /** `onHere`: the code has come, and what was asked for before is to be asked for again. */
  constructor(onHere: () => void) {
    this.#onHere = onHere;
  }

  /** Paints the carets that are on the board; undefined where there are none, and where there are none yet. */
  carets(peers: readonly CanvasPeer[], entryOf: (id: ShapeId) => LiveEntry | undefined, measureLine: LineMeasurer): Painting | undefined {
    if (peers.every(({ caret }) => caret === undefined)) return undefined;
    const part = this.#here();
    const carets = part?.peerCarets(peers, entryOf, measureLine) ?? [];
    return carets.length === 0 ? undefined : (paint) => part?.paintCarets(paint, carets);
  }

  /** As LaserPainter.step: true while something is to be seen. */
  stepLasers(own: readonly Vec[] | undefined, peers: readonly CanvasPeer[], motion: CursorMotion, nowMs: number): boolean {
    const isOn = own !== undefined || peers.some(({ laser }) => laser);
    const part = isOn ? this.#here() : this.#part;
    return part?.lasers.step(own, peers, motion, nowMs) === true;
  }

  paintLasers(paint: OverlayPaint): void {
    this.#part?.lasers.paint(paint);
  }

  paintHandles(paint: OverlayPaint, handles: Handles): void {
    const { points, plusHandles, guides } = handles;
    if (points.length + plusHandles.length + guides.length > 0) this.#here()?.paintHandles(paint, handles);
  }

  #here(): Part | undefined {
    // Where it cannot be had, it is asked for again with the next frame that needs it.
    if (this.#part === undefined) this.#fetch().catch(() => undefined);
    return this.#part;
  }

  async #fetch(): Promise<void> {
    const code = await import("./overlay-part.ts");
    if (this.#part !== undefined) return;
    const { peerCarets, paintCarets, paintHandles, LaserPainter } = code;
    this.#part = { peerCarets, paintCarets, paintHandles, lasers: new LaserPainter() };
    this.#onHere();
  }
}
