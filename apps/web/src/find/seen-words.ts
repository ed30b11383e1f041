// The words on a shape as they are seen and searched: on one line, with the signs of list items in place of their markers.
import { contentStart, hasItems, itemOf } from "@inkroom/shapes";

export type SeenWords = {
  readonly text: string;
  /** By unit of the text, where in the words that begins and ends which it stands for. UTF-16 units. */
  readonly begins: readonly number[];
  readonly ends: readonly number[];
};

const SPACE = /\s/;

/** Only the text: cheap where there are no lists. */
export function seenText(words: string): string {
  return hasItems(words) ? seenWords(words).text : words.replaceAll(/\s+/g, " ").trim();
}

export function seenWords(words: string): SeenWords {
  let text = "";
  const begins: number[] = [];
  const ends: number[] = [];
  let spaceAt: number | undefined;
  const add = (unit: string, from: number, to: number): void => {
    if (SPACE.test(unit)) {
      spaceAt ??= from;
      return;
    }
    if (spaceAt !== undefined && text !== "") {
      text += " ";
      begins.push(spaceAt);
      ends.push(from);
    }
    spaceAt = undefined;
    text += unit;
    begins.push(from);
    ends.push(to);
  };
  let at = 0;
  for (const line of words.split("\n")) {
    const item = itemOf(line);
    let next = 0;
    if (item !== undefined && item.kind !== "number") {
      next = contentStart(item);
      add(signOf(item), at + item.indent.length, at + item.indent.length + item.marker.trimEnd().length);
      add(" ", at + next - 1, at + next);
    }
    for (; next < line.length; next += 1) add(line[next] ?? "", at + next, at + next + 1);
    at += line.length + 1;
    add(" ", at - 1, at);
  }
  return { text, begins, ends };
}

/** A letter that looks like what the board paints. */
function signOf({ kind, isDone }: { readonly kind: string; readonly isDone: boolean }): string {
  if (kind === "bullet") return "•";
  return isDone ? "☑" : "☐";
}
