// What keys and commands do to the lists of a text: which letters go and which come. Pure; offsets are UTF-16 units of the text.
import { spliceBetween, type TextSplice } from "@inkroom/model";
import { columnsOf, contentStart, INDENT_COLUMNS, type ItemKind, itemsOf, type ListItem, MAX_LEVEL } from "@inkroom/shapes";
import { numbered } from "./numbered.ts";

/** What is asked for: a key in the text, a kind of list (or no longer that kind), a tick (or none). */
export type ListWish = "enter" | "backspace" | "indent" | "outdent" | "tick" | ItemKind;

/** `splices`: in order, by the offsets of the text before; none where a wish is heard and there is nothing to do. */
export type ListEdit = {
  readonly splices: readonly TextSplice[];
  /** What is selected afterwards. */ readonly start: number;
  readonly end: number;
};

type Lines = { readonly texts: readonly string[]; readonly starts: readonly number[]; readonly items: readonly (ListItem | undefined)[] };

/** Undefined where the wish means nothing there, and the text is to do what it does without lists. */
export function listEdit(wish: ListWish, text: string, start: number, end: number): ListEdit | undefined {
  const lines = linesOf(text);
  const at = lineAt(lines, start);
  switch (wish) {
    case "enter":
      return enter(lines, at, start, end);
    case "backspace":
      return start === end && lines.items[at] !== undefined && start === contentAt(lines, at)
        ? relined(lines, new Map([[at, (lines.texts[at] ?? "").slice(start - (lines.starts[at] ?? 0))]]), start, end)
        : undefined;
    case "indent":
    case "outdent":
      return indent(lines, touched(lines, start, end), wish === "indent" ? 1 : -1, start, end);
    case "tick":
      return tick(lines, touched(lines, start, end), start, end);
    default:
      return toggle(lines, touched(lines, start, end), wish, start, end);
  }
}

/** The text with its splices done. */
export function splicedText(text: string, splices: readonly TextSplice[]): string {
  return splices.reduceRight((done, { at, remove, insert }) => done.slice(0, at) + insert + done.slice(at + remove), text);
}

function linesOf(text: string): Lines {
  const texts = text.split("\n");
  let from = 0;
  const starts = texts.map((line) => (from += line.length + 1) - line.length - 1);
  return { texts, starts, items: itemsOf(texts) };
}

function lineAt({ starts }: Lines, offset: number): number {
  return Math.max(
    0,
    starts.findLastIndex((from) => from <= offset),
  );
}

/** Offset in the text at which what an item says begins. */
function contentAt({ items, starts }: Lines, at: number): number {
  const item = items[at];
  return (starts[at] ?? 0) + (item === undefined ? 0 : contentStart(item));
}

/** The lines that a selection reaches into. */
function touched(lines: Lines, start: number, end: number): readonly number[] {
  const [first, last] = [lineAt(lines, start), lineAt(lines, end)];
  // One that ends at the beginning of a line does not mean that line.
  const isBefore = last > first && lines.starts[last] === end;
  return Array.from({ length: last - first + (isBefore ? 0 : 1) }, (_, i) => first + i);
}

/** Goes on with the list. On an item that says nothing the list ends, or goes on one level further out. */
function enter(lines: Lines, at: number, start: number, end: number): ListEdit | undefined {
  const item = lines.items[at];
  const line = lines.texts[at] ?? "";
  const content = contentAt(lines, at);
  if (item === undefined || start < content) return undefined;
  if (start === end && line.slice(contentStart(item)).trim() === "")
    return item.level > 0 ? indent(lines, [at], -1, start, end) : relined(lines, new Map([[at, ""]]), start, end);
  const last = lineAt(lines, end);
  const marker = item.kind === "check" ? item.marker.replace(/\[.*\]/, "[ ]") : item.marker;
  const next = item.indent + marker + (lines.texts[last] ?? "").slice(end - (lines.starts[last] ?? 0));
  const after = [...lines.texts.slice(0, at), line.slice(0, start - (lines.starts[at] ?? 0)), next, ...lines.texts.slice(last + 1)];
  // Where each line was before; the new one was nowhere.
  const placeOf = (i: number): number => (i <= at ? i : i - 1 - at + last);
  const counted = numbered(after, (i) => (i === at + 1 ? undefined : lines.items[placeOf(i)]));
  const insert = `\n${(counted[at + 1] ?? "").slice(0, (counted[at + 1] ?? "").length - (next.length - item.indent.length - marker.length))}`;
  const later = counted.flatMap((text, i) => (i > at + 1 ? lineSplice(lines, placeOf(i), text) : []));
  return { splices: [{ at: start, remove: end - start, insert }, ...later], start: start + insert.length, end: start + insert.length };
}

