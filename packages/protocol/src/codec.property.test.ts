import { anyEntry, anyOp } from "@inkroom/model/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeEntry, decodeOps, encodeEntry, encodeOps } from "./body.ts";
import { decodeClient, decodeServer, encode, type Encoding, encodingOf } from "./codec.ts";
import { packOpsFrame, packSnapFrame } from "./message-frame.ts";
import { anyClientMessage, anyServerMessage } from "./testing/arbitrary-messages.ts";

const encodings: readonly Encoding[] = ["binary", "text"];

it("any message of a client survives binary and text equally", () => {
  fc.assert(
    fc.property(anyClientMessage, (message) => {
      for (const as of encodings) {
        const frame = encode(message, as);
        expect(encodingOf(frame)).toBe(as);
        expect(decodeClient(frame)).toEqual({ ok: true, message });
      }
    }),
    { numRuns: 600 },
  );
});

it("any message of a room survives binary and text equally", () => {
  fc.assert(
    fc.property(anyServerMessage, (message) => {
      for (const as of encodings) expect(decodeServer(encode(message, as))).toEqual({ ok: true, message });
    }),
    { numRuns: 600 },
  );
});

it("a decoded message shares no memory with its frame", () => {
  fc.assert(
    fc.property(anyClientMessage, (message) => {
      const frame = encode(message, "binary") as Uint8Array;
      const decoded = decodeClient(frame);
      frame.fill(0xff);
      expect(decoded).toEqual({ ok: true, message });
    }),
    { numRuns: 100 },
  );
});

it("ops and entries survive their bodies, and frames from bodies are the frames of the messages", () => {
  fc.assert(
    fc.property(fc.array(anyOp, { minLength: 1, maxLength: 4 }), fc.array(anyEntry, { maxLength: 4 }), (ops, entries) => {
      expect(decodeOps(encodeOps(ops))).toEqual(ops);
      expect(entries.map((entry) => decodeEntry(encodeEntry(entry)))).toEqual(entries);
      const txns = [7, 8].map((seq) => ({ seq, client: "client-one-aaaaa", n: seq - 5, ts: 1_700_000_000_000 + seq, ops }));
      expect(packOpsFrame(txns.map((txn) => ({ ...txn, body: encodeOps(txn.ops) })))).toEqual(encode({ t: "ops", list: txns }, "binary"));
      const head = { upto: 9, part: 1, parts: 2 };
      expect(packSnapFrame(head, entries.map(encodeEntry))).toEqual(encode({ t: "snap", ...head, entries }, "binary"));
    }),
    { numRuns: 200 },
  );
});
