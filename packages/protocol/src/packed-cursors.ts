// Binary frames of cursors. From a client: x, y as zigzag varints, or nothing where the pointer left.
// From the room, one after another: peer, x, y; or 0, peer for a cursor that left. Bytes for |x|, |y| <= 8191, peer <= 127: 5 each.
import type { CursorMessage, CursorsMessage } from "./messages/cursor.ts";
import { ByteReader, ByteWriter } from "./varint.ts";

/** Frame kind, the first byte. */
export const CURSOR_FRAME = 2;
const LEFT = 0;

export function packCursor(message: CursorMessage): Uint8Array {
  const out = new ByteWriter();
  out.byte(CURSOR_FRAME);
  message.at?.forEach((value) => out.int(value));
  return out.done();
}

/** To be validated; undefined where the bytes are malformed. */
export function unpackCursor(frame: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  const reader = new ByteReader(frame, 1);
  if (reader.isAtEnd) return { t: "cursor" };
  const at = [reader.int(), reader.int()];
  return at.includes(undefined) || !reader.isAtEnd ? undefined : { t: "cursor", at };
}

export function packCursors(message: CursorsMessage): Uint8Array {
  const out = new ByteWriter();
  out.byte(CURSOR_FRAME);
  for (const [peer, x, y] of message.list) {
    if (x === undefined || y === undefined) out.byte(LEFT);
    out.uint(peer);
    if (x === undefined || y === undefined) continue;
    out.int(x);
    out.int(y);
  }
  return out.done();
}

export function unpackCursors(frame: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  const reader = new ByteReader(frame, 1);
  const list: unknown[] = [];
  while (!reader.isAtEnd) {
    const first = reader.uint();
    const item = first === LEFT ? [reader.uint()] : [first, reader.int(), reader.int()];
    if (item.includes(undefined)) return undefined;
    list.push(item);
  }
  return { t: "cursors", list };
}
