// Binary frames of every message that is not packed by hand: [message number, fields in order] as MessagePack.
// Numbers are never reused; fields are only ever appended. Absent optional fields are nil, and left out at the end.
import type { ClientMessage } from "./client-message.ts";
import { decodeEntry, decodeOps, encodeEntry, encodeOps } from "./body.ts";
import type { OpsMessage } from "./messages/ops.ts";
import type { PeersMessage } from "./messages/presence.ts";
import type { PushMessage } from "./messages/push.ts";
import type { SnapMessage } from "./messages/snap.ts";
import { writeBodyValue } from "./body-writer.ts";
import { packOp, unpackOp } from "./pack-op.ts";
import type { ServerMessage } from "./server-message.ts";

/** Frame kind, the first byte. */
export const MESSAGE_FRAME = 1;

/** One transaction as a room's log holds it; `body` is what encodeOps gave. */
export type LoggedBody = {
  readonly seq: number;
  readonly client: string;
  readonly n: number;
  readonly ts: number;
  readonly body: Uint8Array;
};

type PackedBySelf = Extract<ClientMessage | ServerMessage, { t: "cursor" | "cursors" | "draft" | "drafts" }>;
type Message = Exclude<ClientMessage | ServerMessage, PackedBySelf>;
type Form<M extends Message> = {
  readonly number: number;
  pack(message: M): readonly unknown[];
  unpack(fields: readonly unknown[]): object;
};

/** The form of a message whose fields go as they are. */
function fields<M extends Message>(number: number, ...names: readonly (keyof M & string)[]): Form<M> {
  return {
    number,
    pack: (message) => names.map((name) => message[name]),
    unpack: (values) =>
      Object.fromEntries(names.map((name, i) => [name, values[i]] as const).filter(([, value]) => value !== undefined && value !== null)),
  };
}

const FORMS: { readonly [T in Message["t"]]: Form<Extract<Message, { t: T }>> } = {
  // `v` comes first in every version, so that any room can tell a client of another version what is wrong.
  hello: fields(1, "v", "clientId", "proof", "since", "epoch", "name", "color", "tip", "differs", "near", "also"),
  push: {
    number: 2,
    pack: (message: PushMessage) => [message.n, message.ops.map(packOp)],
    unpack: ([n, ops]) => ({ n, ops: mapList(ops, unpackOp) }),
  },
  me: fields(3, "name", "color", "selection", "active", "caret", "laser", "lead", "say"),
  welcome: fields(16, "v", "epoch", "head", "lastN", "mode", "role", "peer", "damaged", "first"),
  snap: {
    number: 17,
    pack: (message: SnapMessage) => [message.upto, message.part, message.parts, message.entries.map(encodeEntry)],
    unpack: ([upto, part, parts, entries]) => ({
      upto,
      part,
      parts,
      entries: mapList(entries, (body) => (body instanceof Uint8Array ? decodeEntry(body) : undefined)),
    }),
  },
  ops: {
    number: 18,
    pack: (message: OpsMessage) => packLogged(message.list.map((txn) => ({ ...txn, body: encodeOps(txn.ops) }))),
    unpack: unpackLogged,
  },
  ack: fields(19, "n", "seq", "dup"),
  nack: fields(20, "n", "code", "expect"),
  peers: { number: 21, pack: packPeers, unpack: unpackPeers },
  resync: fields(22, "reason"),
  sum: fields(23, "seq", "hash"),
  key: fields(24, "secret"),
};

const FORM_OF_NUMBER: ReadonlyMap<unknown, readonly [t: string, form: Form<never>]> = new Map(
  Object.entries(FORMS).map(([t, form]) => [form.number, [t, form]]),
);

export function packMessage(message: Message): Uint8Array {
  // reason: TypeScript cannot see that the form and the message go by the same `t`.
  const form = FORMS[message.t] as Form<Message>;
  return frameOf(form.number, form.pack(message));
}

