// Counts attempts per key in fixed windows. Bounded: the key unseen for longest gives way.

import type { Awaitable } from "./awaitable.ts";

export interface Attempts {
  /** True while the key has attempts left in the current window. */
  isOpen(key: string): Awaitable<boolean>;
  count(key: string): Awaitable<void>;
}

type CountedHere = { isOpen(key: string): boolean; count(key: string): void };

/** Keys remembered at a time. */
const CAPACITY = 4_096;

/** At most `limit` counts per key in each window of `windowMs`. `now` in ms; only differences are used. */
export function createAttempts(options: { readonly limit: number; readonly windowMs: number; readonly now: () => number }): CountedHere {
  const { limit, windowMs, now } = options;
  const seen = new Map<string, { since: number; used: number }>();
  const current = (key: string) => {
    const entry = seen.get(key);
    const age = entry === undefined ? windowMs : now() - entry.since;
    return entry !== undefined && age >= 0 && age < windowMs ? entry : { since: now(), used: 0 };
  };
  return {
    isOpen: (key) => current(key).used < limit,
    count(key) {
      const entry = current(key);
      seen.delete(key);
      seen.set(key, { since: entry.since, used: entry.used + 1 });
      const oldest = seen.keys().next();
      if (seen.size > CAPACITY && !oldest.done) seen.delete(oldest.value);
    },
  };
}
