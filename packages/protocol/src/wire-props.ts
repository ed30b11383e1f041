// How a shape's properties are written in binary: a number per property and per enum value. These tables are part of
// the log on disk: rows are only ever appended, never moved, renamed or reused.
import { type Binding, PAGE_ID, type Pins } from "@inkroom/shapes";
import { keptBytes } from "./byte-shelf.ts";

/**
 * How one value is packed: as it is, as a place in a list of names, as that or, beyond the list, as the number of a colour, as the
 * exponent of a power of two, 0 for the page, a binding as [id, x, y], or pins as [0 or 1 for x or y, at, fixed].
 */
type Packing =
  | { readonly as: "plain" }
  | { readonly as: "name" | "color"; readonly names: readonly string[] }
  | { readonly as: "exponent" }
  | { readonly as: "parent" }
  | { readonly as: "binding" }
  | { readonly as: "pins" };

const plain: Packing = { as: "plain" };
const name = (...names: readonly string[]): Packing => ({ as: "name", names });
/** Numbers of colours that are no names: this and 0xrrggbb. */
const FIRST_COLOR = 0x1000000;
const color = (...names: readonly string[]): Packing => ({ as: "color", names });
const INKS = ["ink", "grey", "red", "orange", "yellow", "green", "teal", "blue", "violet", "pink"] as const;
const heads = name(
  "none",
  "arrow",
  "open",
  "triangle",
  "triangle-outline",
  "dot",
  "dot-outline",
  "diamond",
  "diamond-outline",
  "bar",
  "one",
  "many",
  "one-or-many",
  "exactly-one",
  "zero-or-one",
  "zero-or-many",
);

/** Property number = place in this list. */
const PROPS: readonly (readonly [prop: string, packing: Packing])[] = [
  ["x", plain],
  ["y", plain],
  ["rotation", plain],
  ["opacity", plain],
  ["parent", { as: "parent" }],
  ["index", plain],
  ["color", color(...INKS)],
  ["fill", name("none", "semi", "solid", "hachure", "cross-hatch", "dots")],
  ["dash", name("solid", "dashed", "dotted")],
  ["size", name("s", "m", "l", "xl")],
  ["w", plain],
  ["h", plain],
  ["vertices", plain],
  ["startHead", heads],
  ["endHead", heads],
  ["text", plain],
  ["autoWidth", plain],
  ["scale", plain],
  ["align", name("left", "center", "right")],
  ["pressure", plain],
  ["quantum", { as: "exponent" }],
  ["scaleX", plain],
  ["scaleY", plain],
  ["points", plain],
  ["count", plain],
  ["done", plain],
  ["start", { as: "binding" }],
  ["end", { as: "binding" }],
  // No property, but a tag of what is written on a shape (LETTERS of model).
  ["letters", plain],
  ["nib", name("pen", "highlighter")],
  ["corners", name("rounded", "sharp")],
  ["form", name("diamond", "triangle", "parallelogram", "trapezoid", "pentagon", "hexagon", "octagon", "star", "block-arrow", "cloud")],
  ["locked", plain],
  ["textW", plain],
  ["textH", plain],
  ["author", plain],
  ["roughness", name("none", "little", "much")],
  ["blob", plain],
  ["mime", name("image/png", "image/jpeg", "image/webp", "image/gif", "image/avif")],
  ["pixelW", plain],
  ["pixelH", plain],
  ["flipX", plain],
  ["flipY", plain],
  ["cropX", plain],
  ["cropY", plain],
  ["cropW", plain],
  ["cropH", plain],
  ["altText", plain],
  ["font", name("sans", "hand", "serif", "mono")],
  ["bold", plain],
  ["italic", plain],
  ["route", name("sharp", "curved", "elbow")],
  ["name", plain],
  ["fillColor", color("same", ...INKS)],
  ["link", plain],
  ["pins", { as: "pins" }],
  ["pattern", name("none", "dots", "squares", "ruled", "isometric")],
  ["labelPosition", plain],
];

const BASE = ["id", "parent", "index", "x", "y", "rotation", "opacity"] as const;
const LABEL = ["text", "textW", "textH"] as const;
const FACE = ["font", "bold", "italic"] as const;
/** Kind number = place in this list; the fields of a shape follow in this order. */
export const KIND_FIELDS: readonly (readonly [kind: string, fields: readonly string[]])[] = [
  [
    "draw",
    [
      ...BASE,
      "color",
      "size",
      "pressure",
      "quantum",
      "scaleX",
      "scaleY",
      "points",
      "count",
      "done",
      "nib",
      "locked",
      "link",
      "fill",
      "fillColor",
    ],
  ],
  [
    "rect",
    [...BASE, "w", "h", "color", "fill", "dash", "size", "corners", "locked", ...LABEL, "roughness", "align", ...FACE, "fillColor", "link"],
  ],
  ["ellipse", [...BASE, "w", "h", "color", "fill", "dash", "size", "locked", ...LABEL, "roughness", "align", ...FACE, "fillColor", "link"]],
  [
    "line",
    [
      ...BASE,
      "vertices",
      "color",
      "dash",
      "size",
      "locked",
      ...LABEL,
      "roughness",
      ...FACE,
      "route",
      "fill",
      "fillColor",
      "link",
      "labelPosition",
    ],
  ],
  [
    "arrow",
    [
      ...BASE,
      "vertices",
      "startHead",
      "endHead",
      "color",
      "dash",
      "size",
      "start",
      "end",
      "locked",
      ...LABEL,
      "roughness",
      ...FACE,
      "route",
      "link",
      "pins",
      "labelPosition",
    ],
  ],
  ["text", [...BASE, "text", "w", "h", "autoWidth", "scale", "align", "color", "size", "locked", ...FACE, "link"]],
  [
    "geo",
    [
      ...BASE,
      "form",
      "w",
      "h",
      "color",
      "fill",
      "dash",
      "size",
      "corners",
      "locked",
      ...LABEL,
      "roughness",
      "align",
      ...FACE,
      "fillColor",
      "link",
    ],
  ],
  ["group", [...BASE, "locked", "link"]],
  ["note", [...BASE, "w", "h", "color", "size", "scale", "author", "locked", ...LABEL, "align", ...FACE, "link"]],
  [
    "image",
    [
      ...BASE,
      "w",
      "h",
      "blob",
      "mime",
      "pixelW",
      "pixelH",
      "flipX",
      "flipY",
      "cropX",
      "cropY",
      "cropW",
      "cropH",
      "altText",
      "locked",
      "link",
    ],
  ],
  ["frame", [...BASE, "w", "h", "name", "locked", "link"]],
  ["paper", [...BASE, "pattern", "locked", "link"]],
  ["card", [...BASE, "w", "h", "color", ...LABEL, ...FACE, "locked", "link"]],
];

