// Rooms on disk, with node:sqlite.
export { openSqliteDriver, roomPath } from "./sqlite-driver.ts";
export type { SqliteDriverOptions } from "./sqlite-driver.ts";
