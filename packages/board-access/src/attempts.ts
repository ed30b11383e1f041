// Counts attempts per key in fixed windows. Bounded: the key unseen for longest gives way.

import type { Awaitable } from "./awaitable.ts";

/** Attempts counted per key, such as an address. Asking and counting are two calls: several that ask at the same time may all be let through. */
export interface Attempts {
  /** True while the key has attempts left in the current window. */
  isOpen(key: string): Awaitable<boolean>;
  count(key: string): Awaitable<void>;
}

type CountedHere = { isOpen(key: string): boolean; count(key: string): void };

/** Keys remembered at a time. */
const CAPACITY = 4_096;

/** Attempts of one key. `since` in ms. */
export type Window = { readonly since: number; readonly used: number };

/** The window that `now` is in: the kept one, or a new one. */
export function inWindow(kept: Window | undefined, windowMs: number, now: number): Window {
  const age = kept === undefined ? windowMs : now - kept.since;
  return kept !== undefined && age >= 0 && age < windowMs ? kept : { since: now, used: 0 };
}

/** At most `limit` counts per key in each window of `windowMs`. `now` in ms; only differences are used. */
export function createAttempts(options: { readonly limit: number; readonly windowMs: number; readonly now: () => number }): CountedHere {
  const { limit, windowMs, now } = options;
  const seen = new Map<string, Window>();
  const current = (key: string) => inWindow(seen.get(key), windowMs, now());
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
