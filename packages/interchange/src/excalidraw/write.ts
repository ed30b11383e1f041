// Writes shapes as an Excalidraw file, with everything said twice that Excalidraw says twice (an arrow and what it hangs on).
import {
  type ArrowShape,
  type DisplayList,
  END_NAMES,
  type EndName,
  isClosedLine,
  isFilled,
  LINE_HEIGHT,
  linearPoints,
  type LinearShape,
  PAGE_ID,
  type PathData,
  ROUGHNESS_NAMES,
  type Shape,
  toLocal,
  shapeKindOf,
  strokePoints,
  STROKE_WIDTHS,
  textFontSize,
} from "@inkroom/shapes";
import { fixedSegmentsOf } from "./fixed-segments.ts";
import { elementOfCard } from "./card.ts";
import { excalidrawHead } from "./heads.ts";
import { elementOfNote } from "./note.ts";
import type { PictureOf } from "../picture-ports.ts";
import { imageElement, imageFiles } from "./image.ts";
import { fontNumber } from "./fonts.ts";
import { elementOfLabel, hasLabel, isContainer, labelId } from "./label.ts";
import { paintedLook } from "./look.ts";
import { FREEDRAW_WIDTH, LOOP_REACH } from "./shapes-of-element.ts";

/** Excalidraw has no highlighter: a stroke that shows through, percent. */
const HIGHLIGHTER_OPACITY = 40;
/** Excalidraw's kinds of rounded corners: in proportion, and of a fixed radius. */
const ROUND_IN_PROPORTION = { type: 2 };
const ROUND_ADAPTIVE = { type: 3 };

export type ExcalidrawOptions = {
  /** The address of the page that writes it. */
  readonly source: string;
  /** A number for hand-drawn edges, 1 to 2^31 - 1. */
  readonly newSeed: () => number;
  /** Ms since the Unix epoch. */
  readonly now: number;
  /** As Excalidraw puts it on the clipboard, instead of a file. */
  readonly isForClipboard?: boolean | undefined;
  /** Absent: pictures are left out. */
  readonly pictureOf?: PictureOf | undefined;
};

export const EXCALIDRAW_MIME = "application/vnd.excalidraw+json";
export const EXCALIDRAW_CLIPBOARD_MIME = "application/vnd.excalidraw.clipboard+json";

type Record = { readonly [field: string]: unknown };

