// Where the parts of a card are. Letters keep their size whatever that of the card is: a narrow one goes without its mark, a low one
// without its address, and then without its host.
import type { Box } from "@inkroom/geometry";
import { LINE_HEIGHT } from "../text/font.ts";
import type { TextBlock } from "../text/text-block.ts";
import { addressOf, hostOf } from "./address.ts";
import type { CardShape } from "./schema.ts";

/** A new card, page units. */
export const CARD_SIZE = { w: 320, h: 84 } as const;
/** Page units. */
const TITLE_FONT_SIZE = 16;
export const SMALL_FONT_SIZE = 12;
const PADDING = { x: 14, y: 12 } as const;
const MARK_SIDE = 44;
const LEAST_MARK_SIDE = 16;
const GAP = 12;
const LINE_GAP = 2;
/** A card that is narrower has no mark. */
const LEAST_WIDTH_FOR_MARK = 140;
/** Free space above and below what is kept in a low card. */
const LEAST_PADDING = 6;

const SMALL_LINE = SMALL_FONT_SIZE * LINE_HEIGHT + LINE_GAP;
const TITLE_LINE = TITLE_FONT_SIZE * LINE_HEIGHT;

export type CardLayout = {
  readonly mark: Box | undefined;
  /** Tops of the lines above and below the title; undefined where there is nothing to be said, or no room. */
  readonly host: { readonly text: string; readonly y: number } | undefined;
  readonly address: { readonly text: string; readonly y: number } | undefined;
  /** As wide as lines may be, as high as the title is, and at least one line. */
  readonly title: Box;
};

/** How high a card must be for a title of this height with all that belongs to it, page units. */
export function heightForTitle(textH: number): number {
  return Math.max(TITLE_LINE, textH) + 2 * SMALL_LINE + 2 * PADDING.y;
}

/** Local space, page units. */
export function cardLayout({ w, h, text, textH, link }: Pick<CardShape, "w" | "h" | "text" | "textH" | "link">): CardLayout {
  const titleH = Math.max(TITLE_LINE, textH);
  const room = h - 2 * LEAST_PADDING;
  const [host, address] = [hostOf(link), addressOf(link)];
  // What the title says already is not said twice.
  const hasHost = host !== "" && host !== text && titleH + SMALL_LINE <= room;
  const hasAddress = address !== host && titleH + (hasHost ? 2 : 1) * SMALL_LINE <= room && (hasHost || host === text);
  const top = (h - titleH - (hasHost ? SMALL_LINE : 0) - (hasAddress ? SMALL_LINE : 0)) / 2;
  const titleY = top + (hasHost ? SMALL_LINE : 0);
  const side = Math.min(MARK_SIDE, room);
  const hasMark = w >= LEAST_WIDTH_FOR_MARK && side >= LEAST_MARK_SIDE;
  const x = hasMark ? PADDING.x + side + GAP : PADDING.x;
  return {
    mark: hasMark ? { x: PADDING.x, y: (h - side) / 2, w: side, h: side } : undefined,
    host: hasHost ? { text: host, y: top } : undefined,
    address: hasAddress ? { text: address, y: titleY + titleH + LINE_GAP } : undefined,
    title: { x, y: titleY, w: Math.max(TITLE_FONT_SIZE, w - x - PADDING.x), h: titleH },
  };
}

export function cardTitle(shape: CardShape): TextBlock {
  const { text, textW, font, bold, italic } = shape;
  return {
    text,
    box: cardLayout(shape).title,
    linesW: textW,
    wraps: true,
    centred: true,
    fontSize: TITLE_FONT_SIZE,
    align: "left",
    face: { font, bold, italic },
    paint: { color: "ink", shade: "onPaper" },
  };
}
