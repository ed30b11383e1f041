// Paints other people's pointers with their names, and what they say.
import type { Vec } from "@inkroom/geometry";
import { FONT_FAMILY, layoutLines } from "@inkroom/shapes";
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
/** What is said stands below the name, larger, on so many lines at most. */
const SAID_FONT_PX = 14;
const SAID_FONT = `500 ${SAID_FONT_PX}px ${FONT_FAMILY}`;
const SAID_LINE_PX = 18;
const SAID_MAX_TEXT_PX = 210;
const SAID_MAX_LINES = 5;
const SAID_GAP_PX = 4;
const SAID_RADIUS_PX = 12;
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

  #sprite({ screen: { pixelRatio }, theme }: OverlayPaint, { name, color, say }: PeerCursor): Sheet | ImageBitmap {
    const key = `${color} ${name}\n${say}`;
    const known = this.#sprites.get(key);
    if (known !== undefined) return known;
    const sheet = drawSprite(theme, pixelRatio, labelOf(name, say), peerColor(theme, color));
    // A canvas could still change, and the browser makes sure of that each time it is drawn.
    const sprite = "transferToImageBitmap" in sheet ? sheet.transferToImageBitmap() : sheet;
    this.#sprites.set(key, sprite);
    return sprite;
  }
}

/** What stands beside a pointer: its size is that of the pill, CSS pixels, 0 by 0 for a pointer without a name. */
type Label = { readonly name: string; readonly said: readonly string[]; readonly w: number; readonly h: number };

function labelOf(name: string, say: string): Label {
  const pen = penOf(createSheet(1, 1));
  const widthIn = (font: string) => (line: string) => {
    pen.font = font;
    return pen.measureText(line).width;
  };
  pen.font = LABEL_FONT;
  const shown = ellipsized(pen, name);
  const said = say.trim() === "" ? [] : saidLines(say, widthIn(SAID_FONT));
  const width = Math.max(widthIn(LABEL_FONT)(shown), ...said.map(widthIn(SAID_FONT)));
  const h = (shown === "" ? 0 : LABEL_HEIGHT_PX) + (said.length === 0 ? 0 : said.length * SAID_LINE_PX + 2 * SAID_GAP_PX);
  return { name: shown, said, w: h === 0 ? 0 : Math.ceil(width) + 2 * LABEL_PADDING_PX, h };
}

function saidLines(say: string, widthOf: (line: string) => number): readonly string[] {
  const lines = layoutLines(say.trim(), { fontSize: SAID_FONT_PX, maxWidth: SAID_MAX_TEXT_PX }, widthOf).map((line) => line.trimEnd());
  return lines.length <= SAID_MAX_LINES ? lines : [...lines.slice(0, SAID_MAX_LINES - 1), `${lines[SAID_MAX_LINES - 1]}…`];
}

/** CSS pixels: no more than is needed, since every pixel costs in every frame. */
function spriteSize({ w, h }: Label): { readonly w: number; readonly h: number } {
  const [right, bottom] = h === 0 ? [0, 0] : [LABEL_AT.x + w + 1, LABEL_AT.y + h];
  const margins = 2 * SPRITE_MARGIN_PX;
  return { w: Math.max(POINTER_WIDTH_PX, right) + margins, h: Math.max(POINTER_HEIGHT_PX, bottom) + margins };
}

/** The pointer's tip is at the margin from the picture's top left corner. */
function drawSprite(theme: Theme, pixelRatio: number, label: Label, color: string): Sheet {
  const { w, h } = spriteSize(label);
  const sheet = createSheet(Math.ceil(w * pixelRatio), Math.ceil(h * pixelRatio));
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
  if (label.h > 0) paintLabel(pen, label, color, theme.halo);
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
  paintLabel(context, labelOf(name, ""), color, theme.halo);
  context.restore();
}

function paintLabel(context: Pen, { name, said, w, h }: Label, color: string, halo: string): void {
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.beginPath();
  context.roundRect(LABEL_AT.x, LABEL_AT.y, w, h, said.length === 0 ? h / 2 : SAID_RADIUS_PX);
  context.strokeStyle = halo;
  context.lineWidth = HALO_PX;
  context.stroke();
  context.fillStyle = color;
  context.fill();
  context.fillStyle = textColorOn(color);
  context.font = LABEL_FONT;
  const left = LABEL_AT.x + LABEL_PADDING_PX;
  const top = LABEL_AT.y + (said.length === 0 ? 0 : SAID_GAP_PX);
  context.fillText(name, left, top + LABEL_BASELINE_PX);
  context.font = SAID_FONT;
  const firstLine = top + (name === "" ? 0 : LABEL_HEIGHT_PX) - SAID_GAP_PX + SAID_FONT_PX;
  for (const [at, line] of said.entries()) context.fillText(line, left, firstLine + at * SAID_LINE_PX);
}

function ellipsized(context: Pen, name: string): string {
  if (context.measureText(name).width <= LABEL_MAX_TEXT_PX) return name;
  const letters = [...name];
  while (letters.length > 1 && context.measureText(`${letters.join("")}…`).width > LABEL_MAX_TEXT_PX) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