/** `shapes`: as they are seen, bottom first. */
export function writeExcalidraw(shapes: readonly Shape[], options: ExcalidrawOptions): string {
  const { pictureOf = () => undefined } = options;
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const elements = shapes.flatMap((shape) => {
    const own = shape.kind === "image" ? imageElement(shape, pictureOf) : elementOf(shape, byId);
    if (own === undefined) return [];
    const base = baseOf(shape, shapes, options);
    const element = { ...base, ...own };
    return hasLabel(shape) ? [element, elementOfLabel(shape, base)] : [element];
  });
  const files = imageFiles(
    shapes.filter((shape) => shape.kind === "image"),
    pictureOf,
    options.now,
  );
  if (options.isForClipboard === true) return JSON.stringify({ type: "excalidraw/clipboard", elements, files });
  const file = {
    type: "excalidraw",
    version: 2,
    source: options.source,
    elements,
    appState: { viewBackgroundColor: "#ffffff" },
    files,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function baseOf(shape: Shape, all: readonly Shape[], { newSeed, now }: ExcalidrawOptions): Record {
  const frame = shapeKindOf(shape).frame(shape);
  const arrows = all.filter((arrow) => arrow.kind === "arrow" && END_NAMES.some((end) => arrow[end]?.id === shape.id));
  const bound = [
    ...arrows.map(({ id }) => ({ id, type: "arrow" })),
    ...(hasLabel(shape) && isContainer(shape) ? [{ id: labelId(shape), type: "text" }] : []),
  ];
  return {
    id: shape.id,
    x: shape.x + frame.x,
    y: shape.y + frame.y,
    width: frame.w,
    height: frame.h,
    angle: shape.rotation,
    roughness: "roughness" in shape ? ROUGHNESS_NAMES.indexOf(shape.roughness) : 0,
    opacity: Math.round(shape.opacity * 100),
    strokeStyle: "dash" in shape ? shape.dash : "solid",
    groupIds: groupIdsOf(shape, all),
    frameId: frameIdOf(shape, all),
    roundness: null,
    seed: newSeed(),
    version: 1,
    versionNonce: newSeed(),
    isDeleted: false,
    boundElements: bound.length === 0 ? null : bound,
    updated: now,
    link: shape.link === "" ? null : shape.link,
    locked: shape.locked,
    ...paintedLook(shape),
    strokeWidth: strokeWidthOf(shape),
  };
}

function strokeWidthOf(shape: Shape): number {
  const width = "size" in shape ? STROKE_WIDTHS[shape.size] : STROKE_WIDTHS.s;
  return shape.kind === "draw" ? width / FREEDRAW_WIDTH : width;
}

/** What is an element's own by its kind; undefined for a shape without ink. */
function elementOf(shape: Shape, board: ReadonlyMap<string, Shape>): Record | undefined {
  switch (shape.kind) {
    case "rect":
      return { type: "rectangle", roundness: shape.corners === "sharp" ? null : ROUND_ADAPTIVE };
    case "ellipse":
      return { type: "ellipse" };
    case "geo":
      if (shape.form !== "diamond") return polygonOf(shape, shapeKindOf(shape).displayList({ ...shape, roughness: "none", fill: "none" }));
      return { type: "diamond", roundness: shape.corners === "sharp" ? null : ROUND_IN_PROPORTION };
    case "line":
      return { ...lineOf(shape.vertices, shape, "line"), ...roundnessOf(shape), ...(isClosedLine(shape) ? { polygon: true } : {}) };
    case "arrow": {
      const heads = { startArrowhead: excalidrawHead(shape.startHead), endArrowhead: excalidrawHead(shape.endHead) };
      const ends = { startBinding: bindingOf(shape, "start", board), endBinding: bindingOf(shape, "end", board) };
      return { ...lineOf(shape.vertices, shape, "arrow"), ...heads, ...ends, ...roundnessOf(shape), ...elbowOf(shape) };
    }
    case "draw":
      return strokeOf(shape);
    case "text":
      return textOf(shape);
    case "card":
      return elementOfCard(shape);
    case "note":
      return elementOfNote(shape);
    case "frame":
      return { type: "frame", name: shape.name, strokeColor: "#bbbbbb", strokeWidth: 2 };
    case "group":
    case "paper":
    case "image":
      return undefined;
    default:
      return shape satisfies never;
  }
}

/** From the inside out. */
function groupIdsOf({ parent }: Shape, all: readonly Shape[]): readonly string[] {
  const group = parent === PAGE_ID ? undefined : all.find(({ id, kind }) => id === parent && kind === "group");
  return group === undefined ? [] : [group.id, ...groupIdsOf(group, all)];
}

function roundnessOf({ route }: LinearShape): Record {
  return { roundness: route === "curved" ? ROUND_IN_PROPORTION : null };
}

function elbowOf(arrow: ArrowShape): Record {
  if (arrow.route !== "elbow") return { elbowed: false };
  return { elbowed: true, fixedSegments: fixedSegmentsOf(arrow), startIsSpecial: null, endIsSpecial: null };
}

/** The innermost frame that it lies in, be it in a group. */
function frameIdOf({ parent }: Shape, all: readonly Shape[]): string | null {
  const around = parent === PAGE_ID ? undefined : all.find(({ id }) => id === parent);
  if (around?.kind === "frame") return around.id;
  return around?.kind === "group" ? frameIdOf(around, all) : null;
}

/** Points are relative to the first one, which is where the element is. */
function lineOf(vertices: readonly number[], { x, y }: { readonly x: number; readonly y: number }, type: "line" | "arrow"): Record {
  const points = Array.from({ length: vertices.length / 2 }, (_, i) => [vertices[2 * i], vertices[2 * i + 1]]);
  return { type, x, y, points, lastCommittedPoint: null, startBinding: null, endBinding: null, startArrowhead: null, endArrowhead: null };
}

function bindingOf(arrow: ArrowShape, end: EndName, board: ReadonlyMap<string, Shape>): Record | null {
  const binding = arrow[end];
  const target = binding === null ? undefined : board.get(binding.id);
  if (binding === null || target === undefined) return null;
  return {
    elementId: binding.id,
    fixedPoint: arrow.route === "elbow" ? elbowPlace(arrow, end, target) : [binding.x, binding.y],
    mode: "orbit",
  };
}

/** Excalidraw's elbows name the place that they are drawn to end at, a little outside of the element. */
function elbowPlace(arrow: ArrowShape, end: EndName, target: Shape): readonly number[] {
  const points = linearPoints(arrow);
  const { x, y, w, h } = shapeKindOf(target).frame(target);
  const at = toLocal(target, points.at(end === "start" ? 0 : -1) ?? { x: 0, y: 0 });
  return [w === 0 ? 0.5 : (at.x - x) / w, h === 0 ? 0.5 : (at.y - y) / h];
}

/** A closed line along the outline. */
function polygonOf(shape: Shape, list: DisplayList): Record {
  const path = list.find((item) => item.kind === "path");
  const corners = path?.kind === "path" ? endPoints(path.path) : [];
  const [x = 0, y = 0] = corners[0] ?? [];
  const points = [...corners, ...corners.slice(0, 1)].map(([cornerX = 0, cornerY = 0]) => [cornerX - x, cornerY - y]);
  return { ...lineOf(points.flat(), { x: shape.x + x, y: shape.y + y }, "line"), polygon: true };
}

/** Where the segments of a path begin and end. */
function endPoints(path: PathData): readonly (readonly number[])[] {
  const points: (readonly number[])[] = [];
  const numbers: number[] = [];
  const flush = (): void => {
    if (numbers.length > 1) points.push(numbers.slice(-2));
    numbers.length = 0;
  };
  for (const part of path) {
    if (typeof part === "number") numbers.push(part);
    else flush();
  }
  flush();
  return points;
}

function strokeOf(shape: Extract<Shape, { kind: "draw" }>): Record {
  const flat = strokePoints(shape);
  const points: number[][] = [];
  const pressures: number[] = [];
  for (let i = 0; i < flat.length; i += 3) {
    points.push([flat[i] ?? 0, flat[i + 1] ?? 0]);
    if (shape.pressure) pressures.push(flat[i + 2] ?? 0);
  }
  // There a loop is filled whose ends are no further apart.
  if (isFilled(shape) && Math.hypot(...(points.at(-1) ?? [])) > LOOP_REACH) {
    points.push([0, 0]);
    pressures.push(...pressures.slice(0, 1));
  }
  const opacity = Math.round(shape.opacity * (shape.nib === "highlighter" ? HIGHLIGHTER_OPACITY : 100));
  return { type: "freedraw", opacity, x: shape.x, y: shape.y, points, pressures, simulatePressure: !shape.pressure };
}

function textOf(shape: Extract<Shape, { kind: "text" }>): Record {
  return {
    type: "text",
    text: shape.text,
    originalText: shape.text,
    fontSize: textFontSize(shape),
    fontFamily: fontNumber(shape.font),
    textAlign: shape.align,
    verticalAlign: "top",
    containerId: null,
    autoResize: shape.autoWidth,
    lineHeight: LINE_HEIGHT,
  };
}
