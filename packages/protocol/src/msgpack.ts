// The only file that knows the MessagePack library (docs/adr/0002-binary-codec.md): rooms read with it what clients send. What
// is written, and what pages read, is done by body-writer.ts and body-reader.ts.
import { Decoder } from "@msgpack/msgpack";

// One, for its buffers: making it anew costs more than a small message. A page, which never reads what clients send, is built
// without it.
const decoder = /* @__PURE__ */ new Decoder();

/**
 * The value behind the first `from` bytes. Byte strings in it are views into `bytes`. Throws on malformed or surplus bytes; check
 * hostile ones with msgpackDepth first.
 */
export function decodeMsgpack(bytes: Uint8Array, from: number): unknown {
  return decoder.decode(bytes.subarray(from));
}
