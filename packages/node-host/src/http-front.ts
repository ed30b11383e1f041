// Plain requests: to a room, or to whatever else the application serves.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log, RoomHosts, RoomResponse } from "@inkroom/rooms";
import { routeOf } from "@inkroom/rooms";
import type { Lobby, RoomHooks } from "./options.ts";
import { sendResponse } from "./send-response.ts";
import { pathOf, readBody, webRequest } from "./web-request.ts";

export type HttpFrontOptions = {
  readonly rooms: RoomHosts;
  readonly hooks: RoomHooks;
  readonly fetch: ((request: IncomingMessage, response: ServerResponse) => void | Promise<void>) | undefined;
  /** Takes every request, those for rooms too. */
  readonly whole: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;
  readonly maxBodyBytes: number;
  readonly log: Log;
};

const METHODS_WITHOUT_REQUEST = new Set(["CONNECT", "TRACE", "TRACK"]);

/** Answers every request; never throws or rejects. */
export function createHttpFront(options: HttpFrontOptions): (request: IncomingMessage, response: ServerResponse) => void {
  const { rooms, fetch, log } = options;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request);
    if (options.whole !== undefined && path !== undefined && !METHODS_WITHOUT_REQUEST.has(request.method ?? ""))
      return options.whole(request, response);
    const route = path === undefined ? ({ kind: "none" } as const) : routeOf(path);
    if (route.kind === "none") {
      if (fetch !== undefined && path !== undefined) return fetch(request, response);
      return sendResponse(response, new Response("Not found", { status: path === undefined ? 400 : 404 }));
    }
    if (route.kind === "bad" || !rooms.hasParty(route.party))
      return sendResponse(response, new Response("Invalid request", { status: 400 }));
    return sendResponse(response, await fromRoom(request, { party: route.party, name: route.name }, options));
  };

  return (request, response) => {
    request.on("error", () => {}); // the client went away; the answer will find out
    answer(request, response).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return response.destroy();
      log.error("http.failed", { error });
      if (response.headersSent) response.destroy();
      else {
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        response.statusCode = 500;
        response.end("Internal error");
      }
    });
  };
}

async function fromRoom(request: IncomingMessage, lobby: Lobby, options: HttpFrontOptions): Promise<RoomResponse> {
  if (METHODS_WITHOUT_REQUEST.has(request.method ?? "")) return new Response("Method not allowed", { status: 405 });
  const body = await readBody(request, options.maxBodyBytes);
  if (body === undefined) return new Response("Payload too large", { status: 413, headers: { connection: "close" } });
  let forRoom: Request;
  try {
    forRoom = webRequest(request, body);
  } catch {
    return new Response("Bad request", { status: 400 });
  }
  const verdict = await options.hooks.onBeforeRequest?.(forRoom, lobby);
  if (verdict instanceof Response) return verdict;
  return options.rooms.request(lobby.party, lobby.name, verdict ?? forRoom);
}
