// Where on a board something is written: each place by itself, and what stands around it.
import type { ShapeId } from "@inkroom/shapes";
import { folded } from "../layers/command-search.ts";
import type { OutlineEntry } from "../outline/outline-entries.ts";
import { seenWords } from "./seen-words.ts";

/** A text as it is compared: accents, case and the kind of spaces do not count. */
export type Findable = Pick<OutlineEntry, "id" | "kind" | "text"> & { readonly folded: string };
/** A match: `key` is its own while the texts are as they are, `nth` which one of its shape it is, from 0. */
export type FoundPlace = Pick<OutlineEntry, "id" | "kind"> & {
  readonly key: string;
  readonly nth: number;
  readonly text: Findable;
  /** Where it is in the folded text. */
  readonly at: number;
  readonly length: number;
};
export type Written = { readonly before: string; readonly match: string; readonly after: string };

/** As much of a text as is shown before a match, UTF-16 units: a row is to begin near it. */
const CONTEXT_BEFORE = 24;
const CONTEXT_AFTER = 120;

/** What is written on a board, in the order of the entries; made once and searched with every letter. */
export function findable(entries: readonly OutlineEntry[]): readonly Findable[] {
  return entries.flatMap(({ id, kind, text }) => (text === "" ? [] : [{ id, kind, text, folded: folded(text) }]));
}

/** All places that have `query`, one behind the other in each text; none lies on another. None for an empty query. */
export function foundPlaces(texts: readonly Findable[], query: string): readonly FoundPlace[] {
  const wanted = folded(query.replaceAll(/\s+/g, " ").trim());
  if (wanted === "") return [];
  const { length } = wanted;
  const places: FoundPlace[] = [];
  for (const text of texts) {
    const { id, kind } = text;
    let nth = 0;
    for (let at = text.folded.indexOf(wanted); at !== -1; at = text.folded.indexOf(wanted, at + length)) {
      places.push({ id, kind, key: `${id} ${nth}`, nth, text, at, length });
      nth += 1;
    }
  }
  return places;
}

/** The place to go to first: the one that was shown, where that is still one; else one that `isSeen`, else the first. */
export function firstPlace(
  places: readonly FoundPlace[],
  isSeen: (id: ShapeId) => boolean,
  shown?: Pick<FoundPlace, "id" | "at">,
): FoundPlace | undefined {
  const same = shown && places.find(({ id, at }) => id === shown.id && at === shown.at);
  return same ?? places.find(({ id }) => isSeen(id)) ?? places[0];
}

/** The place after the one with `key`, or before it; the ends are joined. From nowhere: the first, or the last. */
export function stepFrom(places: readonly FoundPlace[], key: string | undefined, step: 1 | -1): FoundPlace | undefined {
  const place = places.findIndex((each) => each.key === key);
  if (place === -1) return places.at(step === 1 ? 0 : -1);
  return places[(place + step + places.length) % places.length];
}

/** What is written there, with what stands around it. */
export function writtenAt(place: FoundPlace): Written {
  const { text } = place.text;
  const [from, to] = rangeOf(place);
  const start = from <= CONTEXT_BEFORE ? 0 : text.indexOf(" ", from - CONTEXT_BEFORE) + 1;
  const before = start === 0 || start > from ? text.slice(Math.max(0, from - CONTEXT_BEFORE), from) : text.slice(start, from);
  const isCut = before.length < from;
  return { before: `${isCut ? "…" : ""}${before}`, match: text.slice(from, to), after: text.slice(to, to + CONTEXT_AFTER) };
}

/** Where in the words on a shape the match is, UTF-16 units. `words`: as they are, with all their spaces, lines and markers. */
export function lettersOf(place: FoundPlace, words: string): { readonly from: number; readonly to: number } {
  const [from, to] = rangeOf(place);
  const { begins, ends } = seenWords(words);
  return { from: begins[from] ?? words.length, to: ends[to - 1] ?? words.length };
}

/** The part of a text whose folded form lies there in the folded text; letters are taken whole, with the accents behind them. */
function rangeOf({ text, at, length }: FoundPlace): readonly [from: number, to: number] {
  const starts = startsOf(text);
  let next = at + length;
  while (next < starts.length && starts[next] === starts[next - 1]) next += 1;
  return [starts[at] ?? 0, starts[next] ?? text.text.length];
}

/** By unit of a folded text, where the letter begins that it comes from. Made for texts that are shown. */
function startsOf(text: Findable): Uint32Array {
  const known = STARTS.get(text);
  if (known !== undefined) return known;
  const starts = new Uint32Array(text.folded.length);
  let [at, done] = [0, 0];
  for (const letter of text.text) {
    const isPlain = letter.length === 1 && letter < "\u0080";
    const units = isPlain ? 1 : folded(letter).length;
    for (let unit = 0; unit < units; unit += 1) starts[done + unit] = at;
    done += units;
    at += letter.length;
  }
  STARTS.set(text, starts);
  return starts;
}
const STARTS = new WeakMap<Findable, Uint32Array>();
