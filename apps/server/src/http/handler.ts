// Everything over HTTP that is no room: health, the API, the web app. One line of log per answer, without content.
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, type ApiRequest, type BoardApi, type Health, isDecodable, refusal } from "@inkroom/board-access";
import type { AppLog } from "../json-log.ts";
import { clientAddress } from "./client-address.ts";
import { sendAnswer } from "./respond.ts";
import type { WebApp } from "./web-app.ts";

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => void;
export type HttpHandlerOptions = {
  readonly api: BoardApi;
  readonly health: Health;
  readonly web: WebApp;
  readonly trustProxy: number;
  readonly log: AppLog;
};

const NOT_BUILT = "The web app is not built. The API and the rooms are up.\n";

/** Answers every request, also when something in here fails. */
export function createHttpHandler(options: HttpHandlerOptions): HttpHandler {
  return (request, response) => {
    // A client that goes away mid-request must not become an uncaught error.
    request.on("error", () => response.destroy());
    response.on("error", () => response.destroy());
    const path = pathOf(request);
    response.on("finish", () =>
      options.log.debug("http.answered", { route: routeOf(path), method: request.method, status: response.statusCode }),
    );
    route(request, response, path, options).catch((error: unknown) => {
      options.log.error("http.failed", { route: routeOf(path), error });
      sendAnswer(response, refusal(500, "internal"));
    });
  };
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  path: string | undefined,
  options: HttpHandlerOptions,
): Promise<void> {
  const answer = (given: Answer): void => sendAnswer(response, given);
  if (path === undefined) return answer(refusal(400, "bad_request"));
  if (path.startsWith("/api/")) return answer(await options.api(apiRequest(request, path, clientAddress(request, options.trustProxy))));
  if (request.method !== "GET" && request.method !== "HEAD") return answer(refusal(405, "method_not_allowed", { allow: "GET, HEAD" }));
  if (path === "/healthz") return answer(options.health.live());
  if (path === "/readyz") return answer(await options.health.ready());
  if (options.web.serve(request, response, path)) return;
  if (path === "/" && options.web.files === 0) {
    response.writeHead(503, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" }).end(NOT_BUILT);
    return;
  }
  answer(refusal(404, "not_found"));
}

function apiRequest(request: IncomingMessage, path: string, address: string): ApiRequest {
  return {
    method: request.method ?? "",
    path,
    address,
    // Of headers that may come several times none concerns the API.
    header: (name) => request.headers[name]?.toString(),
    // reason: without setEncoding, node's http gives Buffers.
    body: request as AsyncIterable<Buffer>,
  };
}

/** The raw path, never decoded or normalised: `//`, `..` and `%2f` stay what they are and match nothing. */
function pathOf(request: IncomingMessage): string | undefined {
  const path = request.url?.split("?")[0];
  return path?.startsWith("/") === true && isDecodable(path) ? path : undefined;
}

/** What may be logged of a path: its shape, with the first characters of a board id. */
function routeOf(path: string | undefined): string {
  if (path === undefined) return "malformed";
  const board = /^\/(api\/boards|b)\/([A-Za-z0-9_-]{8})[^/]*(\/(?:tickets|links|blobs|removals|renewals))?(?:\/[^/]*)?$/.exec(path);
  if (board !== null) return `/${board[1]}/${board[2]}…${board[3] ?? ""}`;
  return ["/", "/healthz", "/readyz", "/api/boards"].includes(path) ? path : path.startsWith("/assets/") ? "/assets/*" : "other";
}
