// Paints other people's carets in texts, with what they have selected and their names.
import { toPage } from "@inkroom/shapes";
import { paintName } from "./cursor-painter.ts";
import type { OverlayPaint } from "./overlay-painter.ts";
import type { PeerCaret } from "./peer-carets.ts";
import { localToDevice, toScreen } from "./screen.ts";
import { peerColor } from "./theme.ts";

const CARET_PX = 2;
const SELECTED_ALPHA = 0.22;
/** Free space between a text and the name above it, CSS pixels: the frame around it has its place there. */
const NAME_GAP_PX = 6;

export function paintCarets(paint: OverlayPaint, carets: readonly PeerCaret[]): void {
  const { context, screen, theme } = paint;
  const width = CARET_PX / screen.camera.zoom;
  for (const { name, color: colorName, shape, caret, top: linesTop, selected } of carets) {
    const color = peerColor(theme, colorName);
    context.save();
    context.setTransform(...localToDevice(screen, shape));
    context.fillStyle = color;
    context.globalAlpha = SELECTED_ALPHA;
    for (const { x, y, w, h } of selected) context.fillRect(x, y, w, h);
    context.globalAlpha = 1;
    context.fillRect(caret.x - width / 2, caret.y, width, caret.h);
    context.restore();
    // Above the whole text: over the caret it would cover the line before.
    const top = toScreen(screen, toPage(shape, { x: caret.x, y: linesTop }));
    paintName(paint, { x: top.x - CARET_PX / 2, y: top.y - NAME_GAP_PX }, name, color);
  }
}
