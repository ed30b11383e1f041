// Which web pages may connect. Authority comes from tickets alone; this is the second wall.

export type OriginRule = {
  /** The origin people open, "scheme://host[:port]"; "" where unknown: then a page of the same host and port may connect. */
  readonly publicUrl: string;
  /** Further origins that may connect. */
  readonly allowedOrigins: readonly string[];
};

/**
 * Judges an Origin header. `null` never passes; a missing one (not a browser) passes only together with a ticket,
 * which the caller checks right after.
 */
export function isOriginAllowed(rule: OriginRule, origin: string | null, host: string | null, hasTicket: boolean): boolean {
  if (origin === null) return hasTicket;
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.origin !== origin || (url.protocol !== "http:" && url.protocol !== "https:")) return false;
  if (rule.allowedOrigins.includes(origin)) return true;
  return rule.publicUrl === "" ? url.host === host?.toLowerCase() : origin === rule.publicUrl;
}
