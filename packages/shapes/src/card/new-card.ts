// A card for an address, before anybody has changed it: nothing is asked of the address, all is made from its letters.
import { MAX_TEXT_LENGTH } from "../limits.ts";
import type { TextFont } from "../text/layout.ts";
import { blockFont } from "../text/text-block.ts";
import { PLAIN_FACE } from "../text/font.ts";
import type { ColorName } from "../style.ts";
import { hostOf } from "./address.ts";
import { CARD_SIZE, cardTitle, heightForTitle } from "./layout.ts";
import type { CardShape } from "./schema.ts";

/** PORT: the box of a text, page units. */
type Measure = (text: string, font: TextFont) => { readonly w: number; readonly h: number };
type CardPlace = Pick<CardShape, "id" | "parent" | "index" | "x" | "y" | "rotation" | "opacity" | "locked">;

const MARK_COLORS: readonly ColorName[] = ["red", "orange", "green", "teal", "blue", "violet", "pink"];
/** Longest title that is made, in UTF-16 units. */
const MAX_TITLE = 120;
const ENDING = /\.(?:html?|php|aspx?|jsp|md|pdf)$/i;

/** Of the usual size, or higher where the title needs it. Without a title, it is made from the address. */
export function newCard(place: CardPlace, link: string, measure: Measure, title = titleOf(link)): CardShape {
  const card: CardShape = {
    ...place,
    kind: "card",
    link,
    ...CARD_SIZE,
    color: markColor(link),
    text: title.slice(0, MAX_TEXT_LENGTH),
    textW: 0,
    textH: 0,
    ...PLAIN_FACE,
    bold: true,
  };
  const { w: textW, h: textH } = measure(card.text, blockFont(cardTitle(card)));
  return { ...card, textW, textH, h: Math.max(card.h, heightForTitle(textH)) };
}

/** The same colour for the same host, always. */
export function markColor(link: string): ColorName {
  let sum = 0;
  for (const letter of hostOf(link)) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return MARK_COLORS[sum % MARK_COLORS.length] ?? "blue";
}

/** What the end of the path says, in words; the host where it says nothing. "" where there is neither. */
export function titleOf(link: string): string {
  const path = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(link)?.[1] ?? "";
  const parts = path
    .split("/")
    .map((part) => wordsOf(part))
    .filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  // A number alone says what it is the number of.
  const said = /^\d+$/.test(last) ? parts.slice(-2).join(" ") : last;
  const [first = "", ...rest] = said === "" ? hostOf(link) : said;
  const title = said === "" ? first + rest.join("") : first.toUpperCase() + rest.join("");
  return title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE).toWellFormed().trimEnd()}…` : title;
}

function wordsOf(part: string): string {
  return decoded(part)
    .replace(ENDING, "")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/[-_+\s]+/gu, " ")
    .trim();
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Signs that stand for no letters.
    return part;
  }
}
