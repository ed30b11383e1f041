// One shape of each kind, for tests of this package and of those that draw shapes.
import { encodePoints } from "./packed-points.ts";
import type { Shape } from "./shape.ts";
import { PLAIN_FACE } from "./text/font.ts";

const base = {
  parent: "page",
  index: "a0",
  x: 100,
  y: 50,
  rotation: 0,
  opacity: 1,
  locked: false,
  link: "",
  color: "ink",
  size: "m",
} as const;
const { color: _color, size: _size, ...group } = base;
const format = { quantum: 0.125, pressure: false } as const;
const wave = Array.from({ length: 12 }, (_, i) => ({ x: i * 6, y: ((i * 7) % 5) * 4 }));

const NO_WORDS = { text: "", textW: 0, textH: 0, roughness: "none", ...PLAIN_FACE } as const;
/** A line on which nothing is written, drawn with a ruler. */
export const NO_LINE_LABEL = { ...NO_WORDS, labelPosition: 0.5 } as const;
/** The same for a box. */
export const NO_LABEL = { ...NO_WORDS, align: "center" } as const;
/** What ellipses and geometric shapes were given later, as it is where nothing is said. */
export const PLAIN_BOX = { fillColor: "same", ...NO_LABEL } as const;
/** The same for rectangles. */
export const PLAIN_RECT = { corners: "rounded", ...PLAIN_BOX } as const;

const FIXTURES: { readonly [K in Shape["kind"]]: Extract<Shape, { kind: K }> } = {
  arrow: {
    ...base,
    id: "arrow",
    kind: "arrow",
    vertices: [0, 0, 80, 0, 120, 60],
    startHead: "none",
    endHead: "arrow",
    dash: "dashed",
    start: null,
    end: { id: "rect", x: 0.5, y: 0 },
    text: "to\nfro",
    textW: 24,
    textH: 50,
    labelPosition: 0.5,
    roughness: "none",
    ...PLAIN_FACE,
    route: "sharp",
    pins: null,
  },
  card: {
    ...group,
    id: "card",
    kind: "card",
    w: 320,
    h: 84,
    color: "teal",
    link: "https://www.ink.example/guide/how-to-draw?from=board",
    text: "How to draw",
    textW: 90,
    textH: 20,
    ...PLAIN_FACE,
    bold: true,
  },
  draw: {
    ...base,
    ...format,
    id: "draw",
    kind: "draw",
    nib: "pen",
    scaleX: 1,
    scaleY: 1,
    points: encodePoints(wave, format),
    count: wave.length,
    done: true,
    fill: "none",
    fillColor: "same",
  },
  ellipse: { ...base, id: "ellipse", kind: "ellipse", w: 90, h: 60, fill: "none", dash: "solid", ...PLAIN_BOX },
  frame: { ...group, id: "frame", kind: "frame", w: 320, h: 180, name: "Frame 1" },
  geo: {
    ...base,
    id: "geo",
    kind: "geo",
    form: "diamond",
    w: 100,
    h: 80,
    fill: "semi",
    dash: "solid",
    corners: "rounded",
    ...PLAIN_BOX,
    text: "words",
    textW: 30,
    textH: 25,
  },
  group: { ...group, id: "group", kind: "group" },
  image: {
    ...group,
    id: "image",
    kind: "image",
    w: 120,
    h: 90,
    blob: "0123456789abcdef".repeat(4),
    mime: "image/png",
    pixelW: 640,
    pixelH: 480,
    flipX: true,
    flipY: false,
    cropX: 0.25,
    cropY: 0,
    cropW: 0.5,
    cropH: 0.5,
    altText: "a cat",
  },
  line: {
    ...base,
    id: "line",
    kind: "line",
    vertices: [0, 0, -40, 30],
    dash: "dotted",
    ...NO_LINE_LABEL,
    route: "sharp",
    fill: "none",
    fillColor: "same",
  },
  note: {
    ...base,
    id: "note",
    kind: "note",
    w: 200,
    h: 200,
    color: "yellow",
    scale: 1,
    author: "Ann",
    text: "to do",
    textW: 52,
    textH: 25,
    align: "center",
    ...PLAIN_FACE,
  },
  paper: { ...group, id: "paper", kind: "paper", pattern: "ruled" },
  rect: { ...base, id: "rect", kind: "rect", w: 120, h: 80, fill: "semi", dash: "solid", ...PLAIN_RECT },
  text: { ...base, id: "text", kind: "text", text: "two\nlines", w: 60, h: 50, autoWidth: true, scale: 1, align: "center", ...PLAIN_FACE },
};

/** All of them. */
export const ALL_FIXTURES: readonly Shape[] = Object.values(FIXTURES);

/** The fixture of a kind with other properties. */
export function fixture<K extends Shape["kind"]>(kind: K, changes: Partial<Extract<Shape, { kind: K }>> = {}): Extract<Shape, { kind: K }> {
  return { ...FIXTURES[kind], ...changes };
}
