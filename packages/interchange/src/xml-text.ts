// Text as XML takes it.

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Safe between tags and in quoted attributes. Characters that XML cannot hold at all become the replacement character. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_IN_XML, "\uFFFD")
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] as string);
}

/** Everything outside of what XML 1.0 calls Char, but for lone surrogates. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
