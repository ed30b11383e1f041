// The line to a room over partysocket, which does the addressing and the backoff. What it does not do is here: jitter,
// heartbeat, close codes that mean stop, reconnecting at once when the page wakes. Its queue is never used.
import { CLOSE, isFatalClose } from "@inkroom/protocol";
import type { Frame, Transport, TransportHandlers, TransportState } from "@inkroom/sync";
import { PartySocket, type PartySocketOptions } from "partysocket";
import { Heartbeat } from "./heartbeat.ts";
import { TicketRefused } from "./ticket-refused.ts";
import {
  CONNECT_TIMEOUT_MS,
  DRAIN_BASE_MS,
  DRAIN_SPREAD_MS,
  MAX_RETRY_MS,
  RETRY_BASE_MS,
  RETRY_GROWTH,
  RETRY_SPREAD_MS,
  TICKET_TIMEOUT_MS,
} from "./timings.ts";
import { type WakeTargets, watchWake } from "./wake-signals.ts";

export type PartyTransportOptions = {
  /** Host and port. */
  readonly host: string;
  readonly party: string;
  readonly room: string;
  /** This tab's connection id (`_pk`), the same on every reconnect: a new connection replaces its dead predecessor. */
  readonly id: string;
  /** "wss" unless the host is a local address. */
  readonly protocol?: "ws" | "wss" | undefined;
  /** Query of the next connection, asked for anew each time. Rejects with TicketRefused to give up, else it is retried. */
  readonly query: () => Promise<Readonly<Record<string, string>>>;
  /** Default: the browser's. */
  readonly WebSocket?: typeof globalThis.WebSocket | undefined;
  readonly wake?: WakeTargets | undefined;
  /** 0 to 1; default Math.random. */
  readonly random?: (() => number) | undefined;
};

/** A line to one room by partysocket. It connects when it is opened, and comes back by itself until it is closed or refused. */
export function createPartyTransport(options: PartyTransportOptions): Transport {
  return new PartyTransport(options);
}

class PartyTransport implements Transport {
  readonly #options: PartyTransportOptions;
  readonly #minDelayMs: number;
  readonly #heartbeat = new Heartbeat({ sendPing: () => this.send("ping"), onDead: () => this.reconnect() });
  #handlers: TransportHandlers | undefined;
  #state: TransportState = "closed";
  #socket: PartySocket | undefined;
  #unwatch: (() => void) | undefined;
  /** Set while the server is given time to come back. */
  #drainWait: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PartyTransportOptions) {
    this.#options = options;
    this.#minDelayMs = RETRY_BASE_MS + this.#random() * RETRY_SPREAD_MS;
  }

  get state(): TransportState {
    return this.#state;
  }

  open(handlers: TransportHandlers): void {
    this.close();
    this.#handlers = handlers;
    const wake = this.#options.wake ?? browserTargets();
    if (wake !== undefined) this.#unwatch = watchWake(wake, () => this.#woken());
    this.#dial();
  }

  send(frame: Frame): boolean {
    if (this.#state !== "open" || this.#socket?.readyState !== PartySocket.OPEN) return false;
    // reason: frames are made by the codec in memory of their own, never in a SharedArrayBuffer.
    this.#socket.send(frame as string | Uint8Array<ArrayBuffer>);
    return true;
  }

  close(): void {
    this.#end("closed");
    this.#handlers = undefined;
  }

  /** Takes a new socket rather than partysocket's `reconnect`, which does nothing while it waits for its next attempt. */
  reconnect(): void {
    if (this.#state === "closed" || this.#state === "refused") return;
    const wasOpen = this.#state === "open";
    this.#retire();
    this.#dial();
    if (wasOpen) this.#handlers?.onDown();
  }

  #dial(): void {
    this.#drainWait = undefined;
    this.#state = "connecting";
    const socket = new PartySocket(this.#socketOptions(() => this.#socket === socket));
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.#opened();
    socket.onmessage = ({ data }) => this.#received(data);
    socket.onclose = ({ code }) => this.#dropped(code);
    this.#socket = socket;
  }

  #socketOptions(isCurrent: () => boolean): PartySocketOptions {
    const { host, party, room, id, protocol, WebSocket } = this.#options;
    return {
      host,
      party,
      room,
      id,
      ...(protocol === undefined ? {} : { protocol }),
      ...(WebSocket === undefined ? {} : { WebSocket }),
      query: () => this.#query(isCurrent),
      maxEnqueuedMessages: 0,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      minReconnectionDelay: this.#minDelayMs,
      maxReconnectionDelay: MAX_RETRY_MS,
      reconnectionDelayGrowFactor: RETRY_GROWTH,
      shouldReconnectOnClose: ({ code }) => !isFatalClose(code) && code !== CLOSE.drain,
    };
  }

  async #query(isCurrent: () => boolean): Promise<Record<string, string>> {
    // A retired socket still asks once when its wait is over.
    if (!isCurrent()) throw new Error("another socket has taken over");
    try {
      return { ...(await withTimeout(this.#options.query(), TICKET_TIMEOUT_MS)) };
    } catch (error) {
      if (error instanceof TicketRefused && isCurrent()) this.#refuse(error.code);
      throw error;
    }
  }

  #opened(): void {
    this.#state = "open";
    this.#heartbeat.start();
    this.#handlers?.onOpen();
  }

  #received(data: unknown): void {
    this.#heartbeat.heard();
    if (data === "pong") return;
    if (typeof data === "string") this.#handlers?.onFrame(data);
    else if (data instanceof ArrayBuffer) this.#handlers?.onFrame(new Uint8Array(data));
  }

  #dropped(code: number): void {
    if (isFatalClose(code)) return this.#refuse(code);
    this.#heartbeat.stop();
    this.#state = "connecting";
    if (code === CLOSE.drain) this.#dialLater();
    this.#handlers?.onDown();
  }

  /** Everybody else hears the same close at the same moment. */
  #dialLater(): void {
    this.#retire();
    this.#drainWait = setTimeout(() => this.#dial(), DRAIN_BASE_MS + this.#random() * DRAIN_SPREAD_MS);
  }

  #random(): number {
    return (this.#options.random ?? Math.random)();
  }

  #refuse(code: number): void {
    this.#end("refused");
    this.#handlers?.onRefused(code);
  }

  #woken(): void {
    if (this.#state === "open") this.#heartbeat.probe();
    // The first attempt of a socket is under way already.
    else if (this.#state === "connecting" && (this.#drainWait !== undefined || (this.#socket?.retryCount ?? 0) > 0)) this.reconnect();
  }

  #end(state: "closed" | "refused"): void {
    this.#state = state;
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#retire();
  }

  #retire(): void {
    this.#heartbeat.stop();
    clearTimeout(this.#drainWait);
    this.#drainWait = undefined;
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket === undefined) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }
}

function browserTargets(): WakeTargets | undefined {
  return typeof window === "undefined" ? undefined : { window, document };
}

async function withTimeout<Value>(promise: Promise<Value>, ms: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the ticket did not come in time")), ms);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
