// Where a link leads, as a browser reads it, and what a person has typed as a link. Nothing that runs comes out of either.
import { isLink, readPlace } from "@inkroom/shapes";
import { webAddress } from "../host/open-address.ts";
import { parseRoute } from "../router.ts";

/** The open board: where its page is served, and its id. */
export type Here = { readonly origin: string; readonly boardId: string };

export type LinkTarget =
  /** As `place` of a board's address says it; "" where it is the open board itself. */
  { readonly kind: "place"; readonly place: string } | { readonly kind: "address"; readonly href: string };

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** "ink.example:8080" begins like a scheme and is none. */
const HOST_WITH_PORT = /^[\w.-]+:\d+(?:[/?#]|$)/;
const MAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/;

/** Undefined where it leads nowhere that is opened, whatever has put it on the board. */
export function linkTarget(link: string, { origin, boardId }: Here): LinkTarget | undefined {
  if (link.startsWith("#")) return readPlace(link.slice(1)) && { kind: "place", place: link.slice(1) };
  const href = webAddress(link);
  if (href === undefined) return undefined;
  const url = new URL(href);
  // Some browsers take a space in the name of a host, as %20: words are no address.
  if (url.hostname.includes("%")) return undefined;
  const route = url.origin === origin ? parseRoute(url.pathname, url.hash) : undefined;
  if (route?.page === "board" && route.id === boardId) return { kind: "place", place: route.place };
  return { kind: "address", href };
}

/**
 * What is stored of what somebody has typed or pasted: "" for nothing. The address of a place on the open board loses its secret,
 * which is not for all who may look at the board. Undefined for what is no link.
 */
export function linkOf(typed: string, here: Here): string | undefined {
  const text = typed.trim();
  if (text === "") return "";
  const target = linkTarget(completed(text), here);
  if (target === undefined) return undefined;
  const link = target.kind === "place" ? `#${target.place}` : target.href;
  return isLink(link) ? link : undefined;
}

function completed(text: string): string {
  if (text.startsWith("#")) return text;
  if (MAIL.test(text)) return `mailto:${text}`;
  return SCHEME.test(text) && !HOST_WITH_PORT.test(text) ? text : `https://${text}`;
}