function indent(lines: Lines, places: readonly number[], by: 1 | -1, start: number, end: number): ListEdit | undefined {
  const items = places.flatMap((at) => (lines.items[at] === undefined ? [] : [at]));
  if (items.length === 0) return undefined;
  const changes = items.map((at): [number, string] => {
    const item = lines.items[at] as ListItem; // reason: filtered just above
    const indentOf = by === 1 ? deeper(item) : lessDeep(lines, at, item);
    return [at, indentOf + (lines.texts[at] ?? "").slice(item.indent.length)];
  });
  return relined(lines, new Map(changes), start, end);
}

function deeper({ indent: before, level }: ListItem): string {
  if (level >= MAX_LEVEL) return before;
  return before.endsWith("\t") ? `${before}\t` : before + " ".repeat(INDENT_COLUMNS);
}

/** As far in as the item that it lies in; one that lies in none, by a level. */
function lessDeep({ items }: Lines, at: number, { indent: before }: ListItem): string {
  const columns = columnsOf(before);
  let outer = Math.max(0, columns - INDENT_COLUMNS);
  for (let i = at - 1; i >= 0; i -= 1) {
    const item = items[i];
    if (item === undefined) break;
    if (columnsOf(item.indent) >= columns) continue;
    outer = columnsOf(item.indent);
    break;
  }
  let after = before;
  while (columnsOf(after) > outer) after = after.slice(0, -1);
  return after + " ".repeat(outer - columnsOf(after));
}

/** Ticks the boxes; where all are ticked, takes the ticks away. */
function tick(lines: Lines, places: readonly number[], start: number, end: number): ListEdit | undefined {
  const checks = places.filter((at) => lines.items[at]?.kind === "check");
  if (checks.length === 0) return undefined;
  const sign = checks.every((at) => lines.items[at]?.isDone) ? "[ ]" : "[x]";
  const changes = checks.map((at): [number, string] => [at, (lines.texts[at] ?? "").replace(/\[.*?\]/, sign)]);
  return relined(lines, new Map(changes), start, end);
}

const MARKERS: Readonly<Record<ItemKind, string>> = { bullet: "- ", number: "1. ", check: "[ ] " };

/** Makes items of a kind of the lines; where all are such items, lines without a marker. Blank lines are left alone among others. */
function toggle(lines: Lines, places: readonly number[], kind: ItemKind, start: number, end: number): ListEdit {
  const written = places.filter((at) => (lines.texts[at] ?? "").trim() !== "");
  const meant = written.length === 0 ? places : written;
  const isOff = meant.every((at) => lines.items[at]?.kind === kind);
  const changes = meant.map((at): [number, string] => {
    const [line, item] = [lines.texts[at] ?? "", lines.items[at]];
    const said = line.slice(item === undefined ? 0 : contentStart(item));
    if (isOff) return [at, said];
    if (item?.kind === kind) return [at, line];
    return [at, (item?.indent ?? "") + MARKERS[kind] + said];
  });
  return relined(lines, new Map(changes), start, end);
}

/** Other words for some lines, with the numbers that follow from it; `start` and `end` stay at their letters. */
function relined(lines: Lines, changes: ReadonlyMap<number, string>, start: number, end: number): ListEdit {
  const after = lines.texts.map((text, at) => changes.get(at) ?? text);
  const isSame = (at: number): boolean => after[at] === lines.texts[at];
  const counted = numbered(after, (at) => (isSame(at) ? lines.items[at] : undefined));
  const splices = counted.flatMap((text, at) => lineSplice(lines, at, text));
  return { splices, start: movedBy(splices, start), end: movedBy(splices, end) };
}

function lineSplice({ texts, starts }: Lines, at: number, after: string): readonly TextSplice[] {
  const splice = spliceBetween(texts[at] ?? "", after, 0);
  return splice === undefined ? [] : [{ ...splice, at: splice.at + (starts[at] ?? 0) }];
}

function movedBy(splices: readonly TextSplice[], offset: number): number {
  let moved = offset;
  for (const { at, remove, insert } of splices) {
    if (at > offset || (at === offset && remove > 0)) break;
    moved += at + remove <= offset ? insert.length - remove : at + insert.length - offset;
  }
  return moved;
}
