// Brings a request to the room that its URL names, as partyserver does. What is wrong with it is answered before a room
// is woken, and what only hosts may say is taken off.
import { isConnectionId, routeBelow } from "@inkroom/rooms/contract";
import { routePartykitRequest as route } from "partyserver";
import type { PartyServerOptions } from "partyserver";

type Env = Readonly<Record<string, unknown>>;

/** Longest address of a connection, characters: it counts towards the 16 KiB that a room may keep of a connection. */
const MAX_ADDRESS_LENGTH = 4_096;
const FOR_HOSTS = /^x-(?:partykit|inkroom)-/i;

/**
 * Null where the URL is not for a room. 400 for a party, name or connection id that cannot be, 414 for an address that is
 * too long. Without `env` it is the Worker's own. Every Durable Object namespace in it is a party: leave out those that strangers must not reach.
 */
export async function routePartykitRequest(request: Request, env?: Env, options: PartyServerOptions = {}): Promise<Response | null> {
  const { pathname, searchParams } = new URL(request.url);
  const { kind } = routeBelow(pathname, options.prefix ?? "parties");
  if (kind === "none") return null;
  const isUpgrade = request.headers.get("upgrade")?.toLowerCase() === "websocket";
  const id = searchParams.get("_pk");
  if (kind === "bad" || (isUpgrade && id && !isConnectionId(id))) return new Response("Invalid request", { status: 400 });
  if (isUpgrade && request.url.length > MAX_ADDRESS_LENGTH) return new Response("URI too long", { status: 414 });
  // reason: partyserver's types want the Worker's own `Env`; it looks for namespaces in whatever it gets.
  return route(withoutHostHeaders(request), env as Cloudflare.Env | undefined, options);
}

function withoutHostHeaders(request: Request): Request {
  const headers = new Headers([...request.headers].filter(([name]) => !FOR_HOSTS.test(name)));
  return new Request(request, { headers });
}
