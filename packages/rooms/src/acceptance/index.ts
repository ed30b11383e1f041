// What every StorageDriver must do. An implementer calls `acceptStorageDriver` in a test file of its own; a host that
// has storage of another kind, and only a log and a table of this one, calls those two.
export { acceptByteTable } from "./byte-table.ts";
export { acceptRoomLog } from "./room-log.ts";
export { acceptSqlStore } from "./sql-store.ts";
export { acceptStorageDriver } from "./storage-driver.ts";
export type { DriverBench } from "./storage-driver.ts";
