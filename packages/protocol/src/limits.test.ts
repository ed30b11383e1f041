import { MAX_BYTES_PER_POINT, MAX_TEXT_LENGTH } from "@inkroom/shapes";
import { describe, expect, it } from "vitest";
import { CLOSE } from "./close-codes.ts";
import { decodeClient, encode, FRAME_LIMITS, HELLO_LIMITS } from "./codec.ts";
import { utf8Length } from "./json-depth.ts";
import {
  MAX_DRAFT_POINTS,
  MAX_FRAME_BYTES,
  MAX_HELLO_BYTES,
  MAX_OP_BYTES,
  MAX_OPS_PER_PUSH,
  MAX_OTHER_PROOFS,
  MAX_PRESENCE_SELECTION,
  MAX_SAID_LENGTH,
} from "./limits.ts";
import { opBytes } from "./op-size.ts";
import type { Op } from "@inkroom/model";

const tooBig = { ok: false, kind: "close", code: CLOSE.tooBig };
const text = (bytes: number) => `{"t":"x","a":"${"a".repeat(bytes - 16)}"}`;

it.each([
  [MAX_FRAME_BYTES, FRAME_LIMITS],
  [MAX_HELLO_BYTES, HELLO_LIMITS],
])("a frame of %i bytes is read, one byte more is not", (bytes, limits) => {
  expect(utf8Length(text(bytes), bytes)).toBe(bytes);
  expect(decodeClient(text(bytes), limits)).toMatchObject({ kind: "nack", code: "unknown" });
  expect(decodeClient(text(bytes + 1), limits)).toEqual(tooBig);
  expect(decodeClient(new Uint8Array(bytes), limits)).toMatchObject({ code: CLOSE.badMessage });
  expect(decodeClient(new Uint8Array(bytes + 1), limits)).toEqual(tooBig);
});

it("text frames are measured in UTF-8", () => {
  expect(["abc", "äß", "€", "\u{1f600}", "a\u{1f600}€ä"].map((sample) => utf8Length(sample, 100))).toEqual([3, 4, 3, 4, 10]);
});

describe.each(["binary", "text"] as const)("in %s", (as) => {
  it("a push holds 200 ops and not 201", () => {
    const ops = (count: number): Op[] => Array.from({ length: count }, () => ({ op: "del", ids: ["a"] }));
    expect(decodeClient(encode({ t: "push", n: 3, ops: ops(MAX_OPS_PER_PUSH) }, as))).toMatchObject({ ok: true });
    expect(decodeClient(encode({ t: "push", n: 3, ops: ops(MAX_OPS_PER_PUSH + 1) }, as))).toEqual({
      ok: false,
      kind: "nack",
      code: "too_large",
      n: 3,
    });
  });

  it("an op holds 64 KiB and not a byte more", () => {
    const [exact, larger] = [delOf(MAX_OP_BYTES), delOf(MAX_OP_BYTES + 1)];
    expect(decodeClient(encode({ t: "push", n: 3, ops: [exact] }, as))).toMatchObject({ ok: true });
    expect(decodeClient(encode({ t: "push", n: 3, ops: [larger] }, as))).toEqual({ ok: false, kind: "nack", code: "too_large", n: 3 });
  });

  it("a selection holds 100 ids and not 101", () => {
    const me = (count: number) => decodeClient(encode({ t: "me", selection: Array.from({ length: count }, () => "a") }, as));
    expect([me(MAX_PRESENCE_SELECTION).ok, me(MAX_PRESENCE_SELECTION + 1).ok]).toEqual([true, false]);
  });

  it("a hello proves 8 further identities and not 9", () => {
    const hello = { t: "hello" as const, v: 1, clientId: "client-01", proof: "p", since: 0 };
    const proving = (proofs: number) => decodeClient(encode({ ...hello, also: Array.from({ length: proofs }, () => "p".repeat(43)) }, as));
    expect([proving(MAX_OTHER_PROOFS).ok, proving(MAX_OTHER_PROOFS + 1).ok]).toEqual([true, false]);
  });

  it("what is said holds 120 code units and not 121", () => {
    const me = (length: number) => decodeClient(encode({ t: "me", say: "x".repeat(length) }, as));
    expect([me(MAX_SAID_LENGTH).ok, me(MAX_SAID_LENGTH + 1).ok]).toEqual([true, false]);
  });

  it("a draft holds 512 points' bytes and not one more", () => {
    const draft = (bytes: number) => decodeClient(encode({ t: "draft", off: 0, bytes: new Uint8Array(bytes) }, as));
    const most = MAX_DRAFT_POINTS * MAX_BYTES_PER_POINT;
    expect([draft(most).ok, draft(most + 1).ok]).toEqual([true, false]);
  });

  it("a text holds 20,000 characters and not 20,001", () => {
    const write = (length: number) => {
      const props = { text: "x".repeat(length), w: 1, h: 1, autoWidth: true, scale: 1, size: "m" };
      return decodeClient(encode({ t: "push", n: 1, ops: [{ op: "set", id: "a", props }] }, as));
    };
    expect([write(MAX_TEXT_LENGTH).ok, write(MAX_TEXT_LENGTH + 1).ok]).toEqual([true, false]);
  });
});

/** A del of exactly this many bytes: ids of 32 characters take 34 bytes each, two shorter ones fill up. */
function delOf(bytes: number): Op {
  const whole = Array.from({ length: Math.floor((bytes - 40) / 34) }, () => "x".repeat(32));
  for (let spare = 1; spare <= 62; spare += 1) {
    const ids = [...whole, "y".repeat(Math.min(31, spare)), ...(spare > 31 ? ["z".repeat(spare - 31)] : [])];
    if (opBytes({ op: "del", ids }) === bytes) return { op: "del", ids };
  }
  throw new Error("no del has this size");
}
