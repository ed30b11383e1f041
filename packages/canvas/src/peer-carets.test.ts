import { PLAIN_FACE } from "@inkroom/shapes";
import type { LiveEntry } from "@inkroom/model";
import type { TextShape } from "@inkroom/shapes";
import { expect, test } from "vitest";
import { peerCarets } from "./peer-carets.ts";
import type { CanvasPeer } from "./ports.ts";

const ANN = "client-one-aaaaa";
const place = { id: "t", index: "a1", parent: "page", x: 0, y: 0, rotation: 0, opacity: 1, locked: false, link: "" } as const;
const look = { w: 60, h: 25, autoWidth: true, scale: 1, align: "left", ...PLAIN_FACE, color: "ink", size: "m" } as const;
const shape: TextShape = { ...place, ...look, kind: "text", text: "abcdef" };
const entry: LiveEntry = { state: "live", shape, rev: { made: `${ANN}.1`, set: {} }, runs: [{ by: ANN, at: 10, len: 6 }] };
const entryOf = (id: string) => (id === "t" ? entry : undefined);
const measure = (line: string) => line.length * 10;
const unit = (at: number) => ({ by: ANN, at });
const peer = (caret: CanvasPeer["caret"]): CanvasPeer => ({ peer: 1, name: "Bea", color: "teal", selection: [], laser: false, caret });
const caretsOf = (caret: CanvasPeer["caret"]) => peerCarets([peer(caret)], entryOf, measure);

test("a caret stands behind its letter, with the person's name and colour", () => {
  const [caret] = caretsOf({ id: "t", anchor: unit(12), head: unit(12) });
  expect(caret).toMatchObject({ name: "Bea", color: "teal", caret: { x: 30, y: 0 }, selected: [] });
});

test("what is selected is covered, in whichever direction it was selected", () => {
  for (const [anchor, head] of [
    [unit(10), unit(13)],
    [unit(13), unit(10)],
  ] as const) {
    const [caret] = caretsOf({ id: "t", anchor, head });
    expect(caret?.selected).toMatchObject([{ x: 10, w: 30 }]);
  }
  expect(caretsOf({ id: "t", head: unit(10) })[0]).toMatchObject({ caret: { x: 10 }, selected: [{ x: 0, w: 10 }] });
});

test("a caret that is ahead of its letters, in no text, or in one that is gone, is not shown", () => {
  expect(caretsOf({ id: "t", anchor: unit(99), head: unit(99) })).toEqual([]);
  expect(caretsOf({ id: "gone" })).toEqual([]);
  expect(caretsOf(undefined)).toEqual([]);
});
