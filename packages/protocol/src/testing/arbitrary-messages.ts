// Random valid messages for the property tests of this package.
import { anyEntry, anyOp, arbitraryId, arbitraryPoints, CLIENT_IDS } from "@inkroom/model/testing";
import fc from "fast-check";
import type { PackedCaret } from "../messages/text-caret.ts";
import type { ClientMessage } from "../client-message.ts";
import { NACK_CODES } from "../error-codes.ts";
import { ROLES } from "../roles.ts";
import type { ServerMessage } from "../server-message.ts";
import { PROTOCOL_VERSION } from "../version.ts";

const positive = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
const count = fc.oneof(fc.nat(300), positive);
const short = fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.toWellFormed());
const client = fc.constantFrom(...CLIENT_IDS);
const whole = fc.oneof(fc.integer({ min: -9_000, max: 9_000 }), fc.integer({ min: -1_000_000, max: 1_000_000 }));
const role = fc.constantFrom(...ROLES);
const off = fc.nat(10_000);
const bytes = arbitraryPoints(false, 20).map((points) => points.bytes);
const selection = fc.array(arbitraryId, { maxLength: 5 });
const flag = fc.constant(true as const);
const tag = fc.tuple(client, fc.integer({ min: 1, max: 9_999 })).map(([id, n]) => `${id}.${n}`);

/** A record in which the optional fields may be missing. */
function record<T, O>(
  required: { [K in keyof T]: fc.Arbitrary<T[K]> },
  optional: { [K in keyof O]: fc.Arbitrary<O[K]> },
): fc.Arbitrary<T & Partial<O>> {
  // reason: fast-check cannot type a record of which only some keys are required.
  return fc.record(
    { ...required, ...optional },
    { requiredKeys: Object.keys(required) as never, noNullPrototype: true },
  ) as unknown as fc.Arbitrary<T & Partial<O>>;
}

const unit = fc.oneof(fc.constant(["", 0] as const), fc.tuple(client, count));
const caret = fc.oneof(
  fc.constant<PackedCaret>([]),
  fc
    .tuple(arbitraryId, unit, unit)
    .map(([id, [anchorBy, anchorAt], [headBy, headAt]]): PackedCaret => [id, anchorBy, anchorAt, headBy, headAt]),
);

const extent = fc.integer({ min: 1, max: 2_000_000 });
const lead = fc.oneof(fc.constant<[]>([]), fc.tuple(whole, whole, extent, extent));
const say = fc.oneof(fc.constant(""), short);
const t = <T extends string>(name: T) => fc.constant(name);

export const anyClientMessage: fc.Arbitrary<ClientMessage> = fc.oneof(
  record(
    { t: t("hello"), v: fc.constant(PROTOCOL_VERSION), clientId: client, proof: short, since: count },
    {
      epoch: short,
      tip: tag,
      name: short,
      color: short,
      differs: fc.boolean(),
      near: fc.oneof(fc.tuple(whole, whole), fc.tuple(whole, whole, extent, extent)),
      also: fc.array(short, { maxLength: 3 }),
    },
  ),
  fc.record({ t: t("push"), n: positive, ops: fc.array(anyOp, { minLength: 1, maxLength: 6 }) }),
  record({ t: t("me") }, { name: short, color: short, selection, active: fc.boolean(), caret, laser: fc.boolean(), lead, say }),
  record({ t: t("cursor") }, { at: fc.tuple(whole, whole) }),
  record({ t: t("draft"), off, bytes }, { id: arbitraryId }),
);

const txn = fc.record({ seq: positive, client, n: positive, ts: fc.nat(), ops: fc.array(anyOp, { minLength: 1, maxLength: 3 }) });
const state = fc.record({
  client,
  name: short,
  color: short,
  role,
  selection,
  active: fc.boolean(),
  caret,
  laser: fc.boolean(),
  lead,
  say,
});

export const anyServerMessage: fc.Arbitrary<ServerMessage> = fc.oneof(
  record(
    {
      t: t("welcome"),
      v: count,
      epoch: short,
      head: count,
      lastN: count,
      mode: fc.constantFrom("tail" as const, "changes" as const, "snapshot" as const),
      role,
      peer: positive,
    },
    { damaged: flag, first: count },
  ),
  fc.record({ t: t("snap"), upto: count, part: positive, parts: positive, entries: fc.array(anyEntry, { maxLength: 6 }) }),
  fc.record({ t: t("ops"), list: fc.array(txn, { minLength: 1, maxLength: 4 }) }),
  record({ t: t("ack"), n: positive, seq: positive }, { dup: flag }),
  record({ t: t("nack"), n: count, code: fc.constantFrom(...NACK_CODES) }, { expect: positive }),
  record({ t: t("peers"), list: fc.array(fc.tuple(positive, fc.option(state)), { maxLength: 4 }) }, { all: flag }),
  fc.record({ t: t("sum"), seq: count, hash: short }),
  fc.record({ t: t("key"), secret: short }),
  fc.record({ t: t("resync"), reason: fc.constantFrom("epoch" as const, "behind" as const, "gap" as const) }),
  fc.record({ t: t("cursors"), list: fc.array(fc.oneof(fc.tuple(positive, whole, whole), fc.tuple(positive)), { maxLength: 6 }) }),
  fc.record({
    t: t("drafts"),
    list: fc.array(fc.oneof(fc.tuple(positive, off, bytes), fc.tuple(positive, off, bytes, arbitraryId)), { maxLength: 4 }),
  }),
);
