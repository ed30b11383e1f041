// Bodies: ops and entries as bytes, the same in the room's log, in checkpoints and inside binary frames, so that a room
// can send what it stored without decoding it. The first byte is the version of the form.
import type { DeadEntry, Entry, LiveEntry, Op, Rev, Tag } from "@inkroom/model";
import { readBodyValue } from "./body-reader.ts";
import { writeBodyValue } from "./body-writer.ts";
import { packOp, packProps, unpackOp, unpackProps } from "./pack-op.ts";
import { packShape, unpackShape } from "./pack-shape.ts";
import { packRuns, unpackRuns } from "./pack-text.ts";

/** Version of the form of bodies. Raise it when an old reader would misread a new body; keep reading the old ones. */
export const BODY_VERSION = 1;
/** First byte of many entries in one body. */
const ENTRIES_VERSION = 0x81;

const LIVE = 0;
const DEAD = 1;
/** A living text with its runs. A number of its own, so that a reader that knows no runs refuses it instead of losing them. */
const LIVE_TEXT = 2;

/** Thrown for a body that this version of the code cannot read: damaged, or written by a newer one. Not retryable. */
export class BodyError extends Error {
  readonly code = "body_unreadable";
}

/** The ops of one transaction for the log. */
export function encodeOps(ops: readonly Op[]): Uint8Array {
  return writeBodyValue(BODY_VERSION, ops.map(packOp));
}

/** Reads what encodeOps wrote. For trusted bytes: values are not validated again. Throws BodyError. */
export function decodeOps(bytes: Uint8Array): readonly Op[] {
  const ops = readBody(bytes);
  if (!Array.isArray(ops)) throw new BodyError("expected a list of ops");
  return ops.map((packed) => {
    const op = unpackOp(packed);
    if (op === undefined) throw new BodyError("expected an op");
    // reason: written by encodeOps from validated ops.
    return op as Op;
  });
}

/** One entry for a checkpoint or a snapshot. */
export function encodeEntry(entry: Entry): Uint8Array {
  return writeBodyValue(BODY_VERSION, entry.state === "dead" ? packDead(entry) : packLive(entry));
}

/** Many bodies of encodeEntry as one, for storage in large pieces. */
export function joinEntries(bodies: readonly Uint8Array[]): Uint8Array {
  return writeBodyValue(ENTRIES_VERSION, bodies);
}

/** Reads what encodeEntry or joinEntries wrote; as decodeEntry. */
export function decodeEntries(bytes: Uint8Array): readonly Entry[] {
  if (bytes[0] !== ENTRIES_VERSION) return [decodeEntry(bytes)];
  const bodies = unpackBody(bytes);
  if (!Array.isArray(bodies) || !bodies.every((body) => body instanceof Uint8Array)) throw new BodyError("expected an entry");
  return bodies.map(decodeEntry);
}

/** Numbers, strings and lists of them, for a row of a room's own. */
export function encodePlain(value: unknown): Uint8Array<ArrayBuffer> {
  return writeBodyValue(BODY_VERSION, value);
}

/** Reads what encodePlain wrote. Throws BodyError. */
export function decodePlain(bytes: Uint8Array): unknown {
  return readBody(bytes);
}

function packDead({ id, tag, by }: DeadEntry): readonly unknown[] {
  return by === undefined ? [DEAD, id, tag] : [DEAD, id, tag, by];
}

function packLive({ shape, rev, runs, by }: LiveEntry): readonly unknown[] {
  const fields = [packShape(shape), rev.made, packProps(rev.set, (_prop, tag) => tag)];
  const maker = by === undefined ? [] : [by];
  return runs === undefined ? [LIVE, ...fields, ...maker] : [LIVE_TEXT, ...fields, packRuns(runs), ...maker];
}

/** Reads what encodeEntry wrote; as decodeOps. */
export function decodeEntry(bytes: Uint8Array): Entry {
  const packed = readBody(bytes);
  const entry = Array.isArray(packed) ? unpackEntry(packed) : undefined;
  if (entry === undefined) throw new BodyError("expected an entry");
  return entry;
}

function unpackEntry([state, first, tag, fourth, fifth, sixth]: readonly unknown[]): Entry | undefined {
  // reason for the casts: written by encodeEntry from a valid entry.
  if (state === DEAD) return { state: "dead", id: first as string, tag: tag as string, ...makerFrom(fourth) };
  const shape = unpackShape(first);
  const set = unpackProps(fourth, (_prop, value) => value);
  if (shape === undefined || set === undefined) return undefined;
  const rev = revOf(tag as string, set as Rev["set"]);
  if (state === LIVE_TEXT) return { state: "live", shape, rev, runs: unpackRuns(fifth), ...makerFrom(sixth) } as Entry;
  if (state !== LIVE) return undefined;
  return { state: "live", shape, rev, ...makerFrom(fifth) } as Entry;
}

/** Most shapes were never brought back by others: nothing is kept for them. */
function makerFrom(by: unknown): { readonly by?: string } | undefined {
  return typeof by === "string" ? { by } : undefined;
}

let lastRev: Rev = { made: "", set: {} };

/** Shapes that were made together and not edited since stand one after the other as a rule, and have their tags in common. */
function revOf(made: Tag, set: Rev["set"]): Rev {
  if (Object.keys(set).length > 0) return { made, set };
  if (lastRev.made !== made) lastRev = { made, set };
  return lastRev;
}

function readBody(bytes: Uint8Array): unknown {
  if (bytes[0] !== BODY_VERSION) throw new BodyError(`expected body version ${BODY_VERSION}, got ${bytes[0] ?? "no bytes"}`);
  return unpackBody(bytes);
}

function unpackBody(bytes: Uint8Array): unknown {
  try {
    return readBodyValue(bytes, 1);
  } catch (cause) {
    throw new BodyError("a body is damaged", { cause });
  }
}
