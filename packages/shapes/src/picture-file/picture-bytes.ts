// Comparing the bytes of a file with what a format writes there.

/** Whether the bytes from `at` on are these, given as numbers or as ASCII. */
export function startsWith(bytes: Uint8Array, expected: string | readonly number[], at = 0): boolean {
  const codes = typeof expected === "string" ? Array.from(expected, (char) => char.charCodeAt(0)) : expected;
  return bytes.length >= at + codes.length && codes.every((code, i) => bytes[at + i] === code);
}

/** Four ASCII characters; undefined past the end. */
export function fourChars(view: DataView, at: number): string | undefined {
  if (at + 4 > view.byteLength) return undefined;
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}
