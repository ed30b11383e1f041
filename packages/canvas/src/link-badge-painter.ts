// The badges of shapes that lead somewhere: on the overlay, as large on every screen.
import type { Vec } from "@inkroom/geometry";
import { LINK_BADGE_PX } from "@inkroom/shapes";
import type { OverlayPaint } from "./overlay-painter.ts";
import { toScreen } from "./screen.ts";

export type LinkBadge = {
  /** The centre, on the page. */
  readonly at: Vec;
  /** It leads to a place on this board. */
  readonly isPlace: boolean;
  /** The pointer is over it. */
  readonly isLit: boolean;
};

/** Strokes of the signs, about the centre, screen pixels: out of the board, and on to a place of it. */
const OUT = [
  [-3.5, 3.5, 3.5, -3.5],
  [-1.5, -3.5, 3.5, -3.5],
  [3.5, -3.5, 3.5, 1.5],
] as const;
const ON = [
  [-4, 0, 4, 0],
  [0.5, -3.5, 4, 0],
  [0.5, 3.5, 4, 0],
] as const;

export function paintLinkBadges({ context, screen, theme }: OverlayPaint, badges: readonly LinkBadge[]): void {
  const { pixelRatio } = screen;
  for (const { at, isPlace, isLit } of badges) {
    const { x, y } = toScreen(screen, at);
    context.setTransform(pixelRatio, 0, 0, pixelRatio, Math.round(x * pixelRatio), Math.round(y * pixelRatio));
    context.beginPath();
    context.arc(0, 0, LINK_BADGE_PX.radius, 0, 2 * Math.PI);
    context.fillStyle = isLit ? theme.accent : theme.handle;
    context.fill();
    context.strokeStyle = theme.accent;
    context.lineWidth = 1.25;
    context.stroke();
    context.beginPath();
    for (const [fromX, fromY, toX, toY] of isPlace ? ON : OUT) {
      context.moveTo(fromX, fromY);
      context.lineTo(toX, toY);
    }
    context.strokeStyle = isLit ? theme.handle : theme.accent;
    context.lineWidth = 1.75;
    context.lineCap = "round";
    context.stroke();
  }
  context.lineCap = "butt";
}
