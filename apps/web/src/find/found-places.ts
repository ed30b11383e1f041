// Where on a board something is written: what each place says around what was looked for.
import type { ShapeId } from "@inkroom/shapes";
import { folded } from "../layers/command-search.ts";
import type { OutlineEntry } from "../outline/outline-entries.ts";

/** A text as it is compared: accents, case and the kind of spaces do not count. */
export type Findable = Pick<OutlineEntry, "id" | "kind" | "text"> & { readonly folded: string };
export type FoundPlace = Pick<OutlineEntry, "id" | "kind"> & {
  readonly before: string;
  readonly match: string;
  readonly after: string;
};

/** As much of a text as is shown before a match, UTF-16 units: a row is to begin near it. */
const CONTEXT_BEFORE = 24;
const CONTEXT_AFTER = 120;

/** What is written on a board, in the order of the entries; made once and searched with every letter. */
export function findable(entries: readonly OutlineEntry[]): readonly Findable[] {
  return entries.flatMap(({ id, kind, text }) => (text === "" ? [] : [{ id, kind, text, folded: folded(text) }]));
}

/** The shapes that have `query` in their text, with the first place where they have it. None for an empty query. */
export function foundPlaces(texts: readonly Findable[], query: string): readonly FoundPlace[] {
  const wanted = folded(query.replaceAll(/\s+/g, " ").trim());
  if (wanted === "") return [];
  return texts.flatMap(({ id, kind, text, folded: searched }) => {
    const at = searched.indexOf(wanted);
    if (at === -1) return [];
    const [from, to] = rangeIn(text, at, at + wanted.length);
    return [{ id, kind, ...around(text, from, to) }];
  });
}

/** The place to go to first: the one that `isSeen`, else the first. */
export function firstPlace(places: readonly FoundPlace[], isSeen: (id: ShapeId) => boolean): FoundPlace | undefined {
  return places.find(({ id }) => isSeen(id)) ?? places[0];
}

/** The place after the one of `id`, or before it; the ends are joined. From nowhere: the first, or the last. */
export function stepFrom(places: readonly FoundPlace[], id: ShapeId | undefined, step: 1 | -1): FoundPlace | undefined {
  const place = places.findIndex((each) => each.id === id);
  if (place === -1) return places.at(step === 1 ? 0 : -1);
  return places[(place + step + places.length) % places.length];
}

/** The part of a text whose folded form lies there in the folded text; letters are taken whole. */
function rangeIn(text: string, foldedFrom: number, foldedTo: number): readonly [from: number, to: number] {
  let at = 0;
  let done = 0;
  let from: number | undefined;
  for (const letter of text) {
    const next = done + folded(letter).length;
    if (from === undefined && next > foldedFrom) from = at;
    // What is nothing when it is folded, an accent of its own, goes with the letter before it.
    if (done >= foldedTo && next > done) break;
    done = next;
    at += letter.length;
  }
  return [from ?? 0, at];
}

function around(text: string, from: number, to: number): Omit<FoundPlace, "id" | "kind"> {
  const start = from <= CONTEXT_BEFORE ? 0 : text.indexOf(" ", from - CONTEXT_BEFORE) + 1;
  const before = start === 0 || start > from ? text.slice(Math.max(0, from - CONTEXT_BEFORE), from) : text.slice(start, from);
  const isCut = before.length < from;
  return { before: `${isCut ? "…" : ""}${before}`, match: text.slice(from, to), after: text.slice(to, to + CONTEXT_AFTER) };
}
