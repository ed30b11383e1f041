import { acceptStorageDriver } from "../acceptance/index.ts";
import type { RoomStore, StorageDriver } from "../ports.ts";
import { createMemoryDriver } from "./index.ts";

acceptStorageDriver("memory", async () => {
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
});
