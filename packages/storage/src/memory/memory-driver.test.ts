import { acceptSqlStore, acceptStorageDriver } from "@inkroom/rooms/acceptance";
import type { DriverBench } from "@inkroom/rooms/acceptance";
import type { RoomStore, StorageDriver } from "@inkroom/rooms";
import { createMemoryDriver } from "./index.ts";

async function createBench(): Promise<DriverBench> {
  const kept = createMemoryDriver();
  let open = new Set<RoomStore>();
  const driver: StorageDriver = {
    ...kept,
    open(key) {
      const store = kept.open(key);
      open.add(store);
      return store;
    },
  };
  return {
    driver,
    restart: async () => {
      for (const store of open) store.close();
      open = new Set();
    },
    dispose: async () => kept.close(),
  };
}

acceptStorageDriver("memory with SQL", createBench);
acceptSqlStore("memory", [], createBench);
