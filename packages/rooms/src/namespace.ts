// The rooms of one class as other code reaches them: by name, over stubs. Names are those of Durable Object namespaces.
import type { NewResponse, RoomRequest, RoomResponse } from "./ports.ts";
import type { RoomHosts } from "./room-hosts.ts";
import { roomIdOf } from "./room-id.ts";
import type { RoomId } from "./room-id.ts";
import type { Server } from "./server.ts";

/** What a host brings so that application code can reach its rooms. */
export interface RoomsDoor {
  request: RoomHosts["request"];
  call: RoomHosts["call"];
  /** Answers an upgrade request in such a way that the host hands the socket to this room when the application returns the answer. */
  upgrade(party: string, name: string, request: RoomRequest, props: unknown): RoomResponse | Promise<RoomResponse>;
  newResponse: NewResponse;
  /** The platform's `new Request(input, init)`. Throws TypeError for what Fetch cannot express. */
  newRequest(input: RequestInput, init: object | undefined): RoomRequest;
  /** The same response with these headers set. */
  withHeaders(response: RoomResponse, headers: Readonly<Record<string, string>>): RoomResponse;
}

/** The platform's own `Response` and `Request` where there are any. */
export type PlatformResponse = typeof globalThis extends { Response: { prototype: infer Found } } ? Found : RoomResponse;
export type PlatformRequest = typeof globalThis extends { Request: { prototype: infer Found } } ? Found : RoomRequest;

/** What Fetch takes for a request: one, or its address. */
export type RequestInput = RoomRequest | string | { readonly href: string };

type PublicMethods<Room> = {
  [Name in keyof Room as Room[Name] extends (...args: never[]) => unknown ? Name : never]: Room[Name] extends (
    ...args: infer Args
  ) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never;
};

/** A room from outside: its public methods, each giving a promise of a structured clone, and `fetch`. */
export type RoomStub<Room = Server> = Omit<PublicMethods<Room>, "fetch"> & {
  readonly id: RoomId;
  readonly name: string;
  /**
   * A request to the room's `onRequest`, given as to Fetch; the host of an address means nothing, but there must be one. An
   * upgrade request gives the answer that the application has to return.
   */
  fetch(input: RequestInput, init?: object): Promise<PlatformResponse>;
};

export class RoomNamespace<Room = Server> {
  /** As it stands in URLs. */
  readonly party: string;
  readonly #door: RoomsDoor;

  constructor(party: string, door: RoomsDoor) {
    this.party = party;
    this.#door = door;
  }

  get door(): RoomsDoor {
    return this.#door;
  }

  /** Any string is a name: rooms that no URL can reach are possible. */
  idFromName(name: string): RoomId {
    return roomIdOf(name);
  }

  get(id: RoomId): RoomStub<Room> {
    return this.getByName(id.name);
  }

  getByName(name: string): RoomStub<Room> {
    return stubOf<Room>(this.party, name, this.#door);
  }

  /** There is one jurisdiction: this process. */
  jurisdiction(_name: string): this {
    return this;
  }

  /** As a stub's `fetch`, with props for `onStart`. */
  async fetch(name: string, request: RoomRequest, props?: unknown): Promise<RoomResponse> {
    return isUpgrade(request) ? this.#door.upgrade(this.party, name, request, props) : this.#door.request(this.party, name, request, props);
  }

  /** Starts the room if it is not in memory. */
  async start(name: string, props?: unknown): Promise<void> {
    await this.#door.call(this.party, name, "setName", [name], props);
  }
}

export function isUpgrade(request: RoomRequest): boolean {
  return request.headers.get("upgrade")?.toLowerCase() === "websocket";
}

function isRequest(input: RequestInput): input is RoomRequest {
  return typeof input === "object" && "headers" in input;
}

function stubOf<Room>(party: string, name: string, door: RoomsDoor): RoomStub<Room> {
  const namespace = new RoomNamespace(party, door);
  const own: Readonly<Record<string, unknown>> = {
    id: namespace.idFromName(name),
    name,
    fetch: async (input: RequestInput, init?: object) =>
      namespace.fetch(name, isRequest(input) && init === undefined ? input : door.newRequest(input, init)),
    setName: (given: string, start?: unknown) => door.call(party, name, "setName", [given], start),
  };
  const stub = new Proxy(own, {
    get(target, key): unknown {
      if (typeof key === "symbol" || key === "then") return undefined; // a stub is no promise
      return Object.hasOwn(target, key) ? target[key] : (...args: unknown[]) => door.call(party, name, key, args);
    },
  });
  return stub as unknown as RoomStub<Room>;
}

/**
 * A stub for one room, after its `onStart`. Rejects with what `onStart` threw. `props` are structured-clone values and
 * reach `onStart` only if this call starts the room. Other options of partyserver are accepted and mean nothing here.
 */
export async function getServerByName<Room = Server>(
  namespace: RoomNamespace<Room>,
  name: string,
  options: { readonly props?: unknown } & Readonly<Record<string, unknown>> = {},
): Promise<RoomStub<Room>> {
  await namespace.start(name, options.props);
  return namespace.getByName(name);
}
