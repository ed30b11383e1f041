// What a shape may lead to: an address on the web, one for mail, or a place on the same board. Nothing that runs.
import * as v from "valibot";
import { MAX_LINK_LENGTH } from "./limits.ts";

/** Behind # comes a place as board-place.ts reads it. Signs that a browser never leaves in an address are not taken. */
const LINK = /^(?:|(?:https?:\/\/|mailto:)[!#-;=?-_a-~]+|#(?:shape|view)=[\w.,-]+)$/i;

/** Empty: the shape leads nowhere, as before there were links. */
export const linkSchema = v.optional(v.pipe(v.string(), v.maxLength(MAX_LINK_LENGTH), v.regex(LINK)), "");

/** True for what `link` of a shape may be and leads somewhere. */
export function isLink(text: string): boolean {
  return text !== "" && text.length <= MAX_LINK_LENGTH && LINK.test(text);
}

const TO_SHAPES = "#shape=";

/** The link with shapes of the same board under other names; shapes for which there is none keep theirs. */
export function renamedLink(link: string, newName: (id: string) => string | undefined): string {
  if (!link.startsWith(TO_SHAPES)) return link;
  const ids = link.slice(TO_SHAPES.length).split(",");
  return TO_SHAPES + ids.map((id) => newName(id) ?? id).join();
}
