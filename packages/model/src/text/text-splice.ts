// From what a text field says to an edit: the one stretch in which two strings differ, and the units that it names.
import type { TextBody, TextRange, TextUnit } from "./text-body.ts";
import type { TextEdit } from "./text-edit.ts";

/** Take out `remove` UTF-16 units at `at`, then put `insert` there. */
export type TextSplice = { readonly at: number; readonly remove: number; readonly insert: string };

/**
 * The shortest splice between two strings, undefined for equal ones. Among equally good ones (a letter more in "aa") the
 * one that ends at `caret`, where it stands after the change. Never cuts through a surrogate pair.
 */
export function spliceBetween(before: string, after: string, caret = after.length): TextSplice | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  const maxTail = Math.min(shorter, after.length - Math.min(caret, after.length));
  let tail = commonTail(before, after, maxTail);
  let head = 0;
  while (head < shorter - tail && before[head] === after[head]) head += 1;
  // A caret that does not tell where the change was (undo of a browser) must not make it longer.
  tail += commonTail(before.slice(head, before.length - tail), after.slice(head, after.length - tail), shorter - head - tail);
  if (isInsidePair(before, head) || isInsidePair(after, head)) head -= 1;
  if (isInsidePair(before, before.length - tail) || isInsidePair(after, after.length - tail)) tail -= 1;
  return { at: head, remove: before.length - tail - head, insert: after.slice(head, after.length - tail) };
}

/** The edit that does to the text what the splice says; new units get clocks from `clock`. */
export function editOfSplice(body: TextBody, { at, remove, insert }: TextSplice, clock: number): TextEdit {
  const del = remove === 0 ? undefined : livingRanges(body, at, at + remove);
  if (insert === "") return { del };
  return { ins: { at: clock, text: insert, left: unitBefore(body, at), right: unitBefore(body, at + remove + 1) }, ...(del && { del }) };
}

/** The living unit that ends at this offset of the string; undefined for the start and for offsets beyond the end. */
export function unitBefore({ runs }: TextBody, offset: number): TextUnit | undefined {
  let from = 0;
  for (const run of runs) {
    if (run.dead) continue;
    if (offset > from && offset <= from + run.len) return { by: run.by, at: run.at + offset - from - 1 };
    from += run.len;
  }
  return undefined;
}

/** Where in the string a unit ends, or would if it were not deleted; undefined for one that was never there. 0 without a unit. */
export function offsetBehind({ runs }: TextBody, unit: TextUnit | undefined): number | undefined {
  if (unit === undefined) return 0;
  let from = 0;
  for (const run of runs) {
    const inside = unit.at - run.at;
    if (run.by === unit.by && inside >= 0 && inside < run.len) return run.dead ? from : from + inside + 1;
    if (!run.dead) from += run.len;
  }
  return undefined;
}

/** Where a caret at `offset` of one state of a text belongs in another: behind the letter it stood behind. */
export function movedOffset(before: TextBody, after: TextBody, offset: number): number {
  const behind = offset === 0 ? 0 : offsetBehind(after, unitBefore(before, offset));
  if (behind !== undefined && (offset === 0 || unitBefore(before, offset) !== undefined)) return behind;
  const next = unitBefore(before, offset + 1);
  const found = next === undefined ? undefined : offsetBehind(after, next);
  return found === undefined ? Math.min(offset, after.text.length) : Math.max(0, found - 1);
}

function livingRanges({ runs }: TextBody, from: number, to: number): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let offset = 0;
  for (const { by, at, len, dead } of runs) {
    if (dead) continue;
    const start = Math.max(from, offset);
    const end = Math.min(to, offset + len);
    if (start < end) ranges.push({ by, at: at + start - offset, len: end - start });
    offset += len;
  }
  return ranges;
}

function commonTail(a: string, b: string, max: number): number {
  let tail = 0;
  while (tail < max && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return tail;
}

function isInsidePair(text: string, offset: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[offset - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[offset] ?? "");
}
