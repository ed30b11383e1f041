// Where a key leads in a menu: by the arrow keys and their like, and by the first letters of a name.

/** What is typed is one name for as long as letters follow each other within: ms. */
const TYPING_MS = 1_000;

/** The place that `key` leads to from `current`, of `count`. Undefined: it is no key to walk with. */
export function placeAfter(key: string, count: number, current: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return Math.min(current + 1, count - 1);
    case "ArrowUp":
      return current < 0 ? count - 1 : Math.max(current - 1, 0);
    case "Home":
    case "PageUp":
      return 0;
    case "End":
    case "PageDown":
      return count - 1;
    default:
      return undefined;
  }
}

/** The place of the name that begins with what is typed, the current one first, -1 for none; one letter again and again goes from name to name. */
export function placeOfTyped(typed: string, names: readonly string[], current: number): number {
  const letters = [...typed.toLowerCase()];
  const isOneLetter = letters.every((letter) => letter === letters[0]);
  const start = isOneLetter ? (letters[0] ?? "") : letters.join("");
  const first = Math.max(isOneLetter ? current + 1 : current, 0);
  const order = names.map((_, step) => (first + step) % names.length);
  return order.find((place) => names[place]?.toLowerCase().startsWith(start)) ?? -1;
}

/** What is typed in a menu. */
export class TypedName {
  #typed = "";
  #lastAt = -TYPING_MS;

  /** With the letter typed at `at`, ms. A space is none where no name has been begun: undefined. */
  add(letter: string, at: number): string | undefined {
    const before = at - this.#lastAt < TYPING_MS ? this.#typed : "";
    if (before === "" && letter === " ") return undefined;
    this.#lastAt = at;
    this.#typed = before + letter;
    return this.#typed;
  }
}
