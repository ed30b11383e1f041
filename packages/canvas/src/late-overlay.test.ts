import { fixture } from "@inkroom/shapes/testing";
import type { LiveEntry } from "@inkroom/model";
import { expect, test } from "vitest";
import { CursorMotion } from "./cursor-motion.ts";
import { LateOverlay } from "./late-overlay.ts";
import type { CanvasPeer } from "./ports.ts";
import { THEMES } from "./theme.ts";

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
  return { overlay, here: here.promise, timesHere: () => timesHere, carets, lasers };
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

test("so are handles on lines and beside notes, and guides; nothing of it asks for no code", async () => {
  const { overlay, here, timesHere } = lateOverlay();
  const drawn: string[] = [];
  /** Notes which functions are called, and takes every style. */
  const context = new Proxy({}, { get: (_, name) => () => void drawn.push(String(name)), set: () => true }) as CanvasRenderingContext2D;
  const screen = { camera: { x: 0, y: 0, zoom: 1 }, viewport: { w: 100, h: 100 }, pixelRatio: 1 };
  const paint = { context, screen, theme: THEMES.light };
  const at = { x: 10, y: 10 };
  const none = { points: [], plusHandles: [], guides: [] };
  overlay.paintHandles(paint, none);
  overlay.paintHandles(paint, { ...none, plusHandles: [at] });
  await here;
  expect([timesHere(), drawn]).toEqual([1, []]);
  const painted = (handles: Partial<typeof none | object>): readonly string[] => {
    drawn.length = 0;
    overlay.paintHandles(paint, { ...none, ...handles });
    return drawn.filter((name) => ["arc", "roundRect", "lineTo"].includes(name));
  };
  expect(painted({})).toEqual([]);
  expect(painted({ points: [{ role: "point", index: 0, at, isChosen: false }] })).toEqual(["arc"]);
  expect(painted({ points: [{ role: "segment", index: 0, at, axis: "x", isPinned: true, isChosen: false }] })).toEqual(["roundRect"]);
  expect(painted({ plusHandles: [at] })).toEqual(["arc", "lineTo", "lineTo"]);
  expect(painted({ guides: [{ kind: "line", from: at, to: { x: 10, y: 50 } }] })).toEqual(["lineTo"]);
});
