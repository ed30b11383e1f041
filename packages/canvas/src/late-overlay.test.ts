import { fixture } from "@inkroom/shapes/testing";
import type { LiveEntry } from "@inkroom/model";
import { expect, test } from "vitest";
import { CursorMotion } from "./cursor-motion.ts";
import { LateOverlay } from "./late-overlay.ts";
import type { CanvasPeer } from "./ports.ts";

const ANN = "client-one-aaaaa";
const shape = fixture("text", { id: "t", text: "abc" });
const entry: LiveEntry = { state: "live", shape, rev: { made: `${ANN}.1`, set: {} }, runs: [{ by: ANN, at: 0, len: 3 }] };
const bea = (caret: CanvasPeer["caret"]): CanvasPeer => ({ peer: 1, name: "Bea", color: "teal", selection: [], laser: false, caret });
const caretIn = (id: string) => ({ id, anchor: undefined, head: undefined });

function lateOverlay() {
  const here = Promise.withResolvers<void>();
  let timesHere = 0;
  const overlay = new LateOverlay(() => {
    timesHere += 1;
    here.resolve();
  });
  const carets = (caret: CanvasPeer["caret"]) =>
    overlay.carets(
      [bea(caret)],
      (id) => (id === "t" ? entry : undefined),
      (line) => line.length * 10,
    );
  const lasers = (own: { x: number; y: number } | undefined) => overlay.stepLasers(own && [own], [], new CursorMotion({ still: true }), 0);
  return { here: here.promise, timesHere: () => timesHere, carets, lasers };
}

test("carets are painted once their code is here, which the first one asks for", async () => {
  const { here, timesHere, carets } = lateOverlay();
  expect([carets(undefined), carets(caretIn("t")), carets(caretIn("t"))]).toEqual([undefined, undefined, undefined]);
  await here;
  expect(timesHere()).toBe(1);
  expect(carets(caretIn("t"))).toBeTypeOf("function");
  expect(carets(caretIn("gone"))).toBeUndefined();
});

test("so are lasers, and what they leave is seen until it has faded", async () => {
  const { here, lasers } = lateOverlay();
  expect([lasers(undefined), lasers({ x: 1, y: 1 })]).toEqual([false, false]);
  await here;
  expect([lasers(undefined), lasers({ x: 1, y: 1 }), lasers(undefined)]).toEqual([false, true, true]);
});
