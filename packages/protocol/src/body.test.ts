import type { Entry, Op } from "@inkroom/model";
import { type ArrowShape, COLOR_NAMES, encodePoints, type Shape, shapeSchema } from "@inkroom/shapes";
import { fixture, NO_LINE_LABEL, PLAIN_RECT } from "@inkroom/shapes/testing";
import type * as v from "valibot";
import { describe, expect, it } from "vitest";
import { BodyError, decodeEntries, decodeEntry, decodeOps, encodeEntry, encodeOps, joinEntries } from "./body.ts";
import { writeBodyValue } from "./body-writer.ts";
import { packShape, unpackShape } from "./pack-shape.ts";
import { KIND_FIELDS, numberOfProp, packValue, unpackValue } from "./wire-props.ts";

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const bytesOf = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

const points = encodePoints(
  [
    { x: 0, y: 0 },
    { x: 3, y: -4 },
  ],
  { quantum: 0.5, pressure: false },
);
const place = { parent: "page", index: "a0", x: 10, y: -2.5, rotation: 0, opacity: 1, locked: false, link: "" };
const stroke = {
  id: "s1",
  kind: "draw",
  nib: "pen",
  fill: "none",
  fillColor: "same",
  ...place,
  color: "red",
  size: "l",
  pressure: false,
  quantum: 0.5,
  scaleX: 1,
  scaleY: 1,
  points,
  count: 2,
  done: false,
} as const;
const rect = {
  id: "r1",
  kind: "rect",
  ...PLAIN_RECT,
  ...place,
  w: 20,
  h: 30,
  color: "blue",
  fill: "semi",
  dash: "dotted",
  size: "s",
} as const;
const ops: readonly Op[] = [
  { op: "add", shape: stroke },
  { op: "pts", id: "s1", off: 2, count: 1, bytes: Uint8Array.of(2, 4), done: true },
  { op: "set", id: "r1", props: { color: "pink", x: 1, y: 2, rotation: 0.5 }, if: { color: "client-one-aaaaa.3" } },
  { op: "mv", id: "r1", parent: "page", index: "a1", if: "client-one-aaaaa.4" },
  { op: "del", ids: ["s1"], mine: true },
  { op: "restore", shape: rect },
];
const live: Entry = { state: "live", shape: rect, rev: { made: "client-one-aaaaa.1", set: { color: "client-two-bbbbb.2" } } };
const dead: Entry = { state: "dead", id: "s1", tag: "client-two-bbbbb.9" };

/** Written by version 1. A change of these lines is a change of what is on people's disks: raise BODY_VERSION instead. */
const GOLDEN = {
  ops: [
    "01969200dc001100a2733100a261300acbc00400000000000000010202c2ff0101c40400000c0f02c2", // add
    "9604a273310201c4020204c3", // pts
    "9401a272319806090001010202cb3fe00000000000009206b2636c69656e742d6f6e652d61616161612e33", // set
    "9505a2723100a26131b2636c69656e742d6f6e652d61616161612e34", // mv
    "930291a27331c3", // del
    "92039e01a2723100a261300acbc0040000000000000001141e07010200", // restore
  ].join(""),
  live: "0194009e01a2723100a261300acbc0040000000000000001141e07010200b2636c69656e742d6f6e652d61616161612e319206b2636c69656e742d74776f2d62626262622e32",
  dead: "019301a27331b2636c69656e742d74776f2d62626262622e39",
};

