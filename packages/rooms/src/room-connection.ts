// The Connection object that a room holds: one view of a session, bound to one life of the room.
import { legalClose, ROOM_CLOSE } from "./close-codes.ts";
import { ConnectionListeners } from "./connection-listeners.ts";
import type { ConnectionEvent, ConnectionListener, ListenerOptions } from "./connection-listeners.ts";
import { ConnectionStateError } from "./connection.ts";
import type { Connection, ReadyState } from "./connection.ts";
import { MAX_ATTACHMENT_BYTES } from "./limits.ts";
import type { OutputGate } from "./output-gate.ts";
import type { ValueCodec } from "./ports.ts";
import type { OutgoingMessage } from "./server.ts";
import { type Session, sizeOf } from "./session.ts";

const READY_STATE = { open: 1, closing: 2, closed: 3 } as const;

/** The frame to send for what an author passed; shares its memory. Throws TypeError for anything else. */
export function toFrame(data: OutgoingMessage): string | Uint8Array {
  if (typeof data === "string" || data instanceof Uint8Array) return data;
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  throw new TypeError("A message is a string, a Uint8Array or an ArrayBuffer");
}

export class RoomConnection<State = unknown> implements Connection<State> {
  readonly server: string;
  readonly listeners = new ConnectionListeners();
  readonly #session: Session;
  readonly #gate: OutputGate;
  readonly #codec: ValueCodec;
  readonly #maxUnsentBytes: number;
  #decoded: { readonly bytes: Uint8Array; readonly value: State } | undefined;

  /** `server` is the room's name. */
  constructor(server: string, session: Session, gate: OutputGate, codec: ValueCodec, maxUnsentBytes: number) {
    this.server = server;
    this.#session = session;
    this.#gate = gate;
    this.#codec = codec;
    this.#maxUnsentBytes = maxUnsentBytes;
  }

  get id(): string {
    return this.#session.id;
  }

  get uri(): string {
    return this.#session.uri;
  }

  get tags(): readonly string[] {
    return this.#session.tags;
  }

  get readyState(): ReadyState {
    return READY_STATE[this.#session.wire];
  }

  get bufferedAmount(): number {
    return this.#session.unsentBytes;
  }

  get state(): Readonly<State> | null {
    const bytes = this.#session.state;
    if (bytes === undefined) return null;
    if (this.#decoded?.bytes !== bytes) this.#decoded = { bytes, value: this.#codec.decode(bytes) as State };
    return this.#decoded.value;
  }

  setState(next: State | null | ((previous: Readonly<State> | null) => State | null)): Readonly<State> | null {
    const value = typeof next === "function" ? (next as (previous: Readonly<State> | null) => State | null)(this.state) : next;
    this.#session.state = value === null || value === undefined ? undefined : this.#encode(value);
    return this.state;
  }

  send(data: OutgoingMessage): void {
    const frame = toFrame(data);
    const session = this.#session;
    if (!this.take(frame)) return;
    this.#gate.enqueue(
      () => session.sendHeld(frame),
      () => session.dropHeld(frame),
    );
  }

  /** Counts a frame as on its way, or says no: the connection is closing, or closed now because too much is on its way. */
  take(frame: string | Uint8Array): boolean {
    const session = this.#session;
    if (session.wire !== "open") return false;
    const size = sizeOf(frame);
    if (session.unsentBytes + size <= this.#maxUnsentBytes) {
      session.heldBytes += size;
      return true;
    }
    this.close(ROOM_CLOSE.slow.code, ROOM_CLOSE.slow.reason);
    return false;
  }

  close(code?: number, reason = ""): void {
    const session = this.#session;
    if (session.wire !== "open") return;
    session.closesByRoom();
    const legal = legalClose(code, reason);
    this.#gate.enqueue(
      () => session.transport.close(legal.code, legal.reason),
      () => session.staysOpen(),
    );
  }

  /** When the host last answered this connection by itself. */
  get autoResponseAt(): Date | null {
    const { autoResponseMs } = this.#session;
    return autoResponseMs === undefined ? null : new Date(autoResponseMs);
  }

  /** The connection is the socket; older code asks for it by this name. */
  get socket(): this {
    return this;
  }

  serializeAttachment(value: State | null): void {
    this.setState(value);
  }

  deserializeAttachment(): Readonly<State> | null {
    return this.state;
  }

  addEventListener<Type extends ConnectionEvent>(type: Type, listener: ConnectionListener<Type>, options?: ListenerOptions): void {
    this.listeners.add(type, listener, options);
  }

  removeEventListener<Type extends ConnectionEvent>(type: Type, listener: ConnectionListener<Type>): void {
    this.listeners.remove(type, listener);
  }

  #encode(value: State): Uint8Array {
    const { id, uri, tags } = this.#session;
    let bytes: Uint8Array;
    let wholeBytes: number;
    try {
      bytes = this.#codec.encode(value);
      wholeBytes = bytes.byteLength + this.#codec.encode([id, uri, tags]).byteLength;
    } catch (cause) {
      throw new ConnectionStateError("state_not_cloneable", "The state of a connection must be a structured-clone value", { cause });
    }
    if (wholeBytes > MAX_ATTACHMENT_BYTES) {
      throw new ConnectionStateError(
        "state_too_large",
        `Id, uri, tags and state of a connection are limited to ${MAX_ATTACHMENT_BYTES} bytes together; these are ${wholeBytes}`,
      );
    }
    return bytes;
  }
}
