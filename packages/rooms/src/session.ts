// The host's record of one socket: what of a connection survives when the room's instance is dropped.
import { BACKLOG_HIGH, BACKLOG_HIGH_BYTES, BACKLOG_LOW, BACKLOG_LOW_BYTES } from "./limits.ts";
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
  /** When the host last answered it by itself, ms since the epoch. */
  autoResponseMs: number | undefined;
  /** Bytes that wait for the output gate. */
  heldBytes = 0;
  #backlog = 0;
  #backlogBytes = 0;
  #isHeldUp = false;

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

  /** Bytes that the network has not taken yet. */
  get unsentBytes(): number {
    return this.heldBytes + this.transport.bufferedAmount;
  }

  /** Sends a frame that was counted as held. */
  sendHeld(frame: string | Uint8Array): void {
    this.dropHeld(frame);
    this.transport.send(frame);
  }

  /** A frame that was counted as held will never be sent. */
  dropHeld(frame: string | Uint8Array): void {
    this.heldBytes -= sizeOf(frame);
  }

  /** The room wants it closed: its close frame is on the way. */
  closesByRoom(): void {
    this.wire = "closing";
    this.endedByRoom = true;
  }

  /** The close frame will never leave. */
  staysOpen(): void {
    if (this.wire !== "closing") return; // it has gone meanwhile
    this.wire = "open";
    this.endedByRoom = false;
  }

  becameReady(): void {
    this.setup = "ready";
    if (!this.#isHeldUp) this.transport.resume();
  }

  messageArrived(data: string | ArrayBuffer): void {
    this.#backlog += 1;
    this.#backlogBytes += sizeOf(data);
    if (this.#isHeldUp || (this.#backlog < BACKLOG_HIGH && this.#backlogBytes < BACKLOG_HIGH_BYTES)) return;
    this.#isHeldUp = true;
    this.transport.pause();
  }

  messageTaken(data: string | ArrayBuffer): void {
    this.#backlog -= 1;
    this.#backlogBytes -= sizeOf(data);
    if (!this.#isHeldUp || this.#backlog > BACKLOG_LOW || this.#backlogBytes > BACKLOG_LOW_BYTES) return;
    this.#isHeldUp = false;
    if (this.setup === "ready") this.transport.resume();
  }

  /** Closes the socket now, past the output gate, and hears no more from it. */
  drop(close: { readonly code: number; readonly reason: string }): void {
    this.detached = true;
    this.wire = "closed";
    this.transport.resume(); // a paused socket would not read the answer to the close frame
    this.transport.close(close.code, close.reason);
  }
}

/** Bytes of a message; of text the characters, which is enough for a bound. */
export function sizeOf(data: string | Uint8Array | ArrayBuffer): number {
  return typeof data === "string" ? data.length : data.byteLength;
}
