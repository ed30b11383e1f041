// A room's answers about pictures: `GET`, `HEAD` and `PUT /blobs/<hash>`. Who asks has been checked outside and comes with a grant; so
// have the bytes: that they are a picture, of the type that is stated, and have this hash.
import { type Log, type NewResponse, type RoomRequest, type RoomResponse, type RoomStorage, StorageError } from "@inkroom/rooms";
import { Blobs } from "./blobs.ts";
import { can } from "./can.ts";
import { GRANT_HEADER, grantOf } from "./session.ts";

/** SHA-256, hex. */
export const BLOB_HASH = /^[0-9a-f]{64}$/;

export type BlobDesk = {
  readonly storage: Pick<RoomStorage, "sql">;
  /** Bytes of all blobs together. */
  readonly maxBytes: number;
  /** ms since the epoch. */
  readonly now: () => number;
  readonly newResponse: NewResponse;
  readonly log: Log;
};

/** 200, 204 where there is no such blob (yet), 403, 404, 507 where the room or the disk is full, 503 where it takes no writes. */
export async function answerBlobRequest(request: RoomRequest, desk: BlobDesk): Promise<RoomResponse> {
  const { newResponse } = desk;
  const hash = /\/blobs\/([^/?#]+)$/.exec(request.url)?.[1] ?? "";
  const grant = grantOf(request.headers.get(GRANT_HEADER), undefined);
  if (!BLOB_HASH.test(hash)) return newResponse("not_found", { status: 404 });
  if (grant === undefined || !can(grant.role, request.method === "PUT" ? "draw" : "read")) return newResponse("forbidden", { status: 403 });
  const blobs = new Blobs(desk.storage.sql, desk.maxBytes);
  if (request.method === "PUT") return store(hash, request, blobs, desk);
  if (request.method === "HEAD") return newResponse(null, { status: blobs.has(hash) ? 200 : 204 });
  const blob = blobs.get(hash);
  return blob === undefined ? newResponse(null, { status: 204 }) : newResponse(blob.bytes, { headers: { "content-type": blob.mime } });
}

async function store(hash: string, request: RoomRequest, blobs: Blobs, { now, newResponse, log }: BlobDesk): Promise<RoomResponse> {
  const blob = { mime: request.headers.get("content-type") ?? "", bytes: new Uint8Array(await request.arrayBuffer()) };
  try {
    return blobs.put(hash, blob, now()) ? newResponse("stored") : newResponse("room_full", { status: 507 });
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    log.warn("blob.refused", { code: error.code });
    if (error.code === "full") return newResponse("disk_full", { status: 507 });
    if (error.code === "read_only") return newResponse("unavailable", { status: 503 });
    throw error;
  }
}
