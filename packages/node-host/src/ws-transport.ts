// One accepted WebSocket as the transport of a connection: bounded in what it holds unsent, and watched for silence.
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { type ConnTransport, type Log, ROOM_CLOSE, type SocketEvents } from "@inkroom/rooms";
import type { Debtor, SendBudget } from "./send-budget.ts";

/** A close frame queues behind what is unsent, so a slow socket is cut off this much later. */
const CUT_OFF_MS = 1_000;
/** What is gathered for one system call; more goes to the network at once, which may take it faster than it is made. */
const MAX_GATHERED_BYTES = 65_536;

/** Turns text into bytes once, however many sockets it goes to. */
export class TextFrames {
  #text = "";
  #bytes = Buffer.alloc(0);

  bytesOf(text: string): Buffer {
    if (text !== this.#text) {
      this.#bytes = Buffer.from(text);
      this.#text = text;
    }
    return this.#bytes;
  }
}

export type TransportOptions = {
  readonly budget: SendBudget;
  readonly maxBufferedBytes: number;
  readonly textFrames: TextFrames;
  readonly log: Log;
};

export class WsTransport implements ConnTransport, Debtor {
  readonly #ws: WebSocket;
  /** The TCP socket under `ws`. */
  readonly #socket: Duplex;
  readonly #options: TransportOptions;
  #isTooSlow = false;
  #isEvicted = false;
  #isGathering = false;
  #unansweredPings = 0;

  constructor(ws: WebSocket, socket: Duplex, options: TransportOptions) {
    this.#ws = ws;
    this.#socket = socket;
    this.#options = options;
    ws.binaryType = "arraybuffer";
    ws.on("error", () => {}); // before anything else: without a listener one bad frame ends the process
    ws.on("pong", () => (this.#unansweredPings = 0));
  }

  /** Tells the room what happens on the socket, in order. `onGone` comes last. */
  deliverTo(events: SocketEvents, onGone: () => void): void {
    this.#ws.on("message", (data, isBinary) => {
      this.#unansweredPings = 0;
      events.message(isBinary ? (data as ArrayBuffer) : (data as Buffer).toString());
    });
    this.#ws.on("error", (error) => events.error(error));
    this.#ws.on("close", (code, reason) => {
      events.closed(code, reason.toString());
      onGone();
    });
  }

  get bufferedAmount(): number {
    return this.#isEvicted ? 0 : this.#ws.bufferedAmount;
  }

  send(data: string | Uint8Array): void {
    const ws = this.#ws;
    if (ws.readyState !== ws.OPEN || this.#isTooSlow) return;
    const isBinary = typeof data !== "string";
    const bytes = isBinary ? data : this.#options.textFrames.bytesOf(data);
    if (ws.bufferedAmount + bytes.byteLength > this.#options.maxBufferedBytes) this.#cutOff();
    else {
      this.#options.budget.spend(bytes.byteLength);
      if (this.#isTooSlow) return;
      this.#gather();
      ws.send(bytes, { binary: isBinary });
      if (ws.bufferedAmount > MAX_GATHERED_BYTES) this.#letGo();
    }
  }

  close(code?: number, reason?: string): void {
    this.#ws.close(code, reason);
    if (code === ROOM_CLOSE.slow.code) setTimeout(() => this.#ws.terminate(), CUT_OFF_MS).unref();
  }

  pause(): void {
    this.#ws.pause();
  }

  resume(): void {
    this.#ws.resume();
  }

  terminate(): void {
    this.#ws.terminate();
  }

  evict(): void {
    this.#options.log.warn("socket.evicted", { bufferedBytes: this.#ws.bufferedAmount });
    this.#isTooSlow = true;
    this.#isEvicted = true;
    this.#ws.terminate();
  }

  /** Asks for a sign of life; gives the socket up after `maxMissed` questions without an answer. */
  beat(maxMissed: number): void {
    if (this.#unansweredPings >= maxMissed) return this.terminate();
    this.#unansweredPings++;
    if (this.#ws.readyState === this.#ws.OPEN) this.#ws.ping();
  }

  // Frames of one turn leave in one system call: the socket holds them until the code that runs now has ended.
  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.#socket.cork();
    process.nextTick(() => this.#letGo());
  }

  #letGo(): void {
    if (!this.#isGathering) return;
    this.#isGathering = false;
    this.#socket.uncork();
  }

  #cutOff(): void {
    this.#isTooSlow = true;
    this.#options.log.warn("socket.too_slow", { bufferedBytes: this.#ws.bufferedAmount });
    this.close(ROOM_CLOSE.slow.code, ROOM_CLOSE.slow.reason);
  }
}
