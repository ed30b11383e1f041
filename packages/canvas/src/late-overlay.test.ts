import { fixture } from "@inkroom/shapes/testing";
import type { LiveEntry } from "@inkroom/model";
import { expect, test } from "vitest";
import { CursorMotion } from "./cursor-motion.ts";
import { LateOverlay, type OverlaySource } from "./late-overlay.ts";
import type { CanvasPeer } from "./ports.ts";

const ANN = "client-one-aaaaa";
const shape = fixture("text", { id: "t", text: "abc" });
const entry: LiveEntry = { state: "live", shape, rev: { made: `${ANN}.1`, set: {} }, runs: [{ by: ANN, at: 0, len: 3 }] };
const bea = (caret: CanvasPeer["caret"]): CanvasPeer => ({ peer: 1, name: "Bea", color: "teal", selection: [], laser: false, caret });
const caretIn = (id: string) => ({ id, anchor: undefined, head: undefined });
const motion = new CursorMotion({ still: true });
const NOTHING: OverlaySource = {
  look: {
    tool: "select",
    camera: { x: 0, y: 0, zoom: 1 },
    selection: new Set(),
    preview: new Map(),
    readonly: false,
    isLocked: false,
    guides: [],
    busy: false,
  },
  peers: [],
  motion,
  marked: { frames: [], linked: [] },
  isLaserSeen: false,
  shapeOf: (id) => (id === "t" ? shape : undefined),
  entryOf: (id) => (id === "t" ? entry : undefined),
  measureLine: (line) => line.length * 10,
};

function lateOverlay() {
  const here = Promise.withResolvers<void>();
  let timesHere = 0;
  const overlay = new LateOverlay(() => {
    timesHere += 1;
    here.resolve();
  });
  const shows = (seen: Partial<OverlaySource>): boolean => overlay.picture({ ...NOTHING, ...seen }) !== undefined;
  const lasers = (own: { x: number; y: number } | undefined) => overlay.stepLasers(own && [own], [], motion, 0);
  return { here: here.promise, timesHere: () => timesHere, shows, lasers };
}

test.each<[string, Partial<OverlaySource>]>([
  ["what is selected", { look: { ...NOTHING.look, selection: new Set(["t"]) } }],
  ["what is pulled up to select", { look: { ...NOTHING.look, brush: { x: 0, y: 0, w: 9, h: 9 } } }],
  ["letters that a search has found", { look: { ...NOTHING.look, marked: { id: "t", from: 0, to: 2 } } }],
  ["somebody's caret", { peers: [bea(caretIn("t"))] }],
  ["what somebody has selected", { peers: [{ ...bea(undefined), selection: ["t"] }] }],
  ["a frame's name", { marked: { frames: [fixture("frame")], linked: [] } }],
  ["a badge", { marked: { frames: [], linked: [{ ...shape, link: "https://ink.example" }] } }],
])("%s is painted once the code is here, which the first of it asks for", async (_name, seen) => {
  const { here, timesHere, shows } = lateOverlay();
  expect([shows({}), shows(seen), shows(seen)]).toEqual([false, false, false]);
  await here;
  expect([timesHere(), shows(seen), shows({})]).toEqual([1, true, false]);
});

test("people of whom nothing is to be seen are no picture, nor is a caret in a text that is gone", async () => {
  const { here, shows } = lateOverlay();
  shows({ peers: [bea(undefined)] });
  await here;
  expect([shows({ peers: [bea(undefined)] }), shows({ peers: [bea(caretIn("gone"))] })]).toEqual([false, false]);
});

test("so are lasers, and what they leave is seen until it has faded", async () => {
  const { here, lasers } = lateOverlay();
  expect([lasers(undefined), lasers({ x: 1, y: 1 })]).toEqual([false, false]);
  await here;
  expect([lasers(undefined), lasers({ x: 1, y: 1 }), lasers(undefined)]).toEqual([false, true, true]);
});
