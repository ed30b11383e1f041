// One replica of a board and its link to the room.
export { DraftStore } from "./draft-store.ts";
export { type LostEdit } from "./lost-edit.ts";
export { MemoryOutbox } from "./memory-outbox.ts";
export { type CursorPoint, type Peer, PeerStore } from "./peer-store.ts";
export type { PendingTxn } from "./pending.ts";
export type { Clock, Frame, Outbox, OutboxContent, Transport, TransportHandlers, TransportState } from "./ports.ts";
export {
  createReplica,
  type BaseChange,
  type RefusedTxn,
  Replica,
  type ReplicaOptions,
  type ReplicaView,
  type StoredBase,
} from "./replica.ts";
export type { Profile } from "./self-presence.ts";
export { createSession, Session, type SessionOptions } from "./session.ts";
export type { Refusal, SaveStatus, SessionState } from "./session-state.ts";
