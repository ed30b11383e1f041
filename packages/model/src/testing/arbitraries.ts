// Random valid shapes, ops and entries for property tests here and in the packages above. Test code only.
import {
  type DrawShape,
  encodePoints,
  FORM_NAMES,
  HEAD_NAMES,
  ROUTE_NAMES,
  MAX_COORDINATE,
  PAPER_ID,
  PATTERN_NAMES,
  type Shape,
  type ShapeId,
} from "@inkroom/shapes";
import fc from "fast-check";
import type { Entry } from "../entry.ts";
import type { Op } from "../ops/op.ts";
import { type ClientId, tagOf } from "../tag.ts";
import { CLOCKS_PER_TXN, isDisjoint, type TextRun } from "../text/text-body.ts";
import type { TextEdit } from "../text/text-edit.ts";

/** Few ids, so that random ops meet each other. */
export const SHAPE_IDS: readonly ShapeId[] = ["a", "b", "c", "d", "e_5", "F-6"];
export const CLIENT_IDS: readonly ClientId[] = ["client-one-aaaaa", "client-two-bbbbb", "client-three-ccc"];

export const arbitraryId = fc.constantFrom(...SHAPE_IDS);
export const arbitraryTag = fc
  .tuple(fc.constantFrom(...CLIENT_IDS), fc.integer({ min: 1, max: 40 }))
  .map(([client, n]) => tagOf(client, n));
const coordinate = fc.oneof(
  fc.integer({ min: -2_000, max: 2_000 }),
  fc.double({ min: -MAX_COORDINATE, max: MAX_COORDINATE, noNaN: true }).map((x) => x + 0),
);
const extent = fc.oneof(
  fc.nat(500),
  fc.double({ min: 0, max: 100_000, noNaN: true }).map((x) => x + 0),
);
const factor = fc.double({ min: 0.0625, max: 100, noNaN: true });
const index = fc.constantFrom("a0", "a1", "a1V", "Zz", "b00");
const parent = fc.oneof({ weight: 4, arbitrary: fc.constant("page") }, { weight: 1, arbitrary: arbitraryId });
const text = fc.string({ unit: "grapheme", maxLength: 30 }).map((value) => value.toWellFormed());

