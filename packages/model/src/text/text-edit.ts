// Applying an edit to a text body. All replicas apply the same edits in the room's order, so they agree by construction;
// what the ids add is that an edit made on an older text still hits the units that its author meant.
import { MAX_TEXT_LENGTH } from "@inkroom/shapes";
import type { ClientId } from "../tag.ts";
import { MAX_TEXT_RUNS, type TextBody, type TextRange, type TextRun, type TextUnit } from "./text-body.ts";

/** Units with what they say. */
export type TextPiece = TextUnit & { readonly text: string };
export type TextEdit = {
  /** New units of the sender, with clocks from `at`, right behind `left` (absent: the start), else right before `right`. */
  readonly ins?:
    | { readonly at: number; readonly text: string; readonly left?: TextUnit | undefined; readonly right?: TextUnit | undefined }
    | undefined;
  /** Units to take out. */
  readonly del?: readonly TextRange[] | undefined;
  /** Deleted units to bring back where they stood. */
  readonly live?: readonly TextPiece[] | undefined;
};
/** What an edit did. `made`: units that live now and did not before; `lost`: the other way round. */
export type TextEffect = { readonly body: TextBody; readonly made: readonly TextRange[]; readonly lost: readonly TextPiece[] };

/** A run with its text; `dead` ones have none. Cut and replaced while an edit is applied. */
type Cell = { readonly by: ClientId; readonly at: number; readonly len: number; readonly text: string; readonly dead: boolean };

/**
 * The body after the edit; undefined where it has no effect: nothing of what it names is there or left to do, its units
 * exist already, or the text would be longer than MAX_TEXT_LENGTH or cut through a character.
 */
export function applyTextEdit(body: TextBody, edit: TextEdit, client: ClientId): TextEffect | undefined {
  const cells = cellsOf(body);
  const made: TextRange[] = [];
  const lost: TextPiece[] = [];
  if (edit.ins !== undefined && edit.ins.text !== "") {
    const { at, text } = edit.ins;
    const fresh = { by: client, at, len: text.length };
    if (!body.runs.some((run) => overlaps(run, fresh))) {
      cells.splice(placeOf(cells, edit.ins), 0, { ...fresh, text, dead: false });
      made.push(fresh);
    }
  }
  const revived = replaced(cells, (edit.live ?? []).map(sized), true, (cell, piece) => {
    made.push({ by: cell.by, at: cell.at, len: cell.len });
    return { ...cell, dead: false, text: piece.text.slice(cell.at - piece.at, cell.at - piece.at + cell.len) };
  });
  const after = replaced(revived, edit.del ?? [], false, (cell) => {
    lost.push({ by: cell.by, at: cell.at, text: cell.text });
    return { ...cell, dead: true, text: "" };
  });
  if (made.length === 0 && lost.length === 0) return undefined;
  const text = after.map((cell) => cell.text).join("");
  if (text.length > MAX_TEXT_LENGTH || !text.isWellFormed()) return undefined;
  return { body: { text, runs: runsOf(after) }, made, lost };
}

function sized(piece: TextPiece): TextPiece & TextRange {
  return { ...piece, len: piece.text.length };
}

function cellsOf({ text, runs }: TextBody): Cell[] {
  let offset = 0;
  return runs.map(({ by, at, len, dead = false }) => {
    const from = offset;
    if (!dead) offset += len;
    return { by, at, len, dead, text: dead ? "" : text.slice(from, from + len) };
  });
}

/** Joined where neighbours continue each other, and without the deleted ones where there are too many. */
function runsOf(cells: readonly Cell[]): readonly TextRun[] {
  const runs = joined(cells);
  return runs.length <= MAX_TEXT_RUNS ? runs : joined(cells.filter((cell) => !cell.dead));
}

function joined(cells: readonly Cell[]): TextRun[] {
  const runs: TextRun[] = [];
  for (const { by, at, len, dead } of cells) {
    const last = runs.at(-1);
    const continues = last?.by === by && last.at + last.len === at && (last.dead ?? false) === dead;
    if (continues) runs[runs.length - 1] = { ...last, len: last.len + len };
    else runs.push(dead ? { by, at, len, dead } : { by, at, len });
  }
  return runs;
}

function placeOf(cells: Cell[], { left, right }: NonNullable<TextEdit["ins"]>): number {
  if (left === undefined) return 0;
  const before = cut(cells, left.by, left.at + 1, left.at);
  if (before !== undefined) return before;
  return (right === undefined ? undefined : cut(cells, right.by, right.at, right.at)) ?? cells.length;
}

/** Makes `clock` a boundary in the cell that holds the unit `inside`. Returns the place of the boundary; undefined without such a cell. */
function cut(cells: Cell[], by: ClientId, clock: number, inside: number): number | undefined {
  const index = cells.findIndex((cell) => cell.by === by && cell.at <= inside && inside < cell.at + cell.len);
  const cell = cells[index];
  if (cell === undefined) return undefined;
  const head = clock - cell.at;
  if (head === 0) return index;
  if (head < cell.len) cells.splice(index, 1, part(cell, 0, head), part(cell, head, cell.len));
  return index + 1;
}

function part(cell: Cell, from: number, to: number): Cell {
  return { ...cell, at: cell.at + from, len: to - from, text: cell.dead ? "" : cell.text.slice(from, to) };
}

/** The cells with those parts replaced that are dead or alive as asked and lie in one of the ranges, which do not overlap. */
function replaced<R extends TextRange>(
  cells: readonly Cell[],
  ranges: readonly R[],
  dead: boolean,
  replace: (part: Cell, range: R) => Cell,
): readonly Cell[] {
  if (ranges.length === 0) return cells;
  const byAuthor = Map.groupBy(ranges, ({ by }) => by);
  for (const list of byAuthor.values()) list.sort((a, b) => a.at - b.at);
  return cells.flatMap((cell) => {
    const list = cell.dead === dead ? (byAuthor.get(cell.by) ?? []) : [];
    const parts: Cell[] = [];
    let from = 0;
    for (let i = firstBehind(list, cell.at); i < list.length; i += 1) {
      const range = list[i];
      if (range === undefined || range.at >= cell.at + cell.len) break;
      const start = Math.max(0, range.at - cell.at);
      const end = Math.min(cell.len, range.at + range.len - cell.at);
      if (start > from) parts.push(part(cell, from, start));
      parts.push(replace(part(cell, start, end), range));
      from = end;
    }
    if (from === 0) return [cell];
    if (from < cell.len) parts.push(part(cell, from, cell.len));
    return parts;
  });
}

/** Place of the first of the sorted ranges that ends behind `clock`; their number if there is none. */
function firstBehind(ranges: readonly TextRange[], clock: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range !== undefined && range.at + range.len <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

function overlaps(a: TextRange, b: TextRange): boolean {
  return a.by === b.by && a.at < b.at + b.len && b.at < a.at + a.len;
}
