// Lasers as they are seen: collects where the own one and those of others are, frame by frame, and paints what they have
// left. A laser is red, whoever holds it; the pointer at its tip says who that is. Sizes are screen sizes.
import type { Vec } from "@inkroom/geometry";
import type { CursorMotion } from "./cursor-motion.ts";
import { LaserTrails, type TrailPart } from "./laser-trails.ts";
import type { OverlayPaint } from "./overlay-painter.ts";
import type { CanvasPeer } from "./ports.ts";
import { toScreen } from "./screen.ts";
import { paintColor } from "./theme.ts";

/** Width of a laser at full strength, CSS pixels. */
const WIDTH_PX = 5;
/** Thinner parts than this are not painted, CSS pixels. */
const HAIR_PX = 0.25;
/** Stands for this person among the numbers of peers. */
const OWN = 0;

export class LaserPainter {
  readonly #trails = new LaserTrails<number>();
  #own: readonly Vec[] | undefined;
  #nowMs = 0;

  /** Takes over where lasers are now; `own` as EditorState.laser. True while something is to be seen: the next frame is due. */
  step(own: readonly Vec[] | undefined, peers: readonly CanvasPeer[], motion: CursorMotion, nowMs: number): boolean {
    const on = new Set<number>();
    // The same list again: the pointer rests.
    const places = own === this.#own ? own?.slice(-1) : own;
    this.#own = own;
    this.#nowMs = nowMs;
    if (places !== undefined) {
      on.add(OWN);
      this.#trails.shine(OWN, places, nowMs);
    }
    for (const { peer, laser } of peers) {
      const at = laser ? motion.at(peer) : undefined;
      if (at === undefined) continue;
      on.add(peer);
      this.#trails.shine(peer, [at], nowMs);
    }
    this.#trails.keepOn(on);
    return this.#trails.step(nowMs);
  }

  paint(paint: OverlayPaint): void {
    for (const who of this.#trails.seen) paintTrail(paint, this.#trails.parts(who, this.#nowMs));
  }
}

function paintTrail({ context, screen, theme }: OverlayPaint, parts: readonly TrailPart[]): void {
  const { pixelRatio } = screen;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.globalAlpha = 1;
  context.lineCap = "round";
  context.strokeStyle = paintColor(theme, { color: "red", shade: "full" });
  for (const part of parts) {
    context.lineWidth = WIDTH_PX * part.share;
    if (context.lineWidth < HAIR_PX) continue;
    const [from, to] = [toScreen(screen, part.from), toScreen(screen, part.to)];
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
}
