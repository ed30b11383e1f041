// Other people's carets in texts. Few boards have any at first: their code is fetched when somebody has opened a text.
import type { LiveEntry } from "@inkroom/model";
import type { LineMeasurer, ShapeId } from "@inkroom/shapes";
import type * as caretPart from "./caret-part.ts";
import type { OverlayPaint } from "./overlay-painter.ts";
import type { CanvasPeer } from "./ports.ts";

export class LateCarets {
  readonly #onHere: () => void;
  #part: typeof caretPart | undefined;

  /** `onHere`: the code has come, and what was asked for before is to be asked for again. */
  constructor(onHere: () => void) {
    this.#onHere = onHere;
  }

  /** Paints those that are on the board; undefined where there are none, and where there are none yet. */
  painting(
    peers: readonly CanvasPeer[],
    entryOf: (id: ShapeId) => LiveEntry | undefined,
    measureLine: LineMeasurer,
  ): ((paint: OverlayPaint) => void) | undefined {
    if (peers.every(({ caret }) => caret === undefined)) return undefined;
    const part = this.#part;
    if (part === undefined) {
      // Where it cannot be had, the next caret asks again.
      this.#fetch().catch(() => undefined);
      return undefined;
    }
    const carets = part.peerCarets(peers, entryOf, measureLine);
    return carets.length === 0 ? undefined : (paint) => part.paintCarets(paint, carets);
  }

  async #fetch(): Promise<void> {
    const part = await import("./caret-part.ts");
    if (this.#part !== undefined) return;
    this.#part = part;
    this.#onHere();
  }
}
