// What the host gives to one instance of a room, as `this.ctx`.
import type { Connection, RoomConnections } from "./connection.ts";
import type { Log, NewResponse } from "./ports.ts";
import type { RoomId } from "./room-id.ts";
import type { RoomStorage } from "./room-storage.ts";

export type AutoResponse = { readonly request: string; readonly response: string };

/** As the platform of partyserver has it among its globals. */
export class WebSocketRequestResponsePair implements AutoResponse {
  readonly request: string;
  readonly response: string;

  constructor(request: string, response: string) {
    this.request = request;
    this.response = response;
  }
}

export interface RoomContext {
  /** The party the room belongs to, as in the URL. */
  readonly party: string;
  /** The room's name: the raw URL segment. */
  readonly name: string;
  /** The name again, where Durable Objects have it. */
  readonly id: RoomId;
  readonly storage: RoomStorage;
  readonly connections: RoomConnections;
  readonly log: Log;
  /** Wall clock, ms since the epoch. */
  now(): number;
  /** Like setTimeout, but known to the host: the room stays awake until it ran. Returns the cancel function. */
  setTimer(delayMs: number, fn: () => void | Promise<void>): () => void;
  /**
   * Delivers no other event until `work` has settled. In the constructor it comes before `onStart`. If it throws, or takes
   * longer than 30 s, the instance is thrown away.
   */
  blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Text frames that are `request` get `response` from the host: no hook hears of them and no room wakes. Holds until the
   * room is out of memory and without connections, so set it in the constructor or `onStart`. Without a pair, or with null,
   * none is answered. Before the first call it is `ping` and `pong`.
   */
  setWebSocketAutoResponse(pair?: AutoResponse | null): void;
  getWebSocketAutoResponse(): AutoResponse | null;
  /** When the host last answered this connection with the pair; null if it never has. */
  getWebSocketAutoResponseTimestamp(connection: Connection): Date | null;
  /** Keeps the room awake until the promise settles. A rejection is logged. */
  waitUntil(promise: Promise<unknown>): void;
  /** Logs an error and calls `onException` with it. A hook that throws the same error later is not reported again. */
  reportException(error: unknown): void;
  readonly newResponse: NewResponse;
  /** Throws this instance away with all writes and sends of the turn, closes its sockets (4500); the next event starts from disk. */
  abort(reason: string): void;
}
