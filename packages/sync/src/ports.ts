// PORTS: what a session needs from its surroundings. Implemented in transport, in the apps and in the simulation.
import type { LoggedTxn, Txn } from "@inkroom/model";

export interface Clock {
  /** Monotonic milliseconds. */
  now(): number;
  /** Calls `fn` once after `delayMs`. Returns the function that cancels it. */
  setTimer(delayMs: number, fn: () => void): () => void;
}

export type Frame = string | Uint8Array;

export type TransportHandlers = {
  /** A new connection is up; nothing has been sent on it. */
  onOpen(): void;
  onFrame(frame: Frame): void;
  /** The connection is gone or could not be made. The transport goes on trying by itself. */
  onDown(): void;
  /** The transport has given up: the close code, see close-codes.ts of protocol. */
  onRefused(code: number): void;
};

export type TransportState = "closed" | "connecting" | "open" | "refused";

/** One line to one room. It reconnects by itself and never queues: a frame is on the wire or it is not. */
export interface Transport {
  /** Starts connecting; the handlers are called until `close`. */
  open(handlers: TransportHandlers): void;
  /** False where the line is not open; the frame is then forgotten. True says nothing about arrival. */
  send(frame: Frame): boolean;
  /** Ends the connection for good; no handler is called any more. */
  close(): void;
  /** Drops the connection, if any, and makes a new one at once. */
  reconnect(): void;
  readonly state: TransportState;
}

/** What an outbox holds for a new replica. */
export type OutboxContent = {
  /** The number of the client's next transaction. */
  readonly nextN: number;
  /** What the room has not yet confirmed, in order of n. */
  readonly txns: readonly Txn[];
  /** What it has confirmed not long ago, in order of n; see held.ts. */
  readonly held: readonly LoggedTxn[];
};

/**
 * Where own transactions survive the tab. Its content belongs to one client id: whoever keeps the outbox has to keep the
 * identity with it. A transaction is sent only once `append` has resolved, or when the page is about to go; a rejection
 * counts as resolved (better sent than safe). Calls are made in order and may overlap.
 */
export interface Outbox {
  append(txn: Txn): void | Promise<void>;
  /** The room has these; they are kept until `remove`. */
  confirm(txns: readonly LoggedTxn[]): void | Promise<void>;
  remove(ns: readonly number[]): void | Promise<void>;
  /** Puts a whole new content in place, atomically. Rare: the room has lost track of this client's numbers. */
  replace(content: OutboxContent): void | Promise<void>;
}
