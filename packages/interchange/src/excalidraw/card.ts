// Cards, which Excalidraw does not have: there they are embedded pages, which it shows as links where it does not trust their hosts.
import { type CardShape, colorSchema, fittedLabel, markColor, MAX_TEXT_LENGTH, newCard } from "@inkroom/shapes";
import * as v from "valibot";
import type { MeasureText } from "./shapes-of-element.ts";

/** What stands in an element's `customData`. */
const markSchema = v.object({
  inkroom: v.object({
    kind: v.literal("card"),
    title: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH))), undefined),
    color: v.fallback(v.optional(colorSchema), undefined),
  }),
});

/** What is the card's own in its element. */
export function elementOfCard({ color, text, link }: CardShape): { readonly [field: string]: unknown } {
  const customData = { inkroom: { kind: "card", title: text, color } };
  return { type: link === "" ? "rectangle" : "embeddable", strokeColor: "transparent", backgroundColor: "transparent", customData };
}

type CardBox = Pick<CardShape, "parent" | "x" | "y" | "w" | "h" | "rotation" | "opacity">;

/** The card of an embedded page, of its size; a title that nobody has written is made from the address. */
export function cardOfElement(box: CardBox, link: string, customData: unknown, measure: MeasureText): CardShape {
  const { success, output } = v.safeParse(markSchema, customData);
  const { title, color } = success ? output.inkroom : {};
  const place = { ...box, id: "card", index: "a0", locked: false };
  const card = { ...newCard(place, link, measure, title), ...box, color: color ?? markColor(link) };
  return { ...card, ...fittedLabel(card, measure) };
}
