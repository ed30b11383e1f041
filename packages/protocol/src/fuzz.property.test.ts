// Whatever bytes come in, there is an answer and no exception. Counts of cases, not of time.
import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeClient, decodeServer, encode } from "./codec.ts";
import { anyClientMessage, anyServerMessage } from "./testing/arbitrary-messages.ts";

const CASES = 5_000;

function answers(frame: string | Uint8Array): void {
  const result = decodeClient(frame);
  if (!result.ok) {
    const isNack = result.kind === "nack" && Number.isSafeInteger(result.n) && result.n >= 0;
    expect(isNack || result.kind === "close").toBe(true);
  }
  expect(typeof decodeServer(frame).ok).toBe("boolean");
}

it("random bytes after any frame kind are answered", () => {
  const frame = fc.tuple(fc.nat(4), fc.uint8Array({ maxLength: 60 })).map(([kind, bytes]) => Uint8Array.of(kind, ...bytes));
  fc.assert(fc.property(frame, answers), { numRuns: CASES });
});

it("random text and random JSON are answered", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), answers), { numRuns: CASES });
});

const message = fc.oneof(anyClientMessage, anyServerMessage);
const bite = fc.tuple(fc.nat(), fc.constantFrom("flip", "cut", "insert", "drop"), fc.nat(255));

it("mutated binary frames are answered", () => {
  fc.assert(
    fc.property(message, fc.array(bite, { minLength: 1, maxLength: 4 }), (original, bites) => {
      let bytes = [...(encode(original, "binary") as Uint8Array)];
      for (const [where, how, value] of bites) {
        const at = bytes.length === 0 ? 0 : where % bytes.length;
        if (how === "flip") bytes[at] = value;
        else if (how === "cut") bytes = bytes.slice(0, at);
        else bytes.splice(at, how === "drop" ? 1 : 0, ...(how === "drop" ? [] : [value]));
      }
      answers(Uint8Array.from(bytes));
    }),
    { numRuns: CASES },
  );
});

const odd = fc.oneof(
  fc.constantFrom(
    "1e999",
    "-0",
    "null",
    "true",
    "[]",
    "{}",
    '""',
    "1.5",
    "-1",
    "9007199254740993",
    '{"__proto__":{"x":1}}',
    '"\\ud800"',
    "[[[[[[[[[1]]]]]]]]]",
  ),
  fc.json({ maxDepth: 2 }),
);

it("JSON frames with any one value replaced are answered", () => {
  fc.assert(
    fc.property(message, fc.nat(), odd, (original, where, value) => {
      const text = encode(original, "text") as string;
      const values = [...text.matchAll(/(?<=[:[,])("(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*|true|false|null)/g)];
      const found = values.length === 0 ? undefined : values[where % values.length];
      answers(found === undefined ? value : text.slice(0, found.index) + value + text.slice(found.index + found[0].length));
    }),
    { numRuns: CASES },
  );
});
