// The way from the API to a board's room: plain HTTP requests that carry what the asker's link grants.
import { GRANT_HEADER } from "@inkroom/board-room";
import type { RoomRequest, RoomResponse } from "@inkroom/rooms";
import type { Awaitable } from "./awaitable.ts";
import type { Grant } from "./links.ts";

/** Gives a request to a board's room. */
export type ToRoom = (board: string, request: RoomRequest & Request) => Awaitable<RoomResponse>;

type RoomRequestOptions = {
  readonly method: string;
  readonly type?: string | undefined;
  readonly body?: string | Uint8Array<ArrayBuffer> | undefined;
};

/** A request that the room takes as coming from who holds the grant. */
export function roomRequest({ role, link }: Grant, path: string, { method, type, body }: RoomRequestOptions): Request {
  const headers = new Headers({ [GRANT_HEADER]: JSON.stringify({ role, link }) });
  if (type !== undefined) headers.set("content-type", type);
  return new Request(`http://room${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
}
