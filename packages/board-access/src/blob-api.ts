// Pictures over HTTP: checked as they come in, and handed to the room that keeps them. The bytes come from people: their hash,
// type and size are found out here and never believed.
import { createHash } from "node:crypto";
import { BLOB_HASH, can } from "@inkroom/board-room";
import { MAX_BLOB_BYTES, MAX_PICTURE_PIXELS } from "@inkroom/protocol";
import type { RoomResponse } from "@inkroom/rooms";
import { pictureHeader } from "@inkroom/shapes";
import { type Answer, type HttpErrorCode, refusal } from "./answer.ts";
import type { Awaitable } from "./awaitable.ts";
import type { ApiRequest } from "./board-api.ts";
import type { Grant } from "./links.ts";
import { roomRequest, type ToRoom } from "./to-room.ts";

/** Bytes under this name never change; nothing in them may run, be framed, or be read by other sites. */
const BLOB_HEADERS = {
  "cache-control": "private, max-age=31536000, immutable",
  vary: "authorization",
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** Answers `GET`, `HEAD` and `PUT` of one blob for who has opened the board. */
export async function answerBlob(request: ApiRequest, grant: Grant, hash: string, room: ToRoom): Promise<Answer> {
  if (!BLOB_HASH.test(hash)) return refusal(404, "not_found");
  const toRoom = (method: string, type?: string, body?: Uint8Array<ArrayBuffer>): Awaitable<RoomResponse> =>
    room(grant.board, roomRequest(grant, `/blobs/${hash}`, { method, type, body }));
  if (request.method === "GET") return sent(hash, await toRoom("GET"));
  if (request.method === "HEAD") return { status: (await toRoom("HEAD")).status, body: null };
  if (!can(grant.role, "draw")) return refusal(403, "forbidden");
  const bytes = await readBlob(request);
  if (bytes === undefined) return refusal(413, "too_large", { connection: "close" });
  if (sha256(bytes) !== hash) return refusal(400, "bad_hash");
  const picture = pictureHeader(bytes);
  if (picture === undefined) return refusal(415, "unsupported_media_type");
  if (picture.width * picture.height > MAX_PICTURE_PIXELS) return refusal(413, "too_large");
  const { mime, width, height } = picture;
  const stored = await toRoom("PUT", mime, bytes);
  if (stored.status !== 200) return refused(stored);
  return { status: 200, body: { hash, mime, width, height, bytes: bytes.length } };
}

async function sent(hash: string, found: RoomResponse): Promise<Answer> {
  if (found.status === 204) return { status: 204, body: null };
  if (found.status !== 200) return refused(found);
  const bytes = new Uint8Array(await found.arrayBuffer());
  if (sha256(bytes) !== hash) throw new Error("A stored blob is not what its name says");
  return { status: 200, body: bytes, headers: { ...BLOB_HEADERS, "content-type": found.headers.get("content-type") ?? "" } };
}

/** The room says what is wrong in one word. */
async function refused(response: RoomResponse): Promise<Answer> {
  const word = new TextDecoder().decode(await response.arrayBuffer());
  const known = CODES.find((code) => code === word);
  return known === undefined ? refusal(500, "internal") : refusal(response.status, known);
}

const CODES: readonly HttpErrorCode[] = ["not_found", "forbidden", "room_full", "disk_full", "unavailable"];

/** Undefined where it is too large, or says that it will be; then the rest is not read. */
async function readBlob(request: ApiRequest): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.header("content-length") ?? 0) > MAX_BLOB_BYTES) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body) {
    length += chunk.length;
    if (length > MAX_BLOB_BYTES) return undefined;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
