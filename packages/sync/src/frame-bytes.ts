// The size of a frame as limits count it.
import type { Frame } from "./ports.ts";

/** Bytes on the wire; a string travels as UTF-8. */
export function frameBytes(frame: Frame): number {
  if (typeof frame !== "string") return frame.length;
  let bytes = frame.length;
  for (let i = 0; i < frame.length; i += 1) {
    const unit = frame.charCodeAt(i);
    // Two bytes below U+0800, three above; a surrogate pair is two units and four bytes.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
