// Web addresses in a text. Own code: the libraries for it carry a list of all top level domains or a table of Unicode, each more
// than all that draws a text, and this is in the first script of a board. Nothing but http, https and mailto is an address here.

export type TextLink = {
  /** Offsets of its letters in the text. */
  readonly from: number;
  readonly to: number;
  /** What it leads to. */
  readonly href: string;
};

const ANY_LINK = /https?:\/\/|www\.|mailto:/i;
// Not what is in the middle of a word or of another address. No spaces, quotes, brackets of tags, signs that turn the direction of
// what follows, nor the punctuation of Chinese and Japanese, which follows without a space.
const LINK =
  /(?<![\p{L}\p{N}_@/.:-])(?:https?:\/\/[\p{L}\p{N}[]|www\.[\p{L}\p{N}-]+\.\p{L}|mailto:[^\s@]{1,64}@[\p{L}\p{N}])[^\s<>"`“”«»\p{Cc}\p{Cf}\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20]*/giu;
/** What a sentence puts behind an address. */
const ENDS = ".,;:!?'’…*";
const OPENED_BY: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** May there be one in this text? Cheap: most texts have none. */
export function hasLinks(text: string): boolean {
  return ANY_LINK.test(text);
}

/** The addresses in a text, in order. */
export function linksIn(text: string): readonly TextLink[] {
  if (!hasLinks(text)) return [];
  return [...text.matchAll(LINK)].map(({ 0: found, index }) => {
    const address = withoutEnds(found);
    return { from: index, to: index + address.length, href: /^www\./i.test(address) ? `https://${address}` : address };
  });
}

/** Without the full stop of its sentence, and without a bracket that was opened before it. */
function withoutEnds(found: string): string {
  const open: Record<string, number> = {};
  for (const letter of found) open[letter] = (open[letter] ?? 0) + 1;
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found[end - 1] ?? "";
    const opening = OPENED_BY[last];
    if (!ENDS.includes(last) && (opening === undefined || (open[last] ?? 0) <= (open[opening] ?? 0))) break;
    open[last] = (open[last] ?? 0) - 1;
  }
  return found.slice(0, end);
}
