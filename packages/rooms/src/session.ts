// The host's record of one socket: what of a connection survives when the room's instance is dropped.
import { BACKLOG_HIGH, BACKLOG_LOW } from "./limits.ts";
import type { RoomEvent } from "./mailbox.ts";
import type { ConnTransport } from "./ports.ts";
import type { SocketEvents } from "./room-hosts.ts";

/** `waiting`: connect event not delivered; `entering`: hooks run; `ready`; `failed`: setup threw, `onClose` may be due. */
export type SessionSetup = "waiting" | "entering" | "ready" | "failed";

/** For a socket that was refused. */
export const DEAF: SocketEvents = { message: () => {}, error: () => {}, closed: () => {} };

export class Session {
  readonly id: string;
  readonly uri: string;
  readonly transport: ConnTransport;
  tags: readonly string[];
  /** Encoded state. */
  state: Uint8Array | undefined;
  setup: SessionSetup = "waiting";
  /** `onConnect` was called, so `onClose` is owed. */
  entered = false;
  /** `closing`: the room closed it; what the client still says is not heard. */
  wire: "open" | "closing" | "closed" = "open";
  /** The host takes no more events from this socket: it was replaced, or its room was thrown away. */
  detached = false;
  /** The room has ended it itself; its later messages are not delivered. */
  endedByRoom = false;
  /** Events that wait for setup to end. */
  readonly held: RoomEvent[] = [];
  #backlog = 0;

  constructor(id: string, uri: string, transport: ConnTransport) {
    this.id = id;
    this.uri = uri;
    this.transport = transport;
    this.tags = [id];
    transport.pause();
  }

  /** In `getConnections()`. */
  get isListed(): boolean {
    return this.entered && this.wire === "open";
  }

  /** Gone, and has said nothing: the room need not hear of it. */
  get isPointless(): boolean {
    return this.detached && this.#backlog === 0;
  }

  becameReady(): void {
    this.setup = "ready";
    if (this.#backlog < BACKLOG_HIGH) this.transport.resume();
  }

  messageArrived(): void {
    if (++this.#backlog === BACKLOG_HIGH) this.transport.pause();
  }

  messageTaken(): void {
    if (--this.#backlog === BACKLOG_LOW && this.setup === "ready") this.transport.resume();
  }

  /** Closes the socket now, past the output gate, and hears no more from it. */
  drop(close: { readonly code: number; readonly reason: string }): void {
    this.detached = true;
    this.wire = "closed";
    this.transport.resume(); // a paused socket would not read the answer to the close frame
    this.transport.close(close.code, close.reason);
  }
}