/**
 * Fields that a kind was given later, at the end of its row, with the value they have where a shape was written before
 * that. They are left out at the end of a packed shape that has no other value, so that it stays readable for both.
 */
export const LATER_FIELDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["start", null],
  ["end", null],
  ["nib", "pen"],
  ["corners", "rounded"],
  ["locked", false],
  // Of a label: every text was written with one.
  ["text", ""],
  ["textW", 0],
  ["textH", 0],
  ["roughness", "none"],
  ["font", "sans"],
  ["bold", false],
  ["italic", false],
  // Of a label: every text was written with one.
  ["align", "center"],
  ["route", "sharp"],
  // Of a line or a stroke: every other shape was written with one.
  ["fill", "none"],
  ["fillColor", "same"],
  ["link", ""],
  ["pins", null],
  ["labelPosition", 0.5],
]);

const NUMBER_OF_PROP: ReadonlyMap<string, number> = new Map(PROPS.map(([prop], number) => [prop, number]));
const PACKING_OF_PROP: ReadonlyMap<string, Packing> = new Map(PROPS);

/** The number of a property. Throws for one that is not in the table (a fault of whoever added a kind). */
export function numberOfProp(prop: string): number {
  const number = NUMBER_OF_PROP.get(prop);
  if (number === undefined) throw new Error("a property is missing from the wire table");
  return number;
}

/** The property of a number; undefined for a number that no property has. */
export function propOfNumber(number: unknown): string | undefined {
  return typeof number === "number" ? PROPS[number]?.[0] : undefined;
}

/** True for a property whose numbers, strings and booleans are packed as they are. */
export function isPlainProp(prop: string): boolean {
  return (PACKING_OF_PROP.get(prop) ?? plain).as === "plain";
}

/** A valid value as it goes into the message. Throws for an enum value that is not in the table. */
export function packValue(prop: string, value: unknown): unknown {
  const packing = PACKING_OF_PROP.get(prop) ?? plain;
  if (packing.as === "color" && typeof value === "string" && value.startsWith("#")) {
    return FIRST_COLOR + Number.parseInt(value.slice(1), 16);
  }
  if (packing.as === "name" || packing.as === "color") {
    const at = packing.names.indexOf(String(value));
    if (at < 0) throw new Error("an enum value is missing from the wire table");
    return at;
  }
  if (packing.as === "exponent") return Math.log2(Number(value));
  if (packing.as === "binding" && value !== null) {
    // reason: a binding in every valid shape and set.
    const { id, x, y } = value as Binding;
    return [id, x, y];
  }
  if (packing.as === "pins" && value !== null) {
    // reason: pins in every valid shape and set.
    const { axis, at, fixed } = value as Pins;
    return [axis === "x" ? 0 : 1, at, fixed];
  }
  return packing.as === "parent" && value === PAGE_ID ? 0 : value;
}

/** The opposite of packValue. A value that cannot be one comes out as undefined or as it is; the schema refuses it. */
export function unpackValue(prop: string, value: unknown): unknown {
  const packing = PACKING_OF_PROP.get(prop) ?? plain;
  if (packing.as === "color" && typeof value === "number" && value >= FIRST_COLOR) return hexOf(value - FIRST_COLOR);
  if (packing.as === "name" || packing.as === "color") return typeof value === "number" ? packing.names[value] : undefined;
  if (packing.as === "exponent") return typeof value === "number" ? 2 ** value : undefined;
  if (packing.as === "parent" && value === 0) return PAGE_ID;
  if (packing.as === "binding" && Array.isArray(value)) return value.length === 3 ? { id: value[0], x: value[1], y: value[2] } : undefined;
  if (packing.as === "pins" && Array.isArray(value))
    return value.length === 3
      ? { axis: value[0] === 0 ? "x" : value[0] === 1 ? "y" : undefined, at: value[1], fixed: value[2] }
      : undefined;
  // A view into the frame would keep the whole frame alive, and on Node be a Buffer: copy.
  return value instanceof Uint8Array ? keptBytes(value) : value;
}

/** Of a number that is none of a colour something comes out that is none either. */
function hexOf(rgb: number): string {
  return `#${rgb.toString(16).padStart(6, "0")}`;
}
