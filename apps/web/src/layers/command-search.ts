// Finds what a person means among named things, by words in any order, accents and case aside.

export type Named = { readonly label: string; /** Other words that lead to it. */ readonly more?: string | undefined };

/**
 * Lower case without accents: "Größe" is found by "grosse", as people type it who lack the key. A part of a text is folded as it is
 * within the text: a sigma, which is another letter at the end of a word, as well.
 */
export function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
}

/** Those that hold every word of `query`, best first: names that begin with it, then words that do, then the rest as they were. */
export function searched<T extends Named>(things: readonly T[], query: string): readonly T[] {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return things;
  const ranked = things.map((thing) => ({ thing, rank: rankOf(thing, words) })).filter(({ rank }) => rank !== undefined);
  return ranked.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map(({ thing }) => thing);
}

function rankOf({ label, more = "" }: Named, words: readonly string[]): number | undefined {
  const name = folded(label);
  const all = `${name} ${folded(more)}`;
  if (!words.every((word) => all.includes(word))) return undefined;
  if (name.startsWith(words.join(" "))) return 0;
  if (words.every((word) => ` ${name}`.includes(` ${word}`))) return 1;
  return words.every((word) => name.includes(word)) ? 2 : 3;
}
