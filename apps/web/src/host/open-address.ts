// Web addresses that people wrote on a board, opened in a tab of their own that knows nothing of this one.

const PROTOCOLS: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);

/** The address as the browser takes it; undefined for what is none, and for any other protocol. */
export function webAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  return PROTOCOLS.has(url.protocol) ? url.href : undefined;
}

/** Within an input event, or the browser may not let it. Nothing happens for what is no web address. */
export function openAddress(href: string): void {
  const address = webAddress(href);
  if (address !== undefined) window.open(address, "_blank", "noopener,noreferrer");
}
