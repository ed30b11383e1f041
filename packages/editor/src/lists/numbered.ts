// The numbers of a list after it was changed.
import { itemsOf, type ListItem } from "@inkroom/shapes";

/** Larger ones are no markers. */
const MAX_NUMBER = 999;

/**
 * Numbers the lines of a changed text where they were in order before: a row that had one number after another has so again, and
 * whoever counts otherwise is left alone. `was`: a line as it was; undefined for a new one and one that is another now.
 */
export function numbered(lines: readonly string[], was: (at: number) => ListItem | undefined): readonly string[] {
  const items = itemsOf(lines);
  const places = new Map(items.map((item, at) => [item, at]));
  /** Those that are as they were, by what they were. */
  const kept = new Map(items.flatMap((item, at) => (item === undefined || was(at) === undefined ? [] : [[was(at), item] as const])));
  const numbers = new Map<ListItem, number>();
  for (const row of new Set(items.map((item) => item?.row ?? []))) {
    const before = row.map((item) => was(places.get(item) ?? -1));
    const [first] = before;
    const wasInOrder = before.every((item) => item === undefined || isInOrder(item.row));
    let n = first === undefined ? 1 : startOf(first);
    row.forEach((item, i) => {
      if (!wasInOrder && before[i] !== undefined) n = item.n;
      numbers.set(item, Math.min(MAX_NUMBER, n));
      n += 1;
    });
  }
  /** One that led its row goes on to do so. One that was parted from it goes on counting; without any of it, it begins anew. */
  function startOf(first: ListItem): number {
    const [lead] = first.row;
    if (lead === first) return first.n;
    const before = first.row.slice(0, first.row.indexOf(first)).findLast((item) => kept.has(item));
    const last = kept.get(before);
    return last === undefined ? 1 : (numbers.get(last) ?? last.n) + 1;
  }

  return lines.map((line, at) => {
    const item = items[at];
    const n = item && numbers.get(item);
    return item === undefined || n === undefined || n === item.n
      ? line
      : item.indent + line.slice(item.indent.length).replace(/^\d+/, String(n));
  });
}

function isInOrder(row: readonly ListItem[]): boolean {
  return row.every(({ n }, i) => i === 0 || n === (row[i - 1]?.n ?? 0) + 1);
}
