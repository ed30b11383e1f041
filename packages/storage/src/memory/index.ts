// Rooms in memory, with SQL.
import { createMemoryDriver as createDriver } from "@inkroom/rooms/memory";
import type { StorageDriver } from "@inkroom/rooms";
import { MemoryDatabase } from "../sqlite/memory-database.ts";

/** A driver whose rooms live as long as it does. */
export function createMemoryDriver(): StorageDriver {
  return createDriver(() => new MemoryDatabase());
}
