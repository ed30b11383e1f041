import { type CursorsMessage, encode, type Encoding } from "@inkroom/protocol";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CursorFrames } from "./cursor-frames.ts";
import type { Member } from "./session.ts";

const at = fc.integer({ min: -1_000_000, max: 1_000_000 });
const item = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.option(fc.tuple(at, at)));
const list = fc
  .uniqueArray(item, { selector: ([peer]) => peer, minLength: 1, maxLength: 20 })
  .map((items) => items.map(([peer, point]) => (point === null ? [peer] : [peer, ...point])) as CursorsMessage["list"]);

// reason: CursorFrames reads these two fields.
const reader = (peer: number, encoding: Encoding) => ({ peer, encoding }) as Member;

test("every reader gets the bytes that encoding the others' cursors would give", () => {
  fc.assert(
    fc.property(list, fc.constantFrom<Encoding>("binary", "text"), fc.integer({ min: 1, max: 300 }), (cursors, encoding, stranger) => {
      const frames = new CursorFrames(cursors);
      for (const peer of [stranger, ...cursors.map(([mover]) => mover)]) {
        const others = cursors.filter(([mover]) => mover !== peer);
        expect(frames.for(reader(peer, encoding))).toEqual(
          others.length === 0 ? undefined : encode({ t: "cursors", list: others }, encoding),
        );
      }
    }),
  );
});

test("those who did not move share one frame", () => {
  const frames = new CursorFrames([[1, 5, 5], [2]]);
  expect(frames.for(reader(3, "binary"))).toBe(frames.for(reader(4, "binary")));
});
