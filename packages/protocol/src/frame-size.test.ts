// The bytes on the wire that docs/protocol.md and the project's goals speak of.
import type { DrawShape } from "@inkroom/shapes";
import { encodePoints, scanPoints } from "@inkroom/shapes";
import { expect, it } from "vitest";
import { encode } from "./codec.ts";

const size = (frame: string | Uint8Array) => frame.length;
const format = { quantum: 0.5, pressure: false };
/** A pen at 60 Hz: steps of a few units, no straight line. */
const ink = Array.from({ length: 120 }, (_, i) => ({ x: i * 2.5 + Math.sin(i / 3) * 9, y: Math.cos(i / 7) * 60 - 60 }));

it("a cursor is five bytes from its owner, and six in a frame from the room", () => {
  expect(size(encode({ t: "cursor", at: [8_191, -8_191] }, "binary"))).toBe(5);
  expect(size(encode({ t: "cursors", list: [[127, 8_191, -8_191]] }, "binary"))).toBe(6);
  expect(
    size(encode({ t: "cursors", list: Array.from({ length: 20 }, (_, i) => [i + 1, -8_191, 0] as const) }, "binary")),
  ).toBeLessThanOrEqual(1 + 20 * 5);
});

it("a stroke of 120 points takes less than 450 bytes in one frame of ops", () => {
  const style = { color: "ink", size: "m", pressure: false, quantum: 0.5, scaleX: 1, scaleY: 1 } as const;
  const place = { parent: "page", index: "a0V", x: 1234.5678, y: -987.654, rotation: 0, opacity: 1, locked: false, link: "" };
  const head = encodePoints(ink.slice(0, 60), format);
  const shape: DrawShape = {
    id: "V1StGXR8_Z5jdHi6",
    kind: "draw",
    nib: "pen",
    fill: "none",
    fillColor: "same",
    ...place,
    ...style,
    points: head,
    count: 60,
    done: false,
  };
  const rest = encodePoints(ink.slice(60), { ...format, from: scanPoints(head, false)?.last });
  const txn = { seq: 1_000, client: "client-one-aaaaa", n: 40, ts: 1_790_000_000_000 };
  const ops = [
    { op: "add", shape },
    { op: "pts", id: shape.id, off: 60, count: 60, bytes: rest, done: true },
  ] as const;
  expect(size(encode({ t: "ops", list: [{ ...txn, ops }] }, "binary"))).toBeLessThan(450);
});
