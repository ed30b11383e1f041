// Which room a URL path means. Works on the raw request target: nothing is decoded, nothing is normalised.
import { MAX_ID_LENGTH, MAX_NAME_LENGTH } from "./limits.ts";

export type Route =
  | { readonly kind: "room"; readonly party: string; readonly name: string }
  /** Not for a room: the host's own pages. */
  | { readonly kind: "none" }
  /** Meant for a room, but cannot name one. */
  | { readonly kind: "bad" };

const MALFORMED_ESCAPE = /%(?![0-9a-fA-F]{2})/;
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;

/**
 * `/parties/<party>/<room>` or `/party/<room>` (party `main`); empty segments are skipped, further ones belong to the
 * room. Too few segments are `none`. Dot segments are `bad`: proxies and browsers would have resolved them differently.
 */
export function routeOf(path: string): Route {
  const segments = segmentsOf(path);
  const isMain = segments[0] === "party";
  return isMain ? checkedRoute(segments, "main", segments[1]) : routeBelow(path, "parties");
}

/** `/<prefix>/<party>/<room>`, where the prefix may have several segments; otherwise as `routeOf`. */
export function routeBelow(path: string, prefix: string): Route {
  const segments = segmentsOf(path);
  const before = segmentsOf(prefix);
  if (before.some((segment, i) => segment !== segments[i])) return { kind: "none" };
  return checkedRoute(segments, segments[before.length], segments[before.length + 1]);
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function checkedRoute(segments: readonly string[], party: string | undefined, name: string | undefined): Route {
  if (party === undefined || name === undefined) return { kind: "none" };
  const unsafe = segments.some((segment) => MALFORMED_ESCAPE.test(segment) || DOT_SEGMENT.test(segment));
  if (unsafe || name.length > MAX_NAME_LENGTH || party.length > MAX_NAME_LENGTH) return { kind: "bad" };
  return { kind: "room", party, name };
}

/** True if a client may have this id: 1 to 128 characters, none of them a control, format or separator character. */
export function isConnectionId(id: string): boolean {
  return id.length >= 1 && id.length <= MAX_ID_LENGTH && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(id);
}
