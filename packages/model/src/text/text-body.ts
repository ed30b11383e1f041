// The body of a text: which unit of its string was written by whom, and what has been taken out. Every UTF-16 unit ever
// typed has an id, (client, clock), that is used once; edits name units by id, so they mean the same thing whatever
// others have done to the text meanwhile (ADR 0009).
import { hasText, MAX_TEXT_LENGTH, type Shape } from "@inkroom/shapes";
import * as v from "valibot";
import { type ClientId, clientIdSchema, clientOf, type Tag } from "../tag.ts";

/** One unit of a text, living or deleted. */
export type TextUnit = { readonly by: ClientId; readonly at: number };
/** Units of one author with clocks at, at + 1, ... */
export type TextRange = TextUnit & { readonly len: number };
/** Units that stand side by side in the text. The string itself is the shape's `text`: the living runs' units in order. */
export type TextRun = TextRange & { readonly dead?: true | undefined };
/** A text as it can be edited: the string, and the runs that say which unit is which. */
export type TextBody = { readonly text: string; readonly runs: readonly TextRun[] };

/** Runs of one body beyond which the deleted ones are dropped; what is anchored to those then goes by its other anchor. */
export const MAX_TEXT_RUNS = 4_000;
/** Clocks that belong to one transaction number: more than a text has units, so that visits never share clocks. */
export const CLOCKS_PER_TXN = 32_768;

const clock = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER - MAX_TEXT_LENGTH));
const length = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const textUnitSchema = v.strictObject({ by: clientIdSchema, at: clock });
/** No longer than a text can become in its life: a clock's worth of units per transaction is far above that. */
export const textRangeSchema = v.strictObject({ ...textUnitSchema.entries, len: v.pipe(length, v.maxValue(MAX_TEXT_LENGTH)) });
export const textRunsSchema = v.pipe(
  v.array(v.strictObject({ ...textUnitSchema.entries, len: length, dead: v.optional(v.literal(true)) })),
  v.maxLength(MAX_TEXT_RUNS),
  v.check((runs) => isDisjoint(runs)),
);

/** The body of the words on a shape; undefined for kinds that have none. A text that was only ever written whole has one run. */
export function textBodyOf(entry: {
  readonly shape: Shape;
  readonly rev: { readonly made: Tag; readonly set: Readonly<Record<string, Tag>> };
  readonly runs?: readonly TextRun[] | undefined;
}): TextBody | undefined {
  const { shape, rev, runs } = entry;
  if (!hasText(shape)) return undefined;
  return { text: shape.text, runs: runs ?? wholeRuns(shape.text, rev.set["text"] ?? rev.made) };
}

/** Units in the string that the runs stand for. */
export function livingLength(runs: readonly TextRun[]): number {
  return runs.reduce((length, run) => length + (run.dead ? 0 : run.len), 0);
}

/** True where somebody other than `client` has a living unit in `now` that `before` does not know, living or dead. */
export function hasNewUnitsOfOthers(before: TextBody, now: TextBody, client: ClientId): boolean {
  const known = new Set<string>();
  for (const { by, at, len } of before.runs) for (let unit = at; unit < at + len; unit += 1) known.add(`${by}.${unit}`);
  return now.runs.some(({ by, at, len, dead }) => {
    if (dead || by === client) return false;
    for (let unit = at; unit < at + len; unit += 1) if (!known.has(`${by}.${unit}`)) return true;
    return false;
  });
}

/** A clock from which a client may write into this text without ever naming a unit twice, if it writes `n` next. */
export function freshClock({ runs }: TextBody, client: ClientId, n: number): number {
  return runs.reduce((next, run) => (run.by === client ? Math.max(next, run.at + run.len) : next), n * CLOCKS_PER_TXN);
}

function wholeRuns(text: string, tag: Tag): readonly TextRun[] {
  const n = Number(tag.slice(tag.lastIndexOf(".") + 1));
  return text === "" ? [] : [{ by: clientOf(tag), at: n * CLOCKS_PER_TXN, len: text.length }];
}

/** True where no unit is in two of the ranges. */
export function isDisjoint(ranges: readonly TextRange[]): boolean {
  const sorted = [...ranges].sort((a, b) => (a.by === b.by ? a.at - b.at : a.by < b.by ? -1 : 1));
  return sorted.every((run, i) => {
    const next = sorted[i + 1];
    return next === undefined || next.by !== run.by || run.at + run.len <= next.at;
  });
}
