// A web address that was pasted alone, as a card. Nothing is asked of the address.
import type { TextMeasurer } from "@inkroom/editor";
import { type CardShape, newCard, PAGE_ID, readPlace, type Shape, type ShapeId } from "@inkroom/shapes";
import { type Here, linkOf } from "../links/link-target.ts";
import { shapeLabel } from "../outline/outline-entries.ts";
import { word } from "./words.ts";

type CardPorts = {
  readonly here: Here;
  readonly opacity: number;
  readonly measure: TextMeasurer;
  readonly shape: (id: ShapeId) => Shape | undefined;
};

const BARE = /^https?:\/\/\S+$/i;

/** Undefined for what is anything but an address, and for one that no shape may lead to. */
export function cardOf(text: string, { here, opacity, measure, shape }: CardPorts): CardShape | undefined {
  const address = text.trim();
  const link = BARE.test(address) ? linkOf(address, here) : undefined;
  if (link === undefined || link === "") return undefined;
  const place = { id: "card", parent: PAGE_ID, index: "a0", x: 0, y: 0, rotation: 0, opacity, locked: false };
  return newCard(place, link, measure, link.startsWith("#") ? titleOfPlace(link, shape) : undefined);
}

/** What the shape is called that it leads to. */
function titleOfPlace(link: string, shapeOf: CardPorts["shape"]): string {
  const place = readPlace(link.slice(1));
  const [id] = place?.kind === "shapes" ? place.ids : [];
  const shape = id === undefined ? undefined : shapeOf(id);
  return shape === undefined ? word("place") : shapeLabel({ ...shape, link: "" });
}
