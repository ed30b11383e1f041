// A connection as a room sees it. The object belongs to one life of the room: after hibernation the same socket comes
// back as a new object with the same id, uri, tags and state.
import type { ConnectionEvent, ConnectionListener, ListenerOptions } from "./connection-listeners.ts";
import type { RoomRequest } from "./ports.ts";

export type ConnectionContext = {
  /** The upgrade request, after the host's hooks. */
  readonly request: RoomRequest;
};

/** As `WebSocket.readyState`: 1 open, 2 closing, 3 closed. 0 does not occur. */
export type ReadyState = 1 | 2 | 3;

export class ConnectionStateError extends Error {
  override readonly name = "ConnectionStateError";
  readonly code: "state_too_large" | "state_not_cloneable";

  constructor(code: "state_too_large" | "state_not_cloneable", message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

export interface Connection<State = unknown> {
  /** The client's `_pk`, or made by the host. Unique in the room: a newcomer with the same id replaces the older one. */
  readonly id: string;
  /** Full URL of the upgrade request, with its query. */
  readonly uri: string;
  /** The id, then what `getConnectionTags` returned. */
  readonly tags: readonly string[];
  /** What `setState` was last given; null before. Read-only: changes to the object are not kept. */
  readonly state: Readonly<State> | null;
  /**
   * Keeps a structured clone of `next` with the socket, through hibernation but not through a restart.
   * Throws `ConnectionStateError` if id, uri, tags and state together exceed 16,384 encoded bytes.
   */
  setState(next: State | null | ((previous: Readonly<State> | null) => State | null)): Readonly<State> | null;
  /** Sends one frame when the turn's writes are durable. Do not change the bytes afterwards. Ignored when not open. */
  send(data: string | Uint8Array | ArrayBuffer): void;
  /** Closes after what was sent before. Reserved codes become a close without status; the reason is cut to 123 UTF-8 bytes. */
  close(code?: number, reason?: string): void;
  readonly readyState: ReadyState;
  /** Bytes the network has not taken yet: a reader is slow when this grows. */
  readonly bufferedAmount: number;
  /** Same as `setState(value)`. */
  serializeAttachment(value: State | null): void;
  /** Same as `state`. */
  deserializeAttachment(): Readonly<State> | null;
  /**
   * Calls `listener` after the hook of the same event. Only in a class that does not hibernate: where one does, listeners
   * would be lost with its memory, so they are not called at all, as on Durable Objects.
   */
  addEventListener<Type extends ConnectionEvent>(type: Type, listener: ConnectionListener<Type>, options?: ListenerOptions): void;
  removeEventListener<Type extends ConnectionEvent>(type: Type, listener: ConnectionListener<Type>): void;
  /** The room's name. */
  readonly server: string;
  /** @deprecated The connection itself. */
  readonly socket: Connection<State>;
}

/** The open connections of a room. */
export interface RoomConnections {
  get<State = unknown>(id: string): Connection<State> | undefined;
  /** Open connections, oldest first; with a tag, those that carry it. */
  list<State = unknown>(tag?: string): Connection<State>[];
  broadcast(data: string | Uint8Array | ArrayBuffer, without?: readonly string[]): void;
}
