// Base64 (RFC 4648, standard alphabet, padded) without the platform: neither atob nor Buffer exists everywhere we run.

const STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(STANDARD).map((char, value) => [char, value]));

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += char(word >> 18) + char(word >> 12) + (left > 1 ? char(word >> 6) : "=") + (left > 2 ? char(word) : "=");
  }
  return text;
}

/** The bytes, or undefined where the text is not the base64 that toBase64 writes. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let word = 0;
  for (let i = 0; i < text.length - padding; i += 1) {
    const value = VALUES.get(text[i] ?? "");
    if (value === undefined) return undefined;
    word = ((word << 6) | value) & 0xffffff;
    const at = Math.floor((i * 3) / 4);
    if (i % 4 !== 0) bytes[at] = (word >> (6 - 2 * (i % 4))) & 0xff;
  }
  const rest = padding === 2 ? word & 0x0f : padding === 1 ? word & 0x03 : 0;
  return rest === 0 ? bytes : undefined;
}

function char(value: number): string {
  return STANDARD[value & 0x3f] ?? "";
}
