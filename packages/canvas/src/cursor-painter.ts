// Paints other people's pointers with their names.
import type { Vec } from "@inkroom/geometry";
import { FONT_FAMILY } from "@inkroom/shapes";
import { cursorsInView } from "./cursors-in-view.ts";
import type { OverlayPaint } from "./overlay-painter.ts";
import type { PeerCursor } from "./overlay-model.ts";
import { textColorOn } from "./contrast.ts";
import { peerColor, type Theme } from "./theme.ts";
import { createSheet, type Pen, penOf, type Sheet } from "./tiles/sheet.ts";

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
/** Free space around a picture for its halo and shadow, CSS pixels. */
const SPRITE_MARGIN_PX = 8;
/** The pointer alone. */
const POINTER_WIDTH_PX = 16;
const POINTER_HEIGHT_PX = 17;
/** Pictures kept. */
const KEPT_SPRITES = 512;

/** Paints pointers from pictures of them: shadows and names are drawn once per person, not once per frame. */
export class CursorPainter {
  readonly #sprites = new Map<string, Sheet | ImageBitmap>();
  /** What all pictures that are kept were made for. */
  #look = "";
  #painted = 0;

  /** Pointers painted so far. */
  get painted(): number {
    return this.#painted;
  }

  /** Forgets the pictures, after the font has changed. */
  reset(): void {
    this.#sprites.clear();
  }

  paint(paint: OverlayPaint, cursors: readonly PeerCursor[]): void {
    const { context, screen, theme } = paint;
    const { pixelRatio } = screen;
    const look = `${theme.name} ${pixelRatio}`;
    if (look !== this.#look || this.#sprites.size > KEPT_SPRITES) this.#sprites.clear();
    this.#look = look;
    context.resetTransform();
    context.globalAlpha = 1;
    for (const { cursor, at } of cursorsInView(screen, cursors)) {
      const place = (css: number): number => Math.round((css - SPRITE_MARGIN_PX) * pixelRatio);
      context.drawImage(this.#sprite(paint, cursor), place(at.x), place(at.y));
      this.#painted += 1;
    }
  }

  #sprite({ screen: { pixelRatio }, theme }: OverlayPaint, { name, color }: PeerCursor): Sheet | ImageBitmap {
    const key = `${color} ${name}`;
    const known = this.#sprites.get(key);
    if (known !== undefined) return known;
    const sheet = drawSprite(theme, pixelRatio, name, peerColor(theme, color));
    // A canvas could still change, and the browser makes sure of that each time it is drawn.
    const sprite = "transferToImageBitmap" in sheet ? sheet.transferToImageBitmap() : sheet;
    this.#sprites.set(key, sprite);
    return sprite;
  }
}

/** CSS pixels: no more than is needed, since every pixel costs in every frame. */
function spriteWidth(name: string): number {
  const pen = penOf(createSheet(1, 1));
  pen.font = LABEL_FONT;
  const label = name === "" ? 0 : LABEL_AT.x + pen.measureText(ellipsized(pen, name)).width + 2 * LABEL_PADDING_PX + 1;
  return Math.max(POINTER_WIDTH_PX, label) + 2 * SPRITE_MARGIN_PX;
}

function spriteHeight(name: string): number {
  return (name === "" ? POINTER_HEIGHT_PX : LABEL_AT.y + LABEL_HEIGHT_PX) + 2 * SPRITE_MARGIN_PX;
}

/** The pointer's tip is at the margin from the picture's top left corner. */
function drawSprite(theme: Theme, pixelRatio: number, name: string, color: string): Sheet {
  const sheet = createSheet(Math.ceil(spriteWidth(name) * pixelRatio), Math.ceil(spriteHeight(name) * pixelRatio));
  const pen = penOf(sheet);
  pen.setTransform(pixelRatio, 0, 0, pixelRatio, SPRITE_MARGIN_PX * pixelRatio, SPRITE_MARGIN_PX * pixelRatio);
  pen.lineJoin = "round";
  pen.shadowColor = "rgb(0 0 0 / 25%)";
  pen.shadowBlur = 4 * pixelRatio;
  pen.shadowOffsetY = pixelRatio;
  tracePointer(pen);
  pen.strokeStyle = theme.halo;
  pen.lineWidth = HALO_PX * 2;
  pen.stroke();
  pen.shadowColor = "transparent";
  pen.fillStyle = color;
  pen.fill();
  // A stroke of its own colour rounds the dart's corners without making its path complicated.
  pen.strokeStyle = color;
  pen.lineWidth = CORNER_PX;
  pen.stroke();
  if (name !== "") paintLabel(pen, name, color, theme.halo);
  return sheet;
}

function tracePointer(context: Pen): void {
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

function paintLabel(context: Pen, name: string, color: string, halo: string): void {
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

function ellipsized(context: Pen, name: string): string {
  if (context.measureText(name).width <= LABEL_MAX_TEXT_PX) return name;
  const letters = [...name];
  while (letters.length > 1 && context.measureText(`${letters.join("")}…`).width > LABEL_MAX_TEXT_PX) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
