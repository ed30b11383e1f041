// All rooms of one process.
import type { Clock, ConnTransport, Log, NewResponse, RoomRequest, RoomResponse, StorageDriver, ValueCodec } from "./ports.ts";
import type { RoomClass } from "./server.ts";

export type RoomHostsOptions<Env> = {
  readonly parties: Readonly<Record<string, RoomClass<Env>>>;
  readonly env: Env;
  readonly driver: StorageDriver;
  readonly clock: Clock;
  readonly log: Log;
  readonly codec: ValueCodec;
  readonly newResponse: NewResponse;
  /** Idle time before a room leaves memory, ms. Default 10,000. */
  readonly hibernateAfterMs?: number;
  /** `always` evicts a hibernating room after every event. Default `idle`. */
  readonly hibernate?: "idle" | "always";
  /** Largest stored value, encoded bytes. Default 131,072. */
  readonly maxValueBytes?: number;
  /** Shows the stacks of errors to clients. Default false. */
  readonly dev?: boolean;
};

export type Upgrade = {
  /** Validated by `isConnectionId`. */
  readonly id: string;
  readonly uri: string;
  readonly request: RoomRequest;
};

/** The room's end of one socket: the socket layer calls these, in the order in which things happened. */
export interface SocketEvents {
  message(data: string | ArrayBuffer): void;
  error(error: unknown): void;
  /** The socket is gone. Later calls are ignored. */
  closed(code: number, reason: string): void;
}

export type RoomHostsStats = {
  readonly rooms: { readonly active: number; readonly hibernated: number; readonly cold: number };
  readonly connections: number;
  /** How many times a hibernated room was woken. */
  readonly woken: number;
};

export interface RoomHosts {
  hasParty(party: string): boolean;
  /** Hands an accepted socket to its room. Throws for an unknown party. */
  connect(party: string, name: string, transport: ConnTransport, upgrade: Upgrade): SocketEvents;
  /** Answers with `onRequest`, after its writes are durable. Never rejects: failures are 500 or 503. */
  request(party: string, name: string, request: RoomRequest): Promise<RoomResponse>;
  stats(): RoomHostsStats;
  /** Lets running hooks end, commits, closes all sockets (1012) and the rooms. The driver stays open. */
  close(options?: { readonly reason?: string }): Promise<void>;
}
