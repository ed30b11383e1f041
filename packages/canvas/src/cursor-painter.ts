// Paints other people's pointers with their names.
import type { Vec } from "@inkroom/geometry";
import { FONT_FAMILY } from "@inkroom/shapes";
import type { OverlayPaint } from "./overlay-painter.ts";
import type { PeerCursor } from "./overlay-model.ts";
import { toScreen } from "./screen.ts";
import { peerColor, textColorOn } from "./theme.ts";

/** The pointer's outline, CSS pixels, tip at (0, 0): a dart, notched at the back. */
const POINTER: readonly (readonly [number, number])[] = [
  [0, 0],
  [4.6, 16.4],
  [8.1, 9.6],
  [15.4, 7.1],
];
const CORNER_PX = 1.4;
const HALO_PX = 2;

const LABEL_FONT = `600 11.5px ${FONT_FAMILY}`;
/** Where a label's top left corner is from the pointer's tip. */
const LABEL_AT: Vec = { x: 12, y: 17 };
const LABEL_HEIGHT_PX = 20;
const LABEL_PADDING_PX = 7;
/** Baseline from the top of the label. */
const LABEL_BASELINE_PX = 14;
const LABEL_MAX_TEXT_PX = 160;
/** Cursors up to this far outside of the canvas are painted: their labels may reach into it. */
const MARGIN_PX = 24;

export function paintCursors(paint: OverlayPaint, cursors: readonly PeerCursor[]): void {
  const { screen } = paint;
  const { w, h } = screen.viewport;
  for (const cursor of cursors) {
    const at = toScreen(screen, cursor.at);
    if (at.x < -LABEL_MAX_TEXT_PX - MARGIN_PX || at.y < -MARGIN_PX * 2 || at.x > w + MARGIN_PX || at.y > h + MARGIN_PX) continue;
    paintCursor(paint, at, cursor);
  }
}

function paintCursor({ context, screen, theme }: OverlayPaint, at: Vec, { name, color: colorName }: PeerCursor): void {
  const color = peerColor(theme, colorName);
  const { pixelRatio } = screen;
  context.save();
  context.setTransform(pixelRatio, 0, 0, pixelRatio, at.x * pixelRatio, at.y * pixelRatio);
  context.lineJoin = "round";
  context.shadowColor = "rgb(0 0 0 / 25%)";
  context.shadowBlur = 4 * pixelRatio;
  context.shadowOffsetY = pixelRatio;
  tracePointer(context);
  context.strokeStyle = theme.halo;
  context.lineWidth = HALO_PX * 2;
  context.stroke();
  context.shadowColor = "transparent";
  context.fillStyle = color;
  context.fill();
  // A stroke of its own colour rounds the dart's corners without making its path complicated.
  context.strokeStyle = color;
  context.lineWidth = CORNER_PX;
  context.stroke();
  if (name !== "") paintLabel(context, name, color, theme.halo);
  context.restore();
}

function tracePointer(context: CanvasRenderingContext2D): void {
  context.beginPath();
  for (const [x, y] of POINTER) context.lineTo(x, y);
  context.closePath();
}

/** A name in a pill whose bottom left corner is at `at`, CSS pixels. Nothing for an empty name. */
export function paintName({ context, screen, theme }: OverlayPaint, at: Vec, name: string, color: string): void {
  if (name === "") return;
  const { pixelRatio } = screen;
  context.save();
  context.setTransform(pixelRatio, 0, 0, pixelRatio, (at.x - LABEL_AT.x) * pixelRatio, (at.y - LABEL_HEIGHT_PX - LABEL_AT.y) * pixelRatio);
  paintLabel(context, name, color, theme.halo);
  context.restore();
}

function paintLabel(context: CanvasRenderingContext2D, name: string, color: string, halo: string): void {
  context.font = LABEL_FONT;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  const text = ellipsized(context, name);
  const width = Math.ceil(context.measureText(text).width) + 2 * LABEL_PADDING_PX;
  context.beginPath();
  context.roundRect(LABEL_AT.x, LABEL_AT.y, width, LABEL_HEIGHT_PX, LABEL_HEIGHT_PX / 2);
  context.strokeStyle = halo;
  context.lineWidth = HALO_PX;
  context.stroke();
  context.fillStyle = color;
  context.fill();
  context.fillStyle = textColorOn(color);
  context.fillText(text, LABEL_AT.x + LABEL_PADDING_PX, LABEL_AT.y + LABEL_BASELINE_PX);
}

function ellipsized(context: CanvasRenderingContext2D, name: string): string {
  if (context.measureText(name).width <= LABEL_MAX_TEXT_PX) return name;
  const letters = [...name];
  while (letters.length > 1 && context.measureText(`${letters.join("")}…`).width > LABEL_MAX_TEXT_PX) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
