// Messages to frames and back. The one door for bytes from outside: whatever comes in, the result is a message of
// fresh objects with known keys, or the answer to give. Nothing here throws on input.
import type { ClientMessage } from "./client-message.ts";
import { clientSchemas, serverBinarySchemas, serverSchemas } from "./message-schemas.ts";
import { readBodyValue } from "./body-reader.ts";
import { CLOSE, type CloseCode } from "./close-codes.ts";
import type { NackCode } from "./error-codes.ts";
import { isJsonWithinDepth, utf8Length } from "./json-depth.ts";
import { MAX_DEPTH, MAX_FRAME_BYTES, MAX_HELLO_BYTES, MAX_OP_BYTES, MAX_OPS_PER_PUSH } from "./limits.ts";
import { MESSAGE_FRAME, packMessage, unpackMessage } from "./message-frame.ts";
import type { PushMessage } from "./messages/push.ts";
import { decodeMsgpack } from "./msgpack.ts";
import { msgpackDepth } from "./msgpack-depth.ts";
import { opBytes } from "./op-size.ts";
import { CURSOR_FRAME, packCursor, packCursors, unpackCursor, unpackCursors } from "./packed-cursors.ts";
import { DRAFT_FRAME, packDraft, packDrafts, unpackDraft, unpackDrafts } from "./packed-drafts.ts";
import type { ServerMessage } from "./server-message.ts";
import { packText, unpackText } from "./text-frame.ts";
import { PROTOCOL_VERSION } from "./version.ts";
import * as v from "valibot";

export type Encoding = "binary" | "text";
export type DecodeLimits = { /** Largest frame, in bytes (of UTF-8 for text). */ readonly maxBytes: number };
/** Before and after hello. */
export const HELLO_LIMITS: DecodeLimits = { maxBytes: MAX_HELLO_BYTES };
export const FRAME_LIMITS: DecodeLimits = { maxBytes: MAX_FRAME_BYTES };

export type DecodedClient =
  | { readonly ok: true; readonly message: ClientMessage }
  /** Not our language: close the connection. */
  | { readonly ok: false; readonly kind: "close"; readonly code: CloseCode }
  /** Our language, but not to be done. `n` is the push's number, 0 where it could not be read or the message has none. */
  | { readonly ok: false; readonly kind: "nack"; readonly code: NackCode; readonly n: number };
export type DecodedServer = { readonly ok: true; readonly message: ServerMessage } | { readonly ok: false };

type Refusal = Exclude<DecodedClient, { ok: true }>;
type Raw = { readonly t: unknown; readonly fields: Readonly<Record<string, unknown>> };

/** The frame of a valid message. */
export function encode(message: ClientMessage | ServerMessage, as: Encoding): string | Uint8Array {
  if (as === "text") return packText(message);
  switch (message.t) {
    case "cursor":
      return packCursor(message);
    case "cursors":
      return packCursors(message);
    case "draft":
      return packDraft(message);
    case "drafts":
      return packDrafts(message);
    default:
      return packMessage(message);
  }
}

/** The form in which a connection that sent this frame wants to be answered. */
export function encodingOf(frame: string | Uint8Array): Encoding {
  return typeof frame === "string" ? "text" : "binary";
}

/** Reads a frame from a client: size, then depth, then form, then schema. */
export function decodeClient(frame: string | Uint8Array, limits: DecodeLimits = FRAME_LIMITS): DecodedClient {
  const size = typeof frame === "string" ? utf8Length(frame, limits.maxBytes) : frame.length;
  if (size > limits.maxBytes) return close(CLOSE.tooBig);
  const read = typeof frame === "string" ? readText(frame) : readBinary(frame);
  if ("ok" in read) return read;
  const schema = clientSchemas.get(read.t);
  if (schema === undefined) return nack("unknown", read.fields["n"]);
  if (read.t === "hello" && read.fields["v"] !== PROTOCOL_VERSION) return close(CLOSE.version);
  if (isTooManyOps(read)) return nack("too_large", read.fields["n"]);
  const result = v.safeParse(schema, read.fields, { abortEarly: true });
  if (!result.success) return nack("bad_value", read.fields["n"]);
  const message = result.output;
  if (message.t === "push" && size > MAX_OP_BYTES / 4 && hasLargeOp(message)) return nack("too_large", message.n);
  return { ok: true, message };
}

/**
 * Reads a frame from a room. Values are validated too, except those of ops and entries in binary frames (the room did).
 * A refusal means that the two do not speak the same version.
 */
export function decodeServer(frame: string | Uint8Array): DecodedServer {
  try {
    const [raw, schemas] =
      typeof frame === "string" ? ([unpackText(frame), serverSchemas] as const) : ([unpackServer(frame), serverBinarySchemas] as const);
    const schema = raw === undefined ? undefined : schemas.get(raw["t"]);
    const result = schema === undefined ? undefined : v.safeParse(schema, raw, { abortEarly: true });
    return result?.success ? { ok: true, message: result.output } : { ok: false };
  } catch {
    // MessagePack and bodies throw on damaged bytes; for the caller that is the same as an invalid message.
    return { ok: false };
  }
}

function unpackServer(frame: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  if (frame[0] === CURSOR_FRAME) return unpackCursors(frame);
  if (frame[0] === DRAFT_FRAME) return unpackDrafts(frame);
  const unpacked = frame[0] === MESSAGE_FRAME ? unpackMessage(frame, readBodyValue) : undefined;
  return unpacked?.kind === "message" ? unpacked.raw : undefined;
}

function readText(frame: string): Raw | Refusal {
  const fields = isJsonWithinDepth(frame, MAX_DEPTH) ? unpackText(frame) : undefined;
  return fields === undefined ? close(CLOSE.badMessage) : { t: fields["t"], fields };
}

function readBinary(frame: Uint8Array): Raw | Refusal {
  const packed = frame[0] === CURSOR_FRAME ? unpackCursor(frame) : frame[0] === DRAFT_FRAME ? unpackDraft(frame) : undefined;
  if (packed !== undefined) return { t: packed["t"], fields: packed };
  if (frame[0] !== MESSAGE_FRAME || msgpackDepth(frame, 1, MAX_DEPTH) === undefined) return close(CLOSE.badMessage);
  try {
    const unpacked = unpackMessage(frame, decodeMsgpack);
    if (unpacked.kind === "message") return { t: unpacked.t, fields: unpacked.raw };
    return unpacked.kind === "unknown" ? nack("unknown", unpacked.n) : close(CLOSE.badMessage);
  } catch {
    // Well-formed by its lengths and yet unreadable: invalid UTF-8, a map key that is no string, a damaged body.
    return close(CLOSE.badMessage);
  }
}

function isTooManyOps({ t, fields }: Raw): boolean {
  return t === "push" && Array.isArray(fields["ops"]) && fields["ops"].length > MAX_OPS_PER_PUSH;
}

/** Only asked of frames that are big enough to hold one: measuring is as much work as encoding. */
function hasLargeOp(push: PushMessage): boolean {
  return push.ops.some((op) => opBytes(op) > MAX_OP_BYTES);
}

function close(code: CloseCode): Refusal {
  return { ok: false, kind: "close", code };
}

function nack(code: NackCode, n: unknown): Refusal {
  return { ok: false, kind: "nack", code, n: typeof n === "number" && Number.isSafeInteger(n) && n > 0 ? n : 0 };
}
