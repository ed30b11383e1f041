// A walk over JSON text that allocates nothing: how big is it as UTF-8, and how deep? Run before JSON.parse, which
// accepts a million nested brackets that later blow the stack of whoever walks the result.

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Size in UTF-8 bytes; stops counting soon after `limit`. */
export function utf8Length(text: string, limit: number): number {
  let bytes = text.length;
  for (let i = 0; i < text.length && bytes <= limit; i += 1) {
    const unit = text.charCodeAt(i);
    // A surrogate is one half of four bytes.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/** True where brackets and braces outside of strings nest no deeper than `limit`. */
export function isJsonWithinDepth(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (inString) {
      if (unit === BACKSLASH) i += 1;
      else if (unit === QUOTE) inString = false;
      continue;
    }
    if (unit === QUOTE) inString = true;
    // [ is 0x5b and { is 0x7b, ] is 0x5d and } is 0x7d.
    else if ((unit | 0x20) === 0x7b) {
      depth += 1;
      if (depth > limit) return false;
    } else if ((unit | 0x20) === 0x7d) depth -= 1;
  }
  return true;
}