describe("many entries in one body", () => {
  it("come out as they went in, and one alone is read by the same", () => {
    expect(decodeEntries(joinEntries([live, dead].map(encodeEntry)))).toEqual([live, dead]);
    expect(decodeEntries(joinEntries([]))).toEqual([]);
    expect(decodeEntries(encodeEntry(dead))).toEqual([dead]);
  });

  it("are refused where they are damaged, or something else", () => {
    const joined = joinEntries([encodeEntry(live)]);
    for (const bytes of [joined.subarray(0, 20), Uint8Array.of(0x81, 0x05), Uint8Array.of(0x81, 0x91, 0x05), Uint8Array.of(0x82)])
      expect(() => decodeEntries(bytes)).toThrow(BodyError);
  });

  it("share what they have in common: a buffer for their points, the tags of who made them", () => {
    const bytes = Uint8Array.from({ length: 180 }, (_, i) => i % 100);
    const made = (n: number, id: string): Entry => ({
      state: "live",
      shape: { ...stroke, id, points: bytes, count: 90 },
      rev: { made: `client-one-aaaaa.${n}`, set: {} },
    });
    const joined = joinEntries([made(1, "a"), made(1, "b"), made(2, "c")].map(encodeEntry));
    const entries = decodeEntries(joined) as readonly (Entry & { state: "live" })[];
    expect(entries).toEqual([made(1, "a"), made(1, "b"), made(2, "c")]);
    const [a, b, c] = entries.map(({ rev }) => rev);
    expect([a === b, b === c]).toEqual([true, false]);
    const buffers = new Set(entries.map(({ shape }) => (shape.kind === "draw" ? shape.points.buffer : undefined)));
    expect([buffers.size, buffers.has(joined.buffer as ArrayBuffer)]).toEqual([1, false]);
  });

  it("are no entry of their own to who reads one by one", () => {
    expect(() => decodeEntry(joinEntries([encodeEntry(live)]))).toThrow(BodyError);
  });
});

describe("version 1 of a body", () => {
  it("is written byte for byte as it was", () => {
    expect({ ops: hex(encodeOps(ops)), live: hex(encodeEntry(live)), dead: hex(encodeEntry(dead)) }).toEqual(GOLDEN);
  });
  it("is read as it was meant", () => {
    expect(decodeOps(bytesOf(GOLDEN.ops))).toEqual(ops);
    expect([decodeEntry(bytesOf(GOLDEN.live)), decodeEntry(bytesOf(GOLDEN.dead))]).toEqual([live, dead]);
  });
});

it("a stroke of the pen is written as before there was another nib, and a highlighter's says what it is", () => {
  const entryOf = (shape: Shape): Entry => ({ state: "live", shape, rev: { made: "client-one-aaaaa.1", set: {} } });
  const marker = { ...stroke, nib: "highlighter" } as const;
  expect(decodeEntry(encodeEntry(entryOf(marker)))).toEqual(entryOf(marker));
  expect(encodeEntry(entryOf(marker)).length).toBe(encodeEntry(entryOf(stroke)).length + 1);
});

it("a stroke that is not filled is written as before there was a fill, and a filled one says so", () => {
  const entryOf = (shape: Shape): Entry => ({ state: "live", shape, rev: { made: "client-one-aaaaa.1", set: {} } });
  const pen = fixture("draw");
  expect(packShape(pen)).toHaveLength(packShape({ ...pen, locked: true }).length - 2);
  const filled = { ...pen, fill: "hachure", fillColor: "teal" } as const;
  expect(decodeEntry(encodeEntry(entryOf(filled)))).toEqual(entryOf(filled));
});

it("a rectangle of rounded corners is written as before there were others, and a sharp one says so", () => {
  const entryOf = (shape: Shape): Entry => ({ state: "live", shape, rev: { made: "client-one-aaaaa.1", set: {} } });
  const sharp = { ...rect, corners: "sharp" } as const;
  expect(decodeEntry(encodeEntry(entryOf(sharp)))).toEqual(entryOf(sharp));
  expect(encodeEntry(entryOf(sharp)).length).toBe(encodeEntry(entryOf(rect)).length + 1);
});

it("a shape with a label says so, and one without is written as before there were labels", () => {
  const entryOf = (shape: Shape): Entry => ({ state: "live", shape, rev: { made: "client-one-aaaaa.1", set: {} } });
  const labelled = { ...rect, text: "hi", textW: 9, textH: 25 };
  expect(decodeEntry(encodeEntry(entryOf(labelled)))).toEqual(entryOf(labelled));
  // "rounded", not locked, "hi", two numbers, and a longer head of the longer list.
  expect(encodeEntry(entryOf(labelled)).length).toBe(encodeEntry(entryOf(rect)).length + 9);
});

