// Brings a request to the room that its URL names, as an application's `fetch(request, env)` does first of all.
import { ambientEnv } from "./ambient-env.ts";
import { isUpgrade, RoomNamespace } from "./namespace.ts";
import type { PlatformRequest, PlatformResponse } from "./namespace.ts";
import type { RoomRequest, RoomResponse } from "./ports.ts";
import { routeBelow } from "./route.ts";

/** What a hook is told of the room. `className` is the name in `env`, `party` the same as in URLs. */
export type Lobby = { readonly className: string; readonly party: string; readonly name: string };

type Verdict = PlatformRequest | PlatformResponse | void;
type HeadersLike = { forEach(fn: (value: string, name: string) => void): void };

export type PartyServerOptions = {
  /** First segments of the path. Default `parties`. */
  readonly prefix?: string;
  /** For `onStart`, if the request starts the room. A structured-clone value. */
  readonly props?: unknown;
  /** True allows every origin, without credentials. Preflights are answered before the hooks. */
  readonly cors?: boolean | Readonly<Record<string, string>> | readonly (readonly [string, string])[] | HeadersLike;
  /** Return a Response to answer at once, a Request to go on with that one, nothing to go on. */
  readonly onBeforeConnect?: (request: PlatformRequest, lobby: Lobby) => Verdict | Promise<Verdict>;
  readonly onBeforeRequest?: (request: PlatformRequest, lobby: Lobby) => Verdict | Promise<Verdict>;
  /** Options of partyserver that concern Cloudflare's network: accepted, without effect. */
  readonly jurisdiction?: unknown;
  readonly locationHint?: unknown;
  readonly routingRetry?: unknown;
};

const OPEN_CORS: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, HEAD, OPTIONS",
  "access-control-allow-headers": "*",
  "access-control-max-age": "86400",
};

/** `MyRoom`, `myRoom` and `MY_ROOM` are `my-room` in URLs. */
export function partyOf(bindingName: string): string {
  const hasLowerCase = bindingName !== bindingName.toUpperCase();
  const dashed = hasLowerCase ? bindingName.replace(/[A-Z]/g, (letter, at) => (at === 0 ? letter : `-${letter}`)) : bindingName;
  return dashed.toLowerCase().replaceAll("_", "-").replace(/-$/, "");
}

/**
 * Null if the path is not `/<prefix>/<party>/<room>`; 400 for a party that `env` has no namespace for, or a room name
 * that cannot be one. Without `env` it is that of the application which the host serves. Rejects with what a hook throws, and
 * with TypeError if `env` holds no namespace at all or cannot be found.
 */
export async function routePartykitRequest(
  request: RoomRequest,
  env?: object,
  options: PartyServerOptions = {},
): Promise<PlatformResponse | null> {
  // reason: on a platform with a Response of its own the door gives nothing else.
  return (await answer(request, env ?? ambientEnv(), options)) as PlatformResponse | null;
}

async function answer(request: RoomRequest, env: object, options: PartyServerOptions): Promise<RoomResponse | null> {
  const route = routeBelow(pathOf(request.url), options.prefix ?? "parties");
  if (route.kind === "none") return null;
  const namespaces = Object.entries(env).filter((entry): entry is [string, RoomNamespace] => entry[1] instanceof RoomNamespace);
  const [first] = namespaces;
  if (first === undefined) throw new TypeError("env holds no namespace of rooms");
  const { door } = first[1];
  const binding = namespaces.find(([bindingName]) => route.kind === "room" && partyOf(bindingName) === route.party);
  if (route.kind === "bad" || binding === undefined) return door.newResponse("Invalid request", { status: 400 });
  const [className, namespace] = binding;
  const lobby: Lobby = { className, party: route.party, name: route.name };
  const cors = corsHeaders(options.cors);
  if (request.method === "OPTIONS" && cors !== undefined) return door.newResponse(null, { headers: cors });
  const isSocket = isUpgrade(request);
  const hook = isSocket ? options.onBeforeConnect : options.onBeforeRequest;
  const verdict = await hook?.(request as PlatformRequest, lobby);
  const response = isResponse(verdict)
    ? verdict
    : await namespace.fetch(route.name, (verdict as RoomRequest | undefined) ?? request, options.props);
  return cors === undefined || isSocket ? response : door.withHeaders(response, cors);
}

function isResponse(verdict: unknown): verdict is RoomResponse {
  return typeof (verdict as { status?: unknown } | null | undefined)?.status === "number";
}

function pathOf(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");
}

function corsHeaders(cors: PartyServerOptions["cors"]): Readonly<Record<string, string>> | undefined {
  if (cors === undefined || cors === false) return undefined;
  if (cors === true) return OPEN_CORS;
  if (Array.isArray(cors)) return Object.fromEntries(cors as readonly (readonly [string, string])[]);
  if (typeof cors.forEach !== "function") return cors as Readonly<Record<string, string>>;
  const record: Record<string, string> = {};
  (cors as HeadersLike).forEach((value, name) => (record[name] = value));
  return record;
}
