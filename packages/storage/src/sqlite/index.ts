// Rooms on disk, with node:sqlite.
export { openSqliteDriver, roomPath, subjectOf } from "./sqlite-driver.ts";
export type { SqliteDriver, SqliteDriverOptions } from "./sqlite-driver.ts";
export type { QuarantineReport } from "./quarantine.ts";
export type { IndexedRoom } from "./room-index.ts";
export { inspectRoom, makeWritable, renewEpoch } from "./inspect.ts";
export type { RoomFacts } from "./inspect.ts";
export { STORAGE_STEPS } from "./steps.ts";
export type { StorageStep } from "./steps.ts";
