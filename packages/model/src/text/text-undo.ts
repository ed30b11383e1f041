// What a step of typing took away and brought, by unit: enough to take exactly that back, whatever others have written.
import type { TextBody, TextRange } from "./text-body.ts";
import { applyTextEdit, type TextEdit, type TextPiece } from "./text-edit.ts";

/** Units a step has made, and units it has deleted with what they said. No unit is in both. */
export type TextStep = { readonly made: readonly TextRange[]; readonly lost: readonly TextPiece[] };

/** Ranges or pieces in one edit of an undo: its op stays below the size of the wire. */
const RANGES_PER_EDIT = 500;
const UNITS_PER_EDIT = 10_000;

/** Two steps that follow each other as one: what the second takes back of the first is in neither. */
export function mergeTextSteps(first: TextStep, second: TextStep): TextStep {
  return {
    made: joined([
      ...without(first.made, second.lost.map(rangeOf), slicedRange),
      ...without(second.made, first.lost.map(rangeOf), slicedRange),
    ]),
    lost: [...without(first.lost, second.made, slicedPiece), ...without(second.lost, first.made, slicedPiece)],
  };
}

/** The part of a step that can still be taken back: made units that live, lost ones that are still deleted. */
export function applicableTextStep(body: TextBody, step: TextStep): TextStep {
  const living = body.runs.filter((run) => !run.dead);
  const dead = body.runs.filter((run) => run.dead);
  return { made: within(step.made, living, slicedRange), lost: within(step.lost, dead, slicedPiece) };
}

/** The edits that take a step back, each small enough for one op. */
export function editsOfUndo({ made, lost }: TextStep): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = 0; at < made.length; at += RANGES_PER_EDIT) edits.push({ del: made.slice(at, at + RANGES_PER_EDIT) });
  let live: TextPiece[] = [];
  let units = 0;
  for (const piece of lost) {
    if (live.length === RANGES_PER_EDIT || (live.length > 0 && units + piece.text.length > UNITS_PER_EDIT)) {
      edits.push({ live });
      live = [];
      units = 0;
    }
    live.push(piece);
    units += piece.text.length;
  }
  if (live.length > 0) edits.push({ live });
  return edits;
}

/** The body as it would be without the step. */
export function bodyBefore(body: TextBody, step: TextStep): TextBody {
  return applyTextEdit(body, { del: step.made, live: step.lost }, "")?.body ?? body;
}

function rangeOf({ by, at, text }: TextPiece): TextRange {
  return { by, at, len: text.length };
}

function slicedRange({ by, at }: TextRange, from: number, to: number): TextRange {
  return { by, at: at + from, len: to - from };
}

function slicedPiece({ by, at, text }: TextPiece, from: number, to: number): TextPiece {
  return { by, at: at + from, text: text.slice(from, to) };
}

type Item = TextPiece | TextRange;
type Slice<T> = (item: T, from: number, to: number) => T;

function lengthOf(item: Item): number {
  return "len" in item ? item.len : item.text.length;
}

/** The parts of `items` that are in none of the ranges. */
function without<T extends Item>(items: readonly T[], ranges: readonly TextRange[], slice: Slice<T>): readonly T[] {
  return items.flatMap((item) => {
    const length = lengthOf(item);
    const parts: T[] = [];
    let from = 0;
    for (const { start, end } of overlapsOf(item, ranges)) {
      if (start > from) parts.push(slice(item, from, start));
      from = Math.max(from, end);
    }
    if (from === 0) return [item];
    if (from < length) parts.push(slice(item, from, length));
    return parts;
  });
}

/** The parts of `items` that are in one of the ranges, which do not overlap. */
function within<T extends Item>(items: readonly T[], ranges: readonly TextRange[], slice: Slice<T>): readonly T[] {
  return items.flatMap((item) => overlapsOf(item, ranges).map(({ start, end }) => slice(item, start, end)));
}

/** Where the ranges overlap the item, as offsets in it, ascending. */
function overlapsOf(item: Item, ranges: readonly TextRange[]): readonly { readonly start: number; readonly end: number }[] {
  const length = lengthOf(item);
  return ranges
    .filter(({ by, at, len }) => by === item.by && at < item.at + length && item.at < at + len)
    .map(({ at, len }) => ({ start: Math.max(0, at - item.at), end: Math.min(length, at + len - item.at) }))
    .sort((a, b) => a.start - b.start);
}

function joined(ranges: readonly TextRange[]): readonly TextRange[] {
  const out: TextRange[] = [];
  for (const range of ranges) {
    const last = out.at(-1);
    if (last?.by === range.by && last.at + last.len === range.at) out[out.length - 1] = { ...last, len: last.len + range.len };
    else out.push(range);
  }
  return out;
}
