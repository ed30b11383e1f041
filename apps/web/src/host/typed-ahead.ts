// What a person types for a field that is not there yet.

export type TypedAhead = {
  /** A key as `KeyboardEvent.key` names it. */
  press(key: string): void;
  /** The text so far, and whether Enter was pressed after it; from then on nothing is typed. Reading leaves it: React may render twice. */
  read(): { readonly text: string; readonly isEntered: boolean };
  /** Forgets it: another field is asked for. */
  clear(): void;
};

/** `hasLines`: the field has several, and Enter ends one of them. */
export function createTypedAhead({ hasLines = false } = {}): TypedAhead {
  let text: readonly string[] = [];
  let isEntered = false;
  return {
    press(key) {
      if (isEntered) return;
      if (key === "Enter" && hasLines) text = [...text, "\n"];
      else if (key === "Enter") isEntered = true;
      else if (key === "Backspace") text = text.slice(0, -1);
      // Named keys (ArrowUp, Dead) have more than one letter; a letter outside the first plane has two units, and one code point.
      else if ([...key].length === 1) text = [...text, key];
    },
    read: () => ({ text: text.join(""), isEntered }),
    clear() {
      text = [];
      isEntered = false;
    },
  };
}
