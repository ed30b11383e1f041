// What a card shows of its link. A place on the same board has no host, and no address that says anything.

const WEB = /^https?:\/\/(?:[^/?#]*@)?(?:www\.)?([^/?#]+)/i;
const MAIL = /^mailto:([^?]*)/i;

/** The host without "www.", or who gets the mail; "" where there is neither. */
export function hostOf(link: string): string {
  return (WEB.exec(link)?.[1] ?? MAIL.exec(link)?.[1] ?? "").toLowerCase();
}

/** The address without what all have in common; the host where it says no more than that. */
export function addressOf(link: string): string {
  const host = hostOf(link);
  const found = WEB.exec(link)?.[0];
  if (found === undefined) return host;
  return host + link.slice(found.length).replace(/\/$/, "");
}

/** The letter on the mark: the first of the host, or else of the title. */
export function letterOf(link: string, title: string): string {
  const [letter = "#"] = (hostOf(link) || title.trim()).match(/[\p{L}\p{N}]/u) ?? [];
  return letter.toUpperCase();
}
