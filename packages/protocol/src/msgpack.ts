// The only file that knows the MessagePack library (docs/adr/0002-binary-codec.md).
import { Decoder, Encoder } from "@msgpack/msgpack";

// One of each, for their buffers: making them anew costs more than a small message. They keep nothing between calls.
const encoder = new Encoder();
const decoder = new Decoder();

/** The bytes of `value` after one leading byte. */
export function encodeMsgpack(lead: number, value: unknown): Uint8Array {
  const body = encoder.encodeSharedRef(value);
  const bytes = new Uint8Array(body.length + 1);
  bytes[0] = lead;
  bytes.set(body, 1);
  return bytes;
}

/** Byte strings in the result are views into `bytes`. Throws on malformed or surplus bytes; check hostile ones with msgpackDepth first. */
export function decodeMsgpack(bytes: Uint8Array): unknown {
  return decoder.decode(bytes);
}
