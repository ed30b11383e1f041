// Paints what few selections show: the handles on lines and beside notes, and what is in line with what is dragged.
import type { Vec } from "@inkroom/geometry";
import type { OverlayModel } from "./overlay-model.ts";
import type { OverlayPaint } from "./overlay-painter.ts";
import { crisp, toScreen } from "./screen.ts";
import { paintColor } from "./theme.ts";

/** CSS pixels. */
const LINE_PX = 1.25;
const POINT_RADIUS_PX = 5;
const MIDDLE_RADIUS_PX = 3.5;
const MIDDLE_ALPHA = 0.85;
/** Of the bar on a segment of an elbow. */
const BAR_LENGTH_PX = 18;
const BAR_WIDTH_PX = 8;
/** Half the length of the stroke at the end of a gap, CSS pixels. */
const GUIDE_END_PX = 4;
/** The handle for a neighbour of a note, CSS pixels. */
const PLUS_RADIUS_PX = 9;
const PLUS_ARM_PX = 4;
const PLUS_LINE_PX = 1.75;

export type Handles = Pick<OverlayModel, "points" | "plusHandles" | "guides">;

export function paintHandles(paint: OverlayPaint, { points, plusHandles, guides }: Handles): void {
  for (const point of points) paintPoint(paint, toScreen(paint.screen, point.at), point);
  for (const at of plusHandles) paintPlusHandle(paint, toScreen(paint.screen, at));
  for (const guide of guides) paintGuide(paint, guide);
}

/**
 * Round: on a point as large as a handle, half way between two smaller and pale; the chosen point is full. On a segment of an elbow a bar
 * along it, full where it is pinned.
 */
function paintPoint({ context, screen, theme }: OverlayPaint, at: Vec, handle: OverlayModel["points"][number]): void {
  const isMiddle = handle.role === "middle";
  context.setTransform(screen.pixelRatio, 0, 0, screen.pixelRatio, 0, 0);
  context.beginPath();
  if (handle.role === "segment") {
    const [w, h] = handle.axis === "x" ? [BAR_WIDTH_PX, BAR_LENGTH_PX] : [BAR_LENGTH_PX, BAR_WIDTH_PX];
    context.roundRect(at.x - w / 2, at.y - h / 2, w, h, BAR_WIDTH_PX / 2);
  } else context.arc(at.x, at.y, isMiddle ? MIDDLE_RADIUS_PX : POINT_RADIUS_PX, 0, 2 * Math.PI);
  context.globalAlpha = isMiddle ? MIDDLE_ALPHA : 1;
  context.fillStyle = handle.isChosen || (handle.role === "segment" && handle.isPinned) ? theme.accent : theme.handle;
  context.fill();
  context.strokeStyle = theme.accent;
  context.lineWidth = LINE_PX;
  context.stroke();
  context.globalAlpha = 1;
}

/** A plus in a circle: makes another note there. */
function paintPlusHandle({ context, screen, theme }: OverlayPaint, at: Vec): void {
  const { pixelRatio } = screen;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, at.x * pixelRatio, at.y * pixelRatio);
  context.beginPath();
  context.arc(0, 0, PLUS_RADIUS_PX, 0, 2 * Math.PI);
  context.fillStyle = theme.handle;
  context.fill();
  context.strokeStyle = theme.accent;
  context.lineWidth = LINE_PX;
  context.stroke();
  context.beginPath();
  context.moveTo(-PLUS_ARM_PX, 0);
  context.lineTo(PLUS_ARM_PX, 0);
  context.moveTo(0, -PLUS_ARM_PX);
  context.lineTo(0, PLUS_ARM_PX);
  context.lineWidth = PLUS_LINE_PX;
  context.stroke();
}

/** A thin line; the ends of a gap have a stroke across. */
function paintGuide({ context, screen, theme }: OverlayPaint, { kind, from, to }: OverlayModel["guides"][number]): void {
  const { pixelRatio } = screen;
  const [a, b] = [toScreen(screen, from), toScreen(screen, to)];
  const isUpright = from.x === to.x;
  const place = (value: number): number => crisp(value, pixelRatio, Math.max(1, Math.round(pixelRatio)));
  const [x1, y1, x2, y2] = [place(a.x), place(a.y), place(b.x), place(b.y)];
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  for (const [x, y] of kind === "gap" ? [[x1, y1] as const, [x2, y2] as const] : []) {
    const [across, along] = isUpright ? [GUIDE_END_PX, 0] : [0, GUIDE_END_PX];
    context.moveTo(x - across, y - along);
    context.lineTo(x + across, y + along);
  }
  context.strokeStyle = paintColor(theme, { color: "pink", shade: "full" });
  context.lineWidth = Math.max(1, Math.round(pixelRatio)) / pixelRatio;
  context.stroke();
}
