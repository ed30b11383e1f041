// PORT: which tab of this browser owns what. A lock ends with its tab, however that ends.

export type TabLocks = {
  /** Gives the function that lets the lock go; undefined where another tab has it. */
  take(name: string): Promise<(() => void) | undefined>;
};

/** Over Web Locks; undefined where the browser has none (pages without https). */
export function createTabLocks(navigator: { readonly locks?: LockManager | undefined }): TabLocks | undefined {
  const { locks } = navigator;
  if (locks === undefined) return undefined;
  return {
    take(name) {
      return new Promise((resolve, reject) => {
        const held = locks.request(name, { ifAvailable: true }, (lock) => {
          if (lock === null) return resolve(undefined);
          return new Promise<void>((letGo) => resolve(letGo));
        });
        held.catch(reject);
      });
    },
  };
}
