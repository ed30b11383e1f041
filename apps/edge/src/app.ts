// The Worker put together: the page, the HTTP API and the way to the rooms. One per isolate.
import {
  type Answer,
  ANSWER_HEADERS,
  type ApiRequest,
  createBoardApi,
  createHealth,
  createLinks,
  createUpgradeHook,
  isDecodable,
  MODERATIONS_PER_MINUTE,
  payloadOf,
  refusal,
} from "@inkroom/board-access";
import { consoleLog, routePartykitRequest } from "@inkroom/durable-host";
import { attemptsOf, linkRegistry, ticketsOf } from "./access-ports.ts";
import type { Env } from "./env.ts";
import { servePage } from "./page.ts";
import { readSettings } from "./settings.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const PROBE_EVERY_MS = 10_000;

export type App = (request: Request) => Promise<Response>;

/** Throws Error where a variable has a wrong value. */
export function createApp(env: Env): App {
  const settings = readSettings(env);
  const tickets = ticketsOf(env, settings.ticketMs);
  const links = createLinks(linkRegistry(env));
  const api = createBoardApi({
    links,
    tickets,
    creations: attemptsOf(env, "creations", settings.boardsPerHour, HOUR_MS),
    issues: attemptsOf(env, "issues", settings.ticketsPerMinute, MINUTE_MS),
    failures: attemptsOf(env, "failures", settings.ticketFailuresPerMinute, MINUTE_MS),
    moderations: attemptsOf(env, "moderations", MODERATIONS_PER_MINUTE, MINUTE_MS),
    room: (board, request) => env.BOARD.getByName(board).fetch(request),
  });
  const health = createHealth({ probe: () => env.ATTEMPTS.getByName("probe").probe(), now: () => Date.now(), everyMs: PROBE_EVERY_MS });
  const admit = createUpgradeHook({ origin: settings, tickets, links, log: consoleLog });
  const parties = partiesOf(env, settings.examples === "on");

  const toRoom = (request: Request): Promise<Response | null> =>
    routePartykitRequest(request, parties, {
      onBeforeConnect: (upgrade, { className, name }) => (className === "board" ? admit(upgrade, { party: "board", name }) : undefined),
      // Of a board only its pictures come over HTTP, by the API.
      onBeforeRequest: (_request, { className }) => (className === "board" ? responseOf(refusal(404, "not_found")) : undefined),
    });

  return async (request) => {
    const path = new URL(request.url).pathname;
    if (!isDecodable(path)) return responseOf(refusal(400, "bad_request"));
    const answered = await toRoom(request);
    if (answered !== null) return answered;
    if (path.startsWith("/api/")) return responseOf(await api(apiRequest(request, path)));
    if (request.method !== "GET" && request.method !== "HEAD")
      return responseOf(refusal(405, "method_not_allowed", { allow: "GET, HEAD" }));
    if (path === "/healthz") return responseOf(health.live());
    if (path === "/readyz") return responseOf(await health.ready());
    return (await servePage(request, path, env.ASSETS, settings.publicUrl)) ?? responseOf(refusal(404, "not_found"));
  };
}

/** What can be reached under /parties, by its name there. */
function partiesOf(env: Env, withExamples: boolean): Readonly<Record<string, DurableObjectNamespace>> {
  const { BOARD: board, CHAT: chat, DASHBOARD: dashboard, DOCUMENT: document, NOTE: note, POND: pond, PRESENCE: presence } = env;
  return withExamples ? { board, chat, dashboard, document, note, pond, presence } : { board };
}

function apiRequest(request: Request, path: string): ApiRequest {
  return {
    method: request.method,
    path,
    // The platform sets it; what a client sends under this name does not arrive.
    address: request.headers.get("cf-connecting-ip") ?? "unknown",
    header: (name) => request.headers.get(name) ?? undefined,
    body: request.body ?? nothing(),
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function responseOf(answer: Answer): Response {
  const { status, headers } = answer;
  // reason: Buffers of this platform lie in an ArrayBuffer, never in a shared one.
  const body = status === 204 ? null : (payloadOf(answer) as Uint8Array<ArrayBuffer>);
  return new Response(body, { status, headers: { ...ANSWER_HEADERS, ...headers } });
}
