// Paints letters that are pointed out: as with a marker, and with a line around them, so that they are found among many others.
import { type LineMeasurer, selectionBoxes, shapeKindOf } from "@inkroom/shapes";
import type { MarkedLetters } from "./overlay-model.ts";
import type { OverlayPaint } from "./overlay-painter.ts";
import { localToDevice } from "./screen.ts";
import { paintColor } from "./theme.ts";

const MARK_ALPHA = 0.25;
const LINE_PX = 2;
const RADIUS_PX = 3;
/** Free space around the letters, CSS pixels. */
const ROOM_PX = 1.5;

export function paintMark({ context, screen, theme }: OverlayPaint, { shape, from, to }: MarkedLetters, measureLine: LineMeasurer): void {
  const kind = shapeKindOf(shape);
  const block = kind.textBlock?.(shape);
  if (block === undefined) return;
  const [room, radius, line] = [ROOM_PX, RADIUS_PX, LINE_PX].map((size) => size / screen.camera.zoom) as [number, number, number];
  context.save();
  context.setTransform(...localToDevice(screen, shape));
  context.beginPath();
  for (const { x, y, w, h } of selectionBoxes(block, from, to, measureLine))
    context.roundRect(x - room, y - room, w + 2 * room, h + 2 * room, radius);
  context.fillStyle = paintColor(theme, { color: "yellow", shade: "full" });
  context.globalAlpha = MARK_ALPHA;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = paintColor(theme, { color: "orange", shade: "full" });
  context.lineWidth = line;
  context.stroke();
  context.restore();
}
