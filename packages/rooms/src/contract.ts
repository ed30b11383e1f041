// The part of this package that a host brings under its rooms when it does not run them by this package's own runtime.
export { legalClose, ROOM_CLOSE } from "./close-codes.ts";
export { ConnectionStateError } from "./connection.ts";
export type { RoomConnections } from "./connection.ts";
export { checkKey, rangeOf } from "./key-range.ts";
export { CHECKPOINT_KEY, EPOCH_KEY } from "./known-keys.ts";
export type { Log, LogFields, NewResponse } from "./ports.ts";
export type { AutoResponse, RoomContext } from "./room-context.ts";
export { StorageError } from "./room-storage.ts";
export type { ByteTable, KeyRange, LogEntry, RoomBytes, RoomLog } from "./room-storage.ts";
export { partyOf } from "./route-request.ts";
export { isConnectionId, routeBelow } from "./route.ts";
export { tagsOf } from "./tags.ts";
export { unfailingLog } from "./thrown.ts";
