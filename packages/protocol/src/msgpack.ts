// The only file that knows the MessagePack library (docs/adr/0002-binary-codec.md).
import { Decoder, Encoder } from "@msgpack/msgpack";

// One of each, for their buffers: making them anew costs more than a small message. They keep nothing between calls.
const encoder = new Encoder();
// A page, which never reads what clients send, is built without it.
const decoder = /* @__PURE__ */ new Decoder();

/** The bytes of `value` after one leading byte. */
export function encodeMsgpack(lead: number, value: unknown): Uint8Array {
  const body = encoder.encodeSharedRef(value);
  const bytes = new Uint8Array(body.length + 1);
  bytes[0] = lead;
  bytes.set(body, 1);
  return bytes;
}

/**
 * The value behind the first `from` bytes. Byte strings in it are views into `bytes`. Throws on malformed or surplus bytes; check
 * hostile ones with msgpackDepth first.
 */
export function decodeMsgpack(bytes: Uint8Array, from: number): unknown {
  return decoder.decode(bytes.subarray(from));
}
