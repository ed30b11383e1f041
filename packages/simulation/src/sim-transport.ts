// The client's transport in a world: dials, loses lines, finds dead ones, dials again; like the one over partysocket.
import { decodeClient, encode, encodingOf, FRAME_LIMITS, isFatalClose, PROTOCOL_VERSION } from "@inkroom/protocol";
import type { Role } from "@inkroom/protocol";
import type { Frame, Transport, TransportHandlers, TransportState } from "@inkroom/sync";
import { Line } from "./line.ts";
import type { SimServer } from "./sim-server.ts";
import type { WorldClock } from "./world-clock.ts";

export type SimTransportOptions = {
  readonly clock: WorldClock;
  readonly server: SimServer;
  readonly id: string;
  /** What its link is for; absent: everything. */
  readonly role?: Role | undefined;
  readonly delayMs: () => number;
  /** Every frame that reaches the client, before the session sees it. */
  readonly onHeard: (frame: Frame) => void;
};

const RETRY_MS = 300;
/** When the heartbeat gives a silent line up. */
const SILENCE_MS = 2_000;

export class SimTransport implements Transport {
  readonly #options: SimTransportOptions;
  #handlers: TransportHandlers | undefined;
  #state: TransportState = "closed";
  #line: Line | undefined;
  /** True: says hello as a client of the version after the room's. */
  isNewer = false;
  #cancelDial: (() => void) | undefined;

  constructor(options: SimTransportOptions) {
    this.#options = options;
  }

  get state(): TransportState {
    return this.#state;
  }

  /** The open line, for the world to spoil. */
  get line(): Line | undefined {
    return this.#state === "open" ? this.#line : undefined;
  }

  open(handlers: TransportHandlers): void {
    this.close();
    this.#handlers = handlers;
    this.#dialAfter(0);
  }

  send(frame: Frame): boolean {
    if (this.#state !== "open") return false;
    this.#line?.send(this.isNewer ? asNewer(frame) : frame);
    return true;
  }

  close(): void {
    this.#drop();
    this.#state = "closed";
    this.#handlers = undefined;
  }

  reconnect(): void {
    if (this.#handlers === undefined || this.#state === "refused") return;
    this.#drop();
    this.#dialAfter(0);
    this.#handlers.onDown();
  }

  /** The line goes half-open; later the heartbeat notices. */
  fallSilent(roomNoticesMs: number): void {
    const line = this.line;
    if (line === undefined) return;
    line.fallSilent(roomNoticesMs);
    this.#options.clock.setTimer(SILENCE_MS, () => {
      if (this.#line === line) this.reconnect();
    });
  }

  #dialAfter(ms: number): void {
    this.#state = "connecting";
    this.#cancelDial = this.#options.clock.setTimer(ms + this.#options.delayMs(), () => this.#dial());
  }

  #dial(): void {
    const { clock, server, id, role, delayMs, onHeard } = this.#options;
    if (!server.isUp) return this.#dialAfter(RETRY_MS);
    const line = new Line(clock, delayMs, {
      onFrame: (frame) => {
        if (this.#line !== line) return;
        onHeard(frame);
        this.#handlers?.onFrame(frame);
      },
      onClosed: (code) => {
        if (this.#line === line) this.#lost(code);
      },
    });
    const room = server.connect(id, line, role);
    if (room === undefined) return this.#dialAfter(RETRY_MS);
    line.attach(room);
    this.#line = line;
    this.#state = "open";
    this.#handlers?.onOpen();
  }

  #lost(code: number): void {
    this.#line = undefined;
    if (isFatalClose(code)) {
      this.#state = "refused";
      this.#handlers?.onRefused(code);
      return;
    }
    this.#dialAfter(RETRY_MS);
    this.#handlers?.onDown();
  }

  #drop(): void {
    this.#cancelDial?.();
    this.#cancelDial = undefined;
    this.#line?.hangUp();
    this.#line = undefined;
  }
}

function asNewer(frame: Frame): Frame {
  const decoded = decodeClient(frame, FRAME_LIMITS);
  if (!decoded.ok || decoded.message.t !== "hello") return frame;
  return encode({ ...decoded.message, v: PROTOCOL_VERSION + 1 }, encodingOf(frame));
}
