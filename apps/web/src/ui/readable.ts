// A value that changes over time and says when. The one form in which the chrome subscribes to the world.
import { useCallback, useRef, useSyncExternalStore } from "react";

export type Readable<T> = { get(): T; subscribe(listener: () => void): () => void };
export type Writable<T> = Readable<T> & { set(value: T): void };

/** A value that tells its listeners when it is replaced by a different one. */
export function createWritable<T>(initial: T, isEqual: (a: T, b: T) => boolean = Object.is): Writable<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  return {
    get: () => value,
    set(next) {
      if (isEqual(value, next)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Renders again when the readable's value is replaced. */
export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get);
}

/**
 * Renders again only when what `select` makes of the value differs (by `isEqual`) from what it made before;
 * so a component that shows the tool does not hear of pointer moves.
 */
export function useSelected<T, S>(readable: Readable<T>, select: (value: T) => S, isEqual: (a: S, b: S) => boolean = Object.is): S {
  const last = useRef<{ readonly value: S } | undefined>(undefined);
  const snapshot = useCallback(() => {
    const next = select(readable.get());
    if (last.current === undefined || !isEqual(last.current.value, next)) last.current = { value: next };
    return last.current.value;
  }, [readable, select, isEqual]);
  return useSyncExternalStore(readable.subscribe, snapshot);
}

/** True where two plain records have the same values. */
export function isShallowEqual<T extends object>(a: T, b: T): boolean {
  const left = Object.entries(a);
  // reason: only read by key; values are compared by identity.
  const right = b as Record<string, unknown>;
  return left.length === Object.keys(b).length && left.every(([key, value]) => Object.is(right[key], value));
}
