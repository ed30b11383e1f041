// Equality of lists by their items, for whoever has to tell whether anything is new. Bytes are lists of numbers.

/** The same items in the same order; objects are compared by identity. */
export function isSameList<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
