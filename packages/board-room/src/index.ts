// Public names of the whiteboard room.
export { BLOB_HASH } from "./blob-requests.ts";
export { BoardRoom, type BoardEnv } from "./board-room.ts";
export type { LoadedBoard } from "./checkpoint.ts";
export { type Action, can } from "./can.ts";
export { storeEpoch } from "./epoch.ts";
export { keepParts } from "./kept-parts.ts";
export { loadBoard } from "./lazy-board.ts";
export { DEFAULT_LIMITS, type Rate, type RoomLimits } from "./limits.ts";
export { MODERATION_PATH, type Moderation, type RenewedLinks } from "./moderation.ts";
export { GRANT_HEADER, type Grant } from "./session.ts";
