// Chance that is the same on every machine: numbers that follow from a word.

/** Numbers from 0 up to 1, the same ones for the same seed. Good enough to look unplanned, not to keep a secret. */
export function seededRandom(seed: string): () => number {
  let state = hash(seed);
  // A linear congruential generator (constants of Numerical Recipes), with its better, upper bits mixed into the lower ones.
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01_00_01_93);
  return value >>> 0;
}
