// The view goes along while something is dragged to its edge.
import type { Vec } from "@inkroom/geometry";
import { panBy, type Viewport } from "./camera.ts";
import type { EditorContext } from "./context.ts";
import type { PointerInput } from "./input-event.ts";

/** How near to the edge of the view a pointer pulls the view along, screen pixels: mouse and pen, and finger. */
const BAND_PX = { fine: 8, coarse: 24 } as const;
/** So long the pointer has to stay there before, ms: who only crosses the edge means something else. */
const DELAY_MS = 200;
/** Screen pixels per ms. */
const SPEED = 1;
/** Of a longer pause only so much counts, ms: the view does not jump. */
const MAX_STEP_MS = 50;

export class EdgeScroll {
  readonly #context: Pick<EditorContext, "state" | "patch">;
  #sinceMs: number | undefined;
  #lastMs = 0;

  constructor(context: Pick<EditorContext, "state" | "patch">) {
    this.#context = context;
  }

  /** The pointer is not at the edge, or nothing is dragged. */
  stop(): void {
    this.#sinceMs = undefined;
  }

  /** Moves the view by as much as is due. True if it has moved. `tMs` on the clock of the ticks. */
  follow({ screen, pointerType }: PointerInput, tMs: number): boolean {
    const { camera, viewport } = this.#context.state;
    const push = pushOf(screen, viewport, BAND_PX[pointerType === "touch" ? "coarse" : "fine"]);
    if (push.x === 0 && push.y === 0) {
      this.stop();
      return false;
    }
    if (this.#sinceMs === undefined) {
      this.#sinceMs = tMs;
      this.#lastMs = tMs;
      return false;
    }
    const by = SPEED * Math.min(MAX_STEP_MS, tMs - this.#lastMs);
    this.#lastMs = tMs;
    if (tMs - this.#sinceMs < DELAY_MS || by <= 0) return false;
    this.#context.patch({ camera: panBy(camera, -push.x * by, -push.y * by) });
    return true;
  }
}

/** -1, 0 or 1 for each axis: which way the edge is. */
function pushOf({ x, y }: Vec, { w, h }: Viewport, band: number): Vec {
  const along = (at: number, size: number): number => (at < band ? -1 : at > size - band ? 1 : 0);
  return { x: along(x, w), y: along(y, h) };
}