/** An `ops` frame from stored bodies: the same bytes as encode gives for the decoded message. */
export function packOpsFrame(list: readonly LoggedBody[]): Uint8Array {
  return frameOf(FORMS.ops.number, packLogged(list));
}

/** A `snap` frame from stored entry bodies: the same bytes as encode gives for the decoded message. */
export function packSnapFrame(head: Pick<SnapMessage, "part" | "parts" | "upto">, bodies: readonly Uint8Array[]): Uint8Array {
  return frameOf(FORMS.snap.number, [head.upto, head.part, head.parts, bodies]);
}

function frameOf(number: number, values: readonly unknown[]): Uint8Array {
  const packed = [number, ...values];
  while (packed.at(-1) === undefined) packed.pop();
  return writeBodyValue(MESSAGE_FRAME, packed);
}

export type UnpackedMessage =
  /** To be validated. */
  | { readonly kind: "message"; readonly t: string; readonly raw: Readonly<Record<string, unknown>> }
  /** A message number that this version does not know; `n` is its first field. */
  | { readonly kind: "unknown"; readonly n: unknown }
  | { readonly kind: "malformed" };

/**
 * Reads what packMessage wrote; `read` gives the value behind the first `from` bytes. May throw on bytes that msgpackDepth
 * has not passed, and BodyError.
 */
export function unpackMessage(frame: Uint8Array, read: (bytes: Uint8Array, from: number) => unknown): UnpackedMessage {
  const packed = read(frame, 1);
  if (!Array.isArray(packed) || typeof packed[0] !== "number") return { kind: "malformed" };
  const [number, ...values] = packed;
  const [t, form] = FORM_OF_NUMBER.get(number) ?? [];
  if (t === undefined || form === undefined) return { kind: "unknown", n: values[0] };
  return { kind: "message", t, raw: { t, ...form.unpack(values) } };
}

function packLogged(list: readonly LoggedBody[]): readonly unknown[] {
  const first = list[0]?.ts ?? 0;
  return [first, list.map(({ seq, client, n, ts, body }) => [seq, client, n, ts - first, body])];
}

function unpackLogged([first, list]: readonly unknown[]): object {
  return {
    list: mapList(list, (packed) => {
      if (!Array.isArray(packed)) return undefined;
      const [seq, client, n, after, body] = packed;
      return { seq, client, n, ts: Number(first) + Number(after), ops: body instanceof Uint8Array ? decodeOps(body) : undefined };
    }),
  };
}

function packPeers({ list, all }: PeersMessage): readonly unknown[] {
  const packed = list.map(([peer, state]) =>
    state === null
      ? [peer]
      : [
          peer,
          state.name,
          state.color,
          state.role,
          state.selection,
          state.active,
          state.caret,
          state.client,
          ...withoutDefaults([
            [state.laser, !state.laser],
            [state.lead, state.lead.length === 0],
            [state.say, state.say === ""],
          ]),
        ],
  );
  return [packed, all];
}

/** The values of a list whose last ones are left out as long as each is what is meant by its absence. */
function withoutDefaults(fields: readonly (readonly [value: unknown, isDefault: boolean])[]): unknown[] {
  return fields.slice(0, fields.findLastIndex(([, isDefault]) => !isDefault) + 1).map(([value]) => value);
}

function unpackPeers([list, all]: readonly unknown[]): object {
  const peers = mapList(list, (packed) => {
    if (!Array.isArray(packed)) return undefined;
    const [peer, name, color, role, selection, active, caret, client, laser, lead, say] = packed;
    return packed.length === 1 ? [peer, null] : [peer, { client, name, color, role, selection, active, caret, laser, lead, say }];
  });
  return all === undefined ? { list: peers } : { list: peers, all };
}

function mapList(list: unknown, map: (item: unknown) => unknown): unknown {
  return Array.isArray(list) ? list.map(map) : undefined;
}
