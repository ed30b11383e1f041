// Between an application in Workers' style and the rooms: what its `fetch` returns for an upgrade request is a response
// that stands for a socket, which only the socket front can give.
import { nanoid } from "nanoid";
import { isConnectionId, partyOf, RoomNamespace } from "@inkroom/rooms";
import type { RoomClass, RoomHosts, RoomsDoor } from "@inkroom/rooms";
import type { Lobby } from "./options.ts";
import { newResponse } from "./node-ports.ts";

/** Who is to be let in where. */
export type Admission = Lobby & { readonly id: string; readonly request: Request; readonly props?: unknown };

/** The upgrades that an application has asked for and not returned yet. */
export class Upgrades {
  readonly #admissions = new WeakMap<Response, Admission>();

  /** A response with status 101, or 400 for an id that no connection may have. */
  offer(admission: Admission): Response {
    if (!isConnectionId(admission.id)) return new Response("Invalid request", { status: 400 });
    const response = new Response(null);
    Object.defineProperty(response, "status", { value: 101 }); // the constructor refuses it
    this.#admissions.set(response, admission);
    return response;
  }

  /** What the response stands for; undefined for an ordinary one, and for a copy of one that was offered. */
  take(response: Response): Admission | undefined {
    const admission = this.#admissions.get(response);
    this.#admissions.delete(response);
    return admission;
  }
}

/** One namespace for each class, by its name in `env`. `rooms` may be made later than they. */
export function namespacesOf<Env>(
  parties: Readonly<Record<string, RoomClass<Env>>>,
  rooms: () => RoomHosts,
  upgrades: Upgrades,
): Record<string, RoomNamespace> {
  const door: RoomsDoor = {
    request: (...args) => rooms().request(...args),
    call: (...args) => rooms().call(...args),
    upgrade(party, name, request, props): Response {
      const id = new URL(request.url).searchParams.get("_pk") || nanoid();
      // reason: applications on Node get and hand on Node's requests.
      return upgrades.offer({ party, name, id, request: request as Request, props });
    },
    newResponse,
    newRequest: (input, init) => new Request(input as Request | URL | string, init as RequestInit | undefined),
    withHeaders(response, headers): Response {
      const open = new Response((response as Response).body, response as Response);
      for (const [name, value] of Object.entries(headers)) open.headers.set(name, value);
      return open;
    },
  };
  return Object.fromEntries(Object.keys(parties).map((binding) => [binding, new RoomNamespace(partyOf(binding), door)]));
}
