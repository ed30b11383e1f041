// Public names of the room runtime.
export { Server } from "./server.ts";
export type { IncomingMessage as WSMessage } from "./server.ts";
export type { IncomingMessage, OutgoingMessage, RoomClass, ServerOptions } from "./server.ts";
export { ConnectionStateError } from "./connection.ts";
export type { ConnectionEvent, ConnectionEvents, ConnectionListener, ListenerOptions } from "./connection-listeners.ts";
export type { Connection, ConnectionContext, ReadyState, RoomConnections } from "./connection.ts";
export { WebSocketRequestResponsePair } from "./room-context.ts";
export type { AutoResponse, RoomContext } from "./room-context.ts";
export type { RoomSql, SqlBinding, SqlCursor, SqlRawRows, SqlRow } from "./room-sql.ts";
export { StorageError } from "./room-storage.ts";
export type {
  AlarmRow,
  ByteTable,
  KeyRange,
  ListOptions,
  LogEntry,
  RoomBytes,
  RoomDamage,
  RoomKv,
  RoomLog,
  RoomStorage,
  RoomTransaction,
  StorageErrorCode,
} from "./room-storage.ts";
export type {
  AsyncContext,
  BodyWatch,
  Clock,
  ConnTransport,
  Log,
  LogFields,
  NewResponse,
  ResponseBody,
  ResponseInit,
  RoomHeaders,
  RoomKey,
  RoomRequest,
  RoomResponse,
  RoomStore,
  Savepoint,
  SqlResult,
  SqlStore,
  SqlValue,
  StorageDriver,
  StorageHealth,
  ValueCodec,
  WatchBody,
  WatchedBody,
} from "./ports.ts";
export { getServerByName, isUpgrade, RoomNamespace } from "./namespace.ts";
export type { PlatformRequest, PlatformResponse, RequestInput, RoomStub, RoomsDoor } from "./namespace.ts";
export type { RoomId } from "./room-id.ts";
export { provideEnv } from "./ambient-env.ts";
export { partyOf, routePartykitRequest } from "./route-request.ts";
export type { Lobby, PartyServerOptions } from "./route-request.ts";
export { createRoomHosts } from "./room-hosts.ts";
export { unfailingLog } from "./thrown.ts";
export { isConnectionId, routeOf } from "./route.ts";
export type { Route } from "./route.ts";
export { ROOM_CLOSE, legalClose } from "./close-codes.ts";
export { CHECKPOINT_KEY, EPOCH_KEY } from "./known-keys.ts";
export type { RoomHosts, RoomHostsOptions, RoomHostsStats, SocketEvents, Upgrade } from "./room-hosts.ts";
