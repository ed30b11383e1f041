// Ops as positional arrays: [op number, fields]. Numbers and positions are part of the log on disk: append only.
import type { DelOp, Op, RestoreOp, SetOp } from "@inkroom/model";
import { packRuns, packTxt, unpackRuns, unpackTxt } from "./pack-text.ts";
import { packShape, unpackShape } from "./pack-shape.ts";
import { numberOfProp, packValue, propOfNumber, unpackValue } from "./wire-props.ts";

const ADD = 0;
const SET = 1;
const DEL = 2;
const RESTORE = 3;
const PTS = 4;
const MV = 5;
const TXT = 6;

export function packOp(op: Op): readonly unknown[] {
  switch (op.op) {
    case "add":
      return [ADD, packShape(op.shape)];
    case "set":
      return packSet(op);
    case "del":
      return packDel(op);
    case "restore":
      return packRestore(op);
    case "pts":
      return op.done ? [PTS, op.id, op.off, op.count, op.bytes, true] : [PTS, op.id, op.off, op.count, op.bytes];
    case "mv": {
      const fields = [MV, op.id, packValue("parent", op.parent), op.index];
      return op.if === undefined ? fields : [...fields, op.if];
    }
    case "txt":
      return [TXT, ...packTxt(op)];
    default:
      return op satisfies never;
  }
}

function packDel({ ids, mine, blank }: DelOp): readonly unknown[] {
  if (blank) return [DEL, ids, mine ?? false, blank];
  return mine ? [DEL, ids, mine] : [DEL, ids];
}

function packRestore({ shape, if: guard, runs }: RestoreOp): readonly unknown[] {
  if (runs !== undefined) return [RESTORE, packShape(shape), guard ?? null, packRuns(runs)];
  return guard === undefined ? [RESTORE, packShape(shape)] : [RESTORE, packShape(shape), guard];
}

function packSet(op: SetOp): readonly unknown[] {
  const fields = [SET, op.id, packProps(op.props, packValue)];
  return op.if === undefined ? fields : [...fields, packProps(op.if, (_prop, tag) => tag)];
}

/** A record by property name as [number, value, number, value, ...]. */
export function packProps(record: Readonly<Record<string, unknown>>, pack: (prop: string, value: unknown) => unknown): readonly unknown[] {
  return Object.entries(record)
    .flatMap(([prop, value]) => [[numberOfProp(prop), pack(prop, value)]])
    .flat(1);
}

/** The opposite of packProps; undefined for a list with an unknown or a repeated number, or a value that cannot be one. */
export function unpackProps(packed: unknown, unpack: (prop: string, value: unknown) => unknown): Record<string, unknown> | undefined {
  if (!Array.isArray(packed) || packed.length % 2 !== 0) return undefined;
  const record: Record<string, unknown> = {};
  for (let i = 0; i < packed.length; i += 2) {
    const prop = propOfNumber(packed[i]);
    if (prop === undefined || Object.hasOwn(record, prop)) return undefined;
    const value = unpack(prop, packed[i + 1]);
    // A schema would take what is missing for what is not said.
    if (value === undefined) return undefined;
    record[prop] = value;
  }
  return record;
}

/** A fresh object with known keys only, to be validated; undefined for what is no op at all. */
export function unpackOp(packed: unknown): unknown {
  if (!Array.isArray(packed)) return undefined;
  const unpack = UNPACK.get(packed[0]);
  return unpack === undefined || packed.length > unpack.length ? undefined : unpack.from(packed);
}

type Unpack = { /** Longest packed array. */ readonly length: number; from(packed: readonly unknown[]): unknown };

const UNPACK: ReadonlyMap<unknown, Unpack> = new Map<unknown, Unpack>([
  [ADD, { length: 2, from: ([, shape]) => ({ op: "add", shape: unpackShape(shape) }) }],
  [
    RESTORE,
    {
      length: 4,
      from: ([, shape, guard, runs]) => ({
        op: "restore",
        shape: unpackShape(shape),
        ...given("if", guard === null && runs !== undefined ? undefined : guard),
        ...(runs !== undefined && { runs: unpackRuns(runs) ?? null }),
      }),
    },
  ],
  [
    DEL,
    {
      length: 4,
      from: ([, ids, mine, blank]) => ({
        op: "del",
        ids,
        ...given("mine", mine === false && blank !== undefined ? undefined : mine),
        ...given("blank", blank),
      }),
    },
  ],
  [TXT, { length: 7, from: ([, ...fields]) => ({ op: "txt", ...unpackTxt(fields) }) }],
  [
    MV,
    {
      length: 5,
      from: ([, id, parent, index, guard]) => ({ op: "mv", id, parent: unpackValue("parent", parent), index, ...given("if", guard) }),
    },
  ],
  [
    PTS,
    {
      length: 6,
      from: ([, id, off, count, bytes, done]) => ({
        op: "pts",
        id,
        off,
        count,
        bytes: unpackValue("points", bytes),
        ...given("done", done),
      }),
    },
  ],
  [
    SET,
    {
      length: 4,
      from: ([, id, props, guards]) => ({
        op: "set",
        id,
        props: unpackProps(props, unpackValue),
        ...(guards === undefined ? {} : { if: unpackProps(guards, (_prop, tag) => tag) ?? null }),
      }),
    },
  ],
]);

/** An optional field: left out where the message has none. */
function given(field: string, value: unknown): object {
  return value === undefined ? {} : { [field]: value };
}
