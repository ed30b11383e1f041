// Texts unit by unit, as positional arrays. Authors are named once per list and then by their place in it; clocks are
// given as steps from the end of the author's last range, which are small where people type.
import type { TextRun, TextUnit, TxtOp } from "@inkroom/model";

/** Runs as [authors, author, step, length, author, step, length, ...]; a deleted run has a negative length. */
export function packRuns(runs: readonly TextRun[]): readonly unknown[] {
  const steps = new Steps();
  const numbers = runs.flatMap(({ by, at, len, dead }) => [...steps.pack(by, at, len), dead ? -len : len]);
  return [steps.authors, ...numbers];
}

/** The opposite of packRuns, to be validated; undefined for what is no such list. */
export function unpackRuns(packed: unknown): unknown {
  if (!Array.isArray(packed) || packed.length % 3 !== 1) return undefined;
  const steps = new Steps(packed[0]);
  const runs: unknown[] = [];
  for (let i = 1; i < packed.length; i += 3) {
    const size = Number(packed[i + 2]);
    const len = Math.abs(size);
    runs.push({ ...steps.unpack(packed[i], packed[i + 1], len), len, ...(size < 0 && { dead: true }) });
  }
  return runs;
}

type Ranges = NonNullable<TxtOp["del"]>;
type Pieces = NonNullable<TxtOp["live"]>;

/** The fields of a txt: id, w, h, ins, del, live; what is absent is nil, and left out at the end. */
export function packTxt({ id, w, h, ins, del, live }: TxtOp): readonly unknown[] {
  const fields = [
    id,
    w,
    h,
    ins && [ins.at, ins.text, ...packAnchors(ins.left, ins.right)],
    del && packList<Ranges[number]>(del, ({ len }) => [len, len]),
    live && packList<Pieces[number]>(live, ({ text }) => [text, text.length]),
  ];
  while (fields.at(-1) === undefined) fields.pop();
  return fields;
}

export function unpackTxt([id, w, h, ins, del, live]: readonly unknown[]): object {
  return {
    id,
    w,
    h,
    ...given("ins", ins, unpackIns),
    ...given("del", del, (list) => unpackList(list, (len) => [{ len }, Number(len)])),
    ...given("live", live, (list) => unpackList(list, (text) => [{ text }, typeof text === "string" ? text.length : 0])),
  };
}

function unpackIns(packed: unknown): unknown {
  if (!Array.isArray(packed) || packed.length !== 4) return null;
  const [at, text, left, right] = packed;
  const rightUnit = typeof right === "number" && Array.isArray(left) ? [left[0], right] : right;
  return { at, text, ...given("left", left, unpackUnit), ...given("right", rightUnit, unpackUnit) };
}

/** The right one by its clock alone where both have one author, as nearly always. */
function packAnchors(left: TextUnit | undefined, right: TextUnit | undefined): readonly unknown[] {
  const shared = left !== undefined && left.by === right?.by ? right.at : undefined;
  return [packUnit(left), shared ?? packUnit(right)];
}

function packUnit(unit: TextUnit | undefined): unknown {
  return unit === undefined ? null : [unit.by, unit.at];
}

function unpackUnit(packed: unknown): unknown {
  return Array.isArray(packed) && packed.length === 2 ? { by: packed[0], at: packed[1] } : null;
}

function packList<T extends TextUnit>(
  list: readonly T[],
  rest: (item: T) => readonly [value: unknown, length: number],
): readonly unknown[] {
  const steps = new Steps();
  const values = list.flatMap((item) => {
    const [value, length] = rest(item);
    return [...steps.pack(item.by, item.at, length), value];
  });
  return [steps.authors, ...values];
}

function unpackList(packed: unknown, rest: (value: unknown) => readonly [fields: object, length: number]): unknown {
  if (!Array.isArray(packed) || packed.length % 3 !== 1) return null;
  const steps = new Steps(packed[0]);
  const items: unknown[] = [];
  for (let i = 1; i < packed.length; i += 3) {
    const [fields, length] = rest(packed[i + 2]);
    items.push({ ...steps.unpack(packed[i], packed[i + 1], length), ...fields });
  }
  return items;
}

/** A field that is there: nil and missing ones are left out. */
function given(name: string, value: unknown, unpack: (value: unknown) => unknown): object {
  return value === undefined || value === null ? {} : { [name]: unpack(value) };
}

/** Authors by number, and where each one's last range ended. */
class Steps {
  readonly authors: unknown[];
  readonly #ends = new Map<unknown, number>();

  constructor(authors: unknown = []) {
    this.authors = Array.isArray(authors) ? authors : [];
  }

  pack(by: string, at: number, length: number): readonly [author: number, step: number] {
    let author = this.authors.indexOf(by);
    if (author < 0) author = this.authors.push(by) - 1;
    const step = at - (this.#ends.get(author) ?? 0);
    this.#ends.set(author, at + length);
    return [author, step];
  }

  unpack(author: unknown, step: unknown, length: number): { readonly by: unknown; readonly at: number } {
    const at = (this.#ends.get(author) ?? 0) + Number(step);
    this.#ends.set(author, at + length);
    return { by: typeof author === "number" ? this.authors[author] : undefined, at };
  }
}
