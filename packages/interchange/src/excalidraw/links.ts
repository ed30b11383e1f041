// Links of Excalidraw's elements: addresses on the web, and other elements of the same drawing.
import { isLink, renamedLink } from "@inkroom/shapes";

/** Excalidraw's address of an element: that of the page, with the element named in its query. */
const ELEMENT = /^https?:\/\/[^?#]*\?(?:[^#]*&)?element=([\w-]+)/i;
/** What an address may hold as it is; the rest is written as browsers write it. */
const NOT_IN_ADDRESS = /[^!#-;=?-_a-~]/gu;

/**
 * Undefined where it leads nowhere that a board's shape may lead. An element of the drawing comes out under its own id
 * ("#shape=<id>"): see `linkWithin`.
 */
export function linkOfElement(link: string, isElement: (id: string) => boolean): string | undefined {
  const id = ELEMENT.exec(link)?.[1];
  if (id !== undefined && isElement(id)) return `#shape=${id}`;
  const address = link.trim().toWellFormed().replace(NOT_IN_ADDRESS, encodeURIComponent);
  return isLink(address) ? address : undefined;
}

/** The link with elements under the ids of their shapes. */
export function linkWithin(link: string, shapeOf: (elementId: string) => { readonly id: string } | undefined): string {
  return renamedLink(link, (id) => shapeOf(id)?.id);
}
