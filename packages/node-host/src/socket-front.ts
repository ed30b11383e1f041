// Upgrade requests: checked, shown to the application's hook, accepted, and handed to their room.
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { nanoid } from "nanoid";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import { isConnectionId, routeOf } from "@inkroom/rooms";
import type { Log, RoomHosts } from "@inkroom/rooms";
import type { RoomHooks } from "./options.ts";
import { pathOf, queryOf, refuseUpgrade, webRequest } from "./web-request.ts";
import type { Admission } from "./worker-door.ts";
import { SendBudget } from "./send-budget.ts";
import { TextFrames, WsTransport } from "./ws-transport.ts";

export type SocketFrontOptions = {
  readonly rooms: RoomHosts;
  readonly hooks: RoomHooks;
  /** Decides in place of the routes and hooks. */
  readonly admit: ((request: IncomingMessage) => Promise<Admission | Response>) | undefined;
  readonly log: Log;
  readonly maxMessageBytes: number;
  readonly maxBufferedBytes: number;
  readonly maxTotalBufferedBytes: number;
  readonly maxPendingUpgrades: number;
  readonly upgradeLimitMs: number;
  readonly maxConnections: number;
  readonly pingIntervalMs: number;
  readonly maxMissedPings: number;
};

/** Longest address of a connection, characters: it counts towards the 16 KiB that a room may keep of a connection. */
const MAX_ADDRESS_LENGTH = 4_096;
/** How long sockets may take to answer the close frame when the server stops. */
const GOODBYE_MS = 1_000;

export class SocketFront {
  readonly #options: SocketFrontOptions;
  readonly #server: WebSocketServer;
  readonly #transports = new Set<WsTransport>();
  readonly #textFrames = new TextFrames();
  readonly #budget: SendBudget;
  readonly #heartbeat: NodeJS.Timeout;
  /** Sockets that wait for the hook. */
  readonly #pending = new Set<Duplex>();
  #isClosing = false;
  #onEmpty: (() => void) | undefined;

  constructor(options: SocketFrontOptions) {
    this.#options = options;
    this.#budget = new SendBudget(options.maxTotalBufferedBytes, () => this.#transports);
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false, // a small bomb would become a large one
      maxPayload: options.maxMessageBytes,
      maxFragments: 64,
      maxBufferedChunks: 1_024,
    });
    this.#heartbeat = setInterval(() => {
      for (const transport of this.#transports) transport.beat(options.maxMissedPings);
    }, options.pingIntervalMs);
    this.#heartbeat.unref();
  }

  /** Listener for a server's `upgrade` event; never throws or rejects. */
  readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on("error", () => socket.destroy()); // until ws has its own listener, and for refused ones
    this.#pending.add(socket);
    // A hook that never answers must not keep a place for ever. That the client has left is not seen: nobody reads yet.
    const limit = Promise.withResolvers<Response>();
    const timer = setTimeout(() => {
      this.#options.log.warn("upgrade.undecided", { afterMs: this.#options.upgradeLimitMs });
      limit.resolve(busy());
    }, this.#options.upgradeLimitMs);
    Promise.race([this.#admit(request), limit.promise])
      .then((verdict) => {
        if (verdict instanceof Response) return refuseUpgrade(socket, verdict);
        this.#server.handleUpgrade(request, socket, head, (ws) => this.#accept(ws, socket, verdict));
      })
      .catch((error: unknown) => {
        this.#options.log.error("upgrade.failed", { error });
        return refuseUpgrade(socket, new Response("Internal error", { status: 500 }));
      })
      .finally(() => {
        clearTimeout(timer);
        this.#pending.delete(socket);
      });
  };

  /** Accepts no more sockets; those that wait for the hook are dropped. */
  stop(): void {
    this.#isClosing = true;
    clearInterval(this.#heartbeat);
    for (const socket of this.#pending) socket.destroy();
  }

  /** Resolves when all sockets are gone; those that take too long are cut off. */
  async drained(): Promise<void> {
    if (this.#transports.size === 0) return;
    const emptied = new Promise<void>((resolve) => (this.#onEmpty = resolve));
    const timer = setTimeout(() => {
      for (const transport of this.#transports) transport.terminate();
    }, GOODBYE_MS);
    await emptied;
    clearTimeout(timer);
  }

  /** Who is to be let in where, or the answer to those who are not. */
  async #admit(request: IncomingMessage): Promise<Admission | Response> {
    const { rooms, hooks } = this.#options;
    const path = pathOf(request);
    if (this.#options.admit !== undefined && path !== undefined) return this.#admitBy(this.#options.admit, request);
    const route = path === undefined ? ({ kind: "none" } as const) : routeOf(path);
    if (route.kind === "none") return new Response("Not found", { status: 404 });
    const id = queryOf(request).get("_pk") || nanoid();
    if (route.kind === "bad" || !rooms.hasParty(route.party) || !isConnectionId(id))
      return new Response("Invalid request", { status: 400 });
    if (this.#isOverloaded) return busy();
    let upgrade: Request;
    try {
      upgrade = webRequest(request);
    } catch {
      return new Response("Bad request", { status: 400 });
    }
    if (upgrade.url.length > MAX_ADDRESS_LENGTH) return new Response("URI too long", { status: 414 });
    const { party, name } = route;
    const verdict = await hooks.onBeforeConnect?.(upgrade, { party, name });
    if (verdict instanceof Response) return verdict;
    if (this.#isClosing) return busy();
    return { party, name, id, request: verdict ?? upgrade };
  }

  /** The one that asks is among the pending. */
  get #isOverloaded(): boolean {
    const { maxConnections, maxPendingUpgrades } = this.#options;
    return this.#pending.size > maxPendingUpgrades || this.#transports.size + this.#pending.size > maxConnections;
  }

  async #admitBy(
    admit: (request: IncomingMessage) => Promise<Admission | Response>,
    request: IncomingMessage,
  ): Promise<Admission | Response> {
    if (this.#isOverloaded) return busy();
    if ((request.url ?? "").length > MAX_ADDRESS_LENGTH) return new Response("URI too long", { status: 414 });
    const verdict = await admit(request);
    return this.#isClosing && !(verdict instanceof Response) ? busy() : verdict;
  }

  #accept(ws: WebSocket, socket: Duplex, { party, name, id, request, props }: Admission): void {
    const { rooms, log, maxBufferedBytes } = this.#options;
    const transport = new WsTransport(ws, socket, { maxBufferedBytes, budget: this.#budget, textFrames: this.#textFrames, log });
    this.#transports.add(transport);
    const events = rooms.connect(party, name, transport, { id, uri: request.url, request, props });
    transport.deliverTo(events, () => {
      this.#transports.delete(transport);
      if (this.#transports.size === 0) this.#onEmpty?.();
    });
  }
}

function busy(): Response {
  return new Response("Service unavailable", { status: 503, headers: { "retry-after": "5" } });
}
