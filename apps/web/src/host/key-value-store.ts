// PORT: a few strings that this browser remembers. Private windows and full disks must not break the app.

export type KeyValueStore = {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
};

/** localStorage, or memory for this page where the browser refuses it. */
export function createBrowserStore(window: Window): KeyValueStore {
  return createStoreOver(() => window.localStorage);
}

/** The same for this tab alone: outlives a reload, not the tab. A tab that was duplicated begins with what the first one had. */
export function createTabStore(window: Window): KeyValueStore {
  return createStoreOver(() => window.sessionStorage);
}

/** `storage` may throw. */
function createStoreOver(storage: () => Storage): KeyValueStore {
  const memory = createMemoryStore();
  return {
    get(key) {
      try {
        return storage().getItem(key) ?? memory.get(key);
      } catch {
        // Storage is blocked: what this page wrote itself is all there is.
        return memory.get(key);
      }
    },
    set(key, value) {
      memory.set(key, value);
      try {
        storage().setItem(key, value);
      } catch {
        // Blocked or full: the value lives as long as the page, nothing else depends on it.
      }
    },
    remove(key) {
      memory.remove(key);
      try {
        storage().removeItem(key);
      } catch {
        // Blocked: nothing was kept there.
      }
    },
  };
}

/** Remembers nothing beyond its own life. */
export function createMemoryStore(): KeyValueStore {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  };
}

/** Parses JSON of unknown origin; undefined where it is none. */
export function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Written by another version or by hand: treated as absent.
    return undefined;
  }
}