const hex = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, "0")}` as const);
const color = fc.oneof(fc.constantFrom("ink" as const, "red" as const, "teal" as const, "pink" as const), hex);
const style = {
  color,
  dash: fc.constantFrom("solid", "dashed", "dotted"),
  fill: fc.constantFrom("none", "semi", "solid", "hachure", "cross-hatch", "dots"),
  fillColor: fc.oneof(fc.constant("same" as const), color),
  size: fc.constantFrom("s", "m", "l", "xl"),
  roughness: fc.constantFrom("none", "little", "much"),
} as const;
const { fill: _fill, fillColor: _fillColor, ...lineStyle } = style;
const corners = fc.constantFrom("rounded", "sharp");
const face = { font: fc.constantFrom("sans", "hand", "serif", "mono"), bold: fc.boolean(), italic: fc.boolean() } as const;
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0);
const align = fc.constantFrom("left", "center", "right");
const lineLabel = { text, textW: extent, textH: extent, ...face };
const label = { ...lineLabel, align };
const labelPosition = fc.oneof(fc.constantFrom(0, 0.5, 1), share);
const position = { x: coordinate, y: coordinate, rotation: fc.double({ min: -7, max: 7, noNaN: true }).map((x) => x + 0) };
const vertices = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 6 }).map((points) => points.flat());
const box = { w: extent, h: extent };
const noteBox = { ...box, scale: fc.double({ min: 0.0625, max: 1, noNaN: true }) };
const textGroup = { text, ...box, autoWidth: fc.boolean(), scale: factor, size: style.size };
const heads = { startHead: fc.constantFrom(...HEAD_NAMES), endHead: fc.constantFrom(...HEAD_NAMES) } as const;
/** Few places, so that pins of two arrows may be the same ones. */
const pins = fc.option(
  fc.record({ axis: fc.constantFrom("x" as const, "y" as const), at: fc.array(coordinate, { minLength: 1, maxLength: 4 }) }).map((run) => {
    const fixed = run.at.map((_, i) => i === 0 || i === run.at.length - 1);
    return { ...run, fixed };
  }),
  { nil: null },
);
const end = fc.option(fc.record({ id: arbitraryId, x: share, y: share }), { nil: null });
const ends = { start: end, end } as const;
const link = fc.constantFrom("", "https://ink.example/a?b=c#d", "mailto:ann@ink.example", "#shape=a,b");
const base = {
  parent,
  index,
  ...position,
  opacity: fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0),
  locked: fc.boolean(),
  link,
};

const pictureBox = { ...box, cropX: share, cropY: share, cropW: share, cropH: share };
const picture = {
  blob: fc.constantFrom("0".repeat(64), "f".repeat(64)),
  mime: fc.constantFrom("image/png", "image/webp", "image/avif"),
  pixelW: fc.integer({ min: 1, max: 65_536 }),
  pixelH: fc.integer({ min: 1, max: 65_536 }),
  flipX: fc.boolean(),
  flipY: fc.boolean(),
  altText: text,
} as const;

/** Packed points of `count` random points. */
export function arbitraryPoints(
  pressure: boolean,
  maxLength: number,
): fc.Arbitrary<{ readonly bytes: Uint8Array; readonly count: number }> {
  const step = fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }), p: fc.nat(255) });
  return fc.array(step, { maxLength }).map((points) => ({ bytes: encodePoints(points, { quantum: 1, pressure }), count: points.length }));
}

const stroke = fc
  .boolean()
  .chain((pressure) =>
    fc.record({
      ...base,
      kind: fc.constant("draw" as const),
      nib: fc.constantFrom("pen" as const, "highlighter" as const),
      color: style.color,
      size: style.size,
      fill: style.fill,
      fillColor: style.fillColor,
      pressure: fc.constant(pressure),
      quantum: fc.constantFrom(0.25, 0.5, 1, 2),
      scaleX: factor,
      scaleY: factor,
      packed: arbitraryPoints(pressure, 12),
      done: fc.boolean(),
    }),
  )
  .map(({ packed, ...rest }) => ({ ...rest, points: packed.bytes, count: packed.count }));

/** A valid shape with this id; a paper has its own. */
export function arbitraryShape(id: ShapeId): fc.Arbitrary<Shape> {
  const others = fc.oneof(
    fc.record({ ...base, kind: fc.constant("group" as const) }),
    fc.record({ ...base, kind: fc.constant("image" as const), ...pictureBox, ...picture }),
    fc.record({ ...base, kind: fc.constant("paper" as const), pattern: fc.constantFrom(...PATTERN_NAMES) }),
    fc.record({ ...base, kind: fc.constant("frame" as const), ...box, name: text }),
    fc.record({ ...base, kind: fc.constant("card" as const), ...box, color: style.color, ...lineLabel }),
    fc.record({ ...base, kind: fc.constant("ellipse" as const), ...box, ...style, ...label }),
    fc.record({ ...base, kind: fc.constant("rect" as const), ...box, ...style, corners, ...label }),
    fc.record({ ...base, kind: fc.constant("geo" as const), form: fc.constantFrom(...FORM_NAMES), ...box, ...style, corners, ...label }),
    fc.record({ ...base, kind: fc.constant("note" as const), ...noteBox, color: style.color, size: style.size, author: text, ...label }),
    fc.record({
      ...base,
      kind: fc.constant("line" as const),
      vertices,
      ...lineStyle,
      fill: style.fill,
      fillColor: style.fillColor,
      ...lineLabel,
      labelPosition,
      route: fc.constantFrom("sharp" as const, "curved" as const),
    }),
    fc.record({
      ...base,
      kind: fc.constant("arrow" as const),
      vertices,
      ...heads,
      ...ends,
      ...lineStyle,
      ...lineLabel,
      labelPosition,
      route: fc.constantFrom(...ROUTE_NAMES),
      pins,
    }),
    fc.record({
      ...base,
      kind: fc.constant("text" as const),
      ...textGroup,
      align,
      ...face,
      color: style.color,
    }),
  );
  return fc.oneof(others, stroke).map((rest): Shape => {
    const shape = { ...rest, id: rest.kind === "paper" ? PAPER_ID : id, parent: rest.parent === id ? "page" : rest.parent };
    // reason: each record above has exactly the fields of its kind.
    return shape as Shape;
  });
}

export const anyShape = arbitraryId.chain(arbitraryShape);

/** Whole groups of properties that some kind may `set`. */
export const anyProps: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.oneof(
  fc.record(position),
  fc.record({ ...position, ...box }),
  fc.record({ color: style.color }),
  fc.record({ color: style.color, dash: style.dash }),
  fc.record({ fillColor: style.fillColor }),
  fc.record({ opacity: base.opacity }),
  fc.record({ locked: base.locked }),
  fc.record({ link }),
  fc.record(pictureBox),
  fc.record({ ...position, ...pictureBox, flipX: fc.boolean() }),
  fc.record({ altText: text }),
  fc.record({ vertices }),
  fc.record({ scaleX: factor, scaleY: factor }),
  fc.record(textGroup),
  fc.record(heads),
  fc.record({ route: fc.constantFrom(...ROUTE_NAMES) }),
  fc.record({ labelPosition }),
  fc.record(ends),
  fc.record({ end }),
);

const guard = fc.option(arbitraryTag, { nil: undefined });
const anySet = fc.record({ id: arbitraryId, props: anyProps, tag: guard }).map(({ id, props, tag }): Op => {
  const guards = tag === undefined ? {} : { if: Object.fromEntries(Object.keys(props).map((name) => [name, tag])) };
  return { op: "set", id, props, ...guards };
});
const anyDel = fc
  .record({ ids: fc.array(arbitraryId, { minLength: 1, maxLength: 3 }), only: fc.constantFrom("mine", "blank", undefined) })
  .map(({ ids, only }): Op => (only === undefined ? { op: "del", ids } : { op: "del", ids, [only]: true }));
const anyMv = fc.record({ id: arbitraryId, parent, index, tag: guard }).map(({ tag, ...rest }): Op => ({
  op: "mv",
  ...rest,
  parent: rest.parent === rest.id ? "page" : rest.parent,
  ...(tag === undefined ? {} : { if: tag }),
}));
const anyPts = fc
  .record({ id: arbitraryId, off: fc.nat(14), packed: arbitraryPoints(false, 4), done: fc.boolean() })
  .map(({ id, off, packed, done }): Op => ({ op: "pts", id, off, ...packed, ...(done ? { done } : {}) }));

/** Clocks near those of texts that were added by the first transactions. */
const clock = fc.tuple(fc.nat(4), fc.nat(12)).map(([n, at]) => n * CLOCKS_PER_TXN + at);
const anyUnit = fc.record({ by: fc.constantFrom(...CLIENT_IDS), at: clock });
const words = text.filter((value) => value !== "");
const anyRange = fc.record({ by: fc.constantFrom(...CLIENT_IDS), at: clock, len: fc.integer({ min: 1, max: 6 }) });
const someRanges = fc.array(anyRange, { minLength: 1, maxLength: 3 }).filter(isDisjoint);
const somePieces = fc
  .array(fc.tuple(anyUnit, words), { minLength: 1, maxLength: 2 })
  .map((list) => list.map(([unit, said]) => ({ ...unit, text: said })))
  .filter((list) => isDisjoint(list.map(({ by, at, text: said }) => ({ by, at, len: said.length }))));
const anyTextEdit: fc.Arbitrary<TextEdit> = fc
  .record(
    {
      ins: fc
        .record({ at: clock, text: words, left: fc.option(anyUnit, { nil: undefined }), right: fc.option(anyUnit, { nil: undefined }) })
        .map(({ left, right, ...rest }) => ({ ...rest, ...(left && { left }), ...(right && { right }) })),
      del: someRanges,
      live: somePieces,
    },
    { requiredKeys: [] },
  )
  .filter((edit) => Object.keys(edit).length > 0);
const anyTxt = fc.record({ id: arbitraryId, ...box, edit: anyTextEdit }).map(({ edit, ...rest }): Op => ({ op: "txt", ...rest, ...edit }));

/** A structurally valid op; whether it suits a board is another matter. */
export const anyOp: fc.Arbitrary<Op> = fc.oneof(
  anyShape.map((shape): Op => ({ op: "add", shape })),
  anyShape.map((shape): Op => ({ op: "restore", shape })),
  anySet,
  anyDel,
  anyMv,
  anyPts,
  anyTxt,
);

const anyMaker = fc.oneof(fc.constant({}), fc.record({ by: fc.constantFrom(...CLIENT_IDS) }));

export const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  fc
    .record({ id: arbitraryId, tag: arbitraryTag, maker: anyMaker })
    .map(({ maker, ...dead }): Entry => ({ state: "dead", ...dead, ...maker })),
  fc
    .record({
      shape: anyShape,
      made: arbitraryTag,
      maker: anyMaker,
      set: fc.dictionary(fc.constantFrom("x", "color", "index", "parent", "text", "letters"), arbitraryTag),
    })
    .map(({ shape, made, maker, set }): Entry => {
      const rev = { made, set: { ...set } };
      return shape.kind === "text" && shape.text.length > 2
        ? { state: "live", shape, rev, runs: threeRuns(shape.text.length), ...maker }
        : { state: "live", shape, rev, ...maker };
    }),
);

/** A text by one author, with something of another's that was deleted. */
function threeRuns(length: number): readonly TextRun[] {
  const [ann = "", bob = ""] = CLIENT_IDS;
  return [
    { by: ann, at: 0, len: 2 },
    { by: bob, at: CLOCKS_PER_TXN, len: 3, dead: true },
    { by: ann, at: 2, len: length - 2 },
  ];
}

/** A stroke that its author is still drawing, without points. */
export function openStrokeShape(id: ShapeId): DrawShape {
  const style = { color: "ink", size: "m", pressure: false, quantum: 1, scaleX: 1, scaleY: 1 } as const;
  const place = { parent: "page", index: "a0", x: 0, y: 0, rotation: 0, opacity: 1, locked: false, link: "" };
  return {
    id,
    kind: "draw",
    nib: "pen",
    fill: "none",
    fillColor: "same",
    ...place,
    ...style,
    points: new Uint8Array(),
    count: 0,
    done: false,
  };
}
