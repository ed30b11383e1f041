// Text frames: the messages as JSON objects, byte strings as base64. Meant for bots, tests and people with wscat.
import { fromBase64, toBase64 } from "./base64.ts";
import type { ClientMessage } from "./client-message.ts";
import type { ServerMessage } from "./server-message.ts";

export function packText(message: ClientMessage | ServerMessage): string {
  return JSON.stringify(message, (_key, value: unknown) => (value instanceof Uint8Array ? toBase64(value) : value));
}

/** The parsed frame with the byte strings of a message in place, to be validated; undefined for what is no JSON object. */
export function unpackText(frame: string): Readonly<Record<string, unknown>> | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(frame);
  } catch {
    // The text comes from outside and must not be quoted: that it is no JSON is all there is to say.
    return undefined;
  }
  return isRecord(parsed) ? reviveMessage(parsed) : undefined;
}

/** Every place where a message holds bytes. What is not as expected stays as it is; the schema refuses it. */
function reviveMessage(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  switch (raw["t"]) {
    case "push":
      return { ...raw, ops: reviveList(raw["ops"], reviveOp) };
    case "ops":
      return { ...raw, list: reviveList(raw["list"], (txn) => (isRecord(txn) ? { ...txn, ops: reviveList(txn["ops"], reviveOp) } : txn)) };
    case "snap":
      return { ...raw, entries: reviveList(raw["entries"], (entry) => (isRecord(entry) ? reviveShapeOf(entry) : entry)) };
    case "draft":
      return { ...raw, bytes: reviveBytes(raw["bytes"]) };
    case "drafts":
      return {
        ...raw,
        list: reviveList(raw["list"], (item) =>
          Array.isArray(item) ? item.map((value, i) => (i === 2 ? reviveBytes(value) : value)) : item,
        ),
      };
    default:
      return raw;
  }
}

function reviveOp(op: unknown): unknown {
  if (!isRecord(op)) return op;
  return op["op"] === "pts" ? { ...op, bytes: reviveBytes(op["bytes"]) } : reviveShapeOf(op);
}

/** An op or an entry with a shape: the points of a stroke. */
function reviveShapeOf(holder: Readonly<Record<string, unknown>>): unknown {
  const shape = holder["shape"];
  return isRecord(shape) && shape["kind"] === "draw" ? { ...holder, shape: { ...shape, points: reviveBytes(shape["points"]) } } : holder;
}

function reviveBytes(value: unknown): unknown {
  return typeof value === "string" ? fromBase64(value) : value;
}

function reviveList(list: unknown, revive: (item: unknown) => unknown): unknown {
  return Array.isArray(list) ? list.map(revive) : list;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