describe("an arrow, which was given bindings later", () => {
  const fields = { startHead: "none", endHead: "arrow", color: "ink", dash: "solid", size: "m" } as const;
  const free: ArrowShape = {
    id: "w1",
    kind: "arrow",
    ...place,
    vertices: [0, 0, 3, 4],
    ...fields,
    start: null,
    end: null,
    route: "sharp",
    pins: null,
    ...NO_LINE_LABEL,
  };
  const entryOf = (shape: ArrowShape): Entry => ({ state: "live", shape, rev: { made: "client-one-aaaaa.1", set: {} } });
  /** Written by the code before bindings. */
  const EARLIER = "0194009e04a2773100a261300acbc004000000000000000194000003040001000001b2636c69656e742d6f6e652d61616161612e3190";

  it("is read from an earlier body as free, and written as then while it is", () => {
    expect(decodeEntry(bytesOf(EARLIER))).toEqual(entryOf(free));
    expect(hex(encodeEntry(entryOf(free)))).toBe(EARLIER);
  });
  it.each([
    { ...free, start: { id: "r1", x: 0.5, y: 1 } },
    { ...free, end: { id: "r1", x: 0, y: 0 } },
    { ...free, labelPosition: 0.25 },
    { ...free, route: "elbow" as const, pins: { axis: "y" as const, at: [4, -2.5, 8], fixed: [true, false, true] } },
  ])("keeps its bindings, its pins, and the place of its words", (shape) => {
    expect(decodeEntry(encodeEntry(entryOf(shape)))).toEqual(entryOf(shape));
  });
});

it("a body of another version, a damaged and an empty one are unreadable", () => {
  const good = encodeOps(ops);
  for (const bytes of [
    Uint8Array.of(2, ...good.subarray(1)),
    good.subarray(0, good.length - 3),
    new Uint8Array(),
    Uint8Array.of(1, 0x92, 9, 9),
    Uint8Array.of(1, 0),
  ]) {
    expect(() => decodeOps(bytes)).toThrow(BodyError);
    expect(() => decodeEntry(bytes)).toThrow(BodyError);
  }
});

describe("the wire table", () => {
  it("has every field of every kind, and nothing else", () => {
    const fields = shapeSchema.options.map((option) => [
      option.entries.kind.literal,
      Object.keys(option.entries)
        .filter((name) => name !== "kind")
        .sort(),
    ]);
    expect(new Map(KIND_FIELDS.map(([kind, names]) => [kind, [...names].sort()]))).toEqual(new Map(fields as [string, string[]][]));
  });
  it("has every colour, those of the palette as one byte and others as five", () => {
    for (const color of [...COLOR_NAMES, "#000000", "#0000ff", "#ffffff", "#12ab9f"]) {
      for (const prop of ["color", "fillColor"]) {
        const packed = packValue(prop, color);
        expect(unpackValue(prop, packed)).toBe(color);
        expect(writeBodyValue(1, packed).length).toBe(color.startsWith("#") ? 1 + 5 : 1 + 1);
      }
    }
    expect(unpackValue("fillColor", packValue("fillColor", "same"))).toBe("same");
  });
  it("leaves the colour of an inside out where it is that of the outline, as in shapes from before there was another", () => {
    for (const kind of ["rect", "ellipse", "geo", "line", "draw"] as const) {
      const [plain, other] = [fixture(kind), fixture(kind, { fillColor: "#12ab9f" })].map(packShape);
      expect(plain).not.toContain(0x112ab9f);
      expect(other).toContain(0x112ab9f);
      expect(unpackShape(plain)).toEqual(fixture(kind));
      expect(unpackShape(other)).toEqual(fixture(kind, { fillColor: "#12ab9f" }));
    }
  });
  it("has every value of every enum", () => {
    for (const option of shapeSchema.options) {
      for (const [prop, schema] of Object.entries(option.entries)) {
        if (prop === "id" || prop === "kind") continue;
        expect(numberOfProp(prop)).toBeGreaterThanOrEqual(0);
        for (const value of schema.type === "picklist" ? (schema as v.PicklistSchema<readonly string[], undefined>).options : []) {
          const packed = packValue(prop, value);
          expect([typeof packed, unpackValue(prop, packed)]).toEqual(["number", value]);
        }
      }
    }
  });
});
