import { fixture } from "@inkroom/shapes/testing";
import type { LiveEntry } from "@inkroom/model";
import { expect, test } from "vitest";
import { LateCarets } from "./late-carets.ts";
import type { CanvasPeer } from "./ports.ts";

const ANN = "client-one-aaaaa";
const shape = fixture("text", { id: "t", text: "abc" });
const entry: LiveEntry = { state: "live", shape, rev: { made: `${ANN}.1`, set: {} }, runs: [{ by: ANN, at: 0, len: 3 }] };
const peer = (caret: CanvasPeer["caret"]): CanvasPeer => ({ peer: 1, name: "Bea", color: "teal", selection: [], laser: false, caret });
const painting = (carets: LateCarets, caret: CanvasPeer["caret"], id = "t") =>
  carets.painting(
    [peer(caret)],
    (wanted) => (wanted === id ? entry : undefined),
    (line) => line.length * 10,
  );

test("carets are painted once their code is here, which the first one asks for", async () => {
  const here = Promise.withResolvers<void>();
  let asked = 0;
  const carets = new LateCarets(() => {
    asked += 1;
    here.resolve();
  });
  expect(painting(carets, undefined)).toBeUndefined();
  const caret = { id: "t", anchor: undefined, head: undefined };
  expect([painting(carets, caret), painting(carets, caret)]).toEqual([undefined, undefined]);
  await here.promise;
  expect(asked).toBe(1);
  expect(painting(carets, caret)).toBeTypeOf("function");
  expect(painting(carets, caret, "gone")).toBeUndefined();
});
