// What every StorageDriver must do. An implementer calls `acceptStorageDriver` in a test file of its own.
export { acceptSqlStore } from "./sql-store.ts";
export { acceptStorageDriver } from "./storage-driver.ts";
export type { DriverBench } from "./storage-driver.ts";
