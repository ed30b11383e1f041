// One Excalidraw element as shapes: the same place, turn, outline and colours, in the nearest widths that a board has.
import { rotateVec, simplifyPolyline } from "@inkroom/geometry";
import {
  type Color,
  type DashName,
  encodePoints,
  FONT_SIZES,
  MAX_FRAME_NAME_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_VERTICES,
  MEET_STEPS,
  PAGE_ID,
  PLAIN_FACE,
  type RoughnessName,
  SIZE_NAMES,
  type SizeName,
  STROKE_WIDTHS,
  type TextFace,
} from "@inkroom/shapes";
import type { ReadPicture } from "../picture-ports.ts";
import { cardOfElement } from "./card.ts";
import { type Element, pointsOf } from "./element.ts";
import { pinsOfElement } from "./fixed-segments.ts";
import { pictureProps } from "./image.ts";
import { fontOfNumber } from "./fonts.ts";
import { headOfExcalidraw } from "./heads.ts";
import { linkOfElement } from "./links.ts";
import type { LossCount } from "./losses.ts";
import { noteMark, noteOfElement } from "./note.ts";
import { type ColorLook, lookOfElement, paintedLook } from "./look.ts";

/** PORT: the box of a text in the board's font, page units. */
export type MeasureText = (
  text: string,
  font: { readonly fontSize: number; readonly maxWidth?: number | undefined; readonly face?: TextFace | undefined },
) => { readonly w: number; readonly h: number };
export type ElementContext = {
  readonly losses: LossCount;
  readonly measure: MeasureText;
  /** The picture of a file of the drawing. */
  readonly pictureOf: (fileId: string | null) => ReturnType<ReadPicture>;
  /** Is there an element of this id in the drawing? */
  readonly isElement: (id: string) => boolean;
};

/** Excalidraw draws a freehand stroke this many times as wide as a line. */
export const FREEDRAW_WIDTH = 4.25;
/** Points of a stroke in one shape: well below what an op may carry. */
const POINTS_PER_SHAPE = 4_000;
/** Longest line that is one, page units; longer ones are known to be damaged. */
const MAX_LINE = 75_000;
const QUANTUM = 1 / 16;
/** Excalidraw takes a line for closed whose ends are so near to each other, page units. */
export const LOOP_REACH = 8;

/** Without ids and places in the stack that mean anything. None for an element that is nothing here. */
export function shapesOfElement(element: Element, context: ElementContext): readonly object[] {
  const link = element.link === null ? "" : linkOfElement(element.link, context.isElement);
  if (link === undefined) context.losses.note("link");
  const isEmbed = element.type === "embeddable" || element.type === "iframe";
  if (isEmbed && link !== undefined && link !== "") return [cardOfElement(boxBase(element), link, element.customData, context.measure)];
  return shapesOf(element, context).map((shape) => ({ link: link ?? "", ...shape }));
}

function shapesOf(element: Element, context: ElementContext): readonly object[] {
  const { losses } = context;
  switch (element.type) {
    case "rectangle":
    case "ellipse":
    case "diamond":
      return [boxOf(element, context)];
    case "line":
    case "draw":
    case "arrow":
      return lineOf(element, context);
    case "freedraw":
      return strokesOf(element, context);
    case "text":
      return textOf(element, context);
    case "frame":
    case "magicframe":
      return [{ ...boxBase(element), rotation: 0, kind: "frame", name: (element.name ?? "Frame").slice(0, MAX_FRAME_NAME_LENGTH) }];
    case "embeddable":
    case "iframe":
      losses.note("embed");
      return [
        { ...boxBase(element), kind: "rect", ...lookOf(element, context), corners: "rounded" },
        ...captionOf(element.link, element, context),
      ];
    case "image":
      return imageOf(element, context);
    case "selection":
      return [];
    default:
      losses.note("unknown");
      return [];
  }
}

function base({ angle, opacity }: Element) {
  const turn = Math.atan2(Math.sin(angle), Math.cos(angle));
  return { parent: PAGE_ID, rotation: turn, opacity: Math.min(1, Math.max(0, opacity / 100)) };
}

function boxBase(element: Element) {
  const { x, y, width, height } = element;
  const [w, h] = [Math.abs(width), Math.abs(height)];
  return { ...base(element), x: Math.min(x, x + width), y: Math.min(y, y + height), w, h };
}

function imageOf(element: Element, { losses, pictureOf }: ElementContext): readonly object[] {
  const picture = pictureOf(element.fileId);
  if (picture !== undefined) return [{ ...boxBase(element), ...pictureProps(element, picture) }];
  losses.note("image");
  return [];
}

function boxOf(element: Element, context: ElementContext): object {
  const look = { ...boxBase(element), ...lookOf(element, context) };
  const mark = noteMark(element.customData);
  if (mark !== undefined) return noteOfElement(boxBase(element), mark, { ...element, losses: context.losses });
  if (element.type === "ellipse") return { ...look, kind: "ellipse" };
  const corners = element.roundness !== null || element.strokeSharpness === "round" ? "rounded" : "sharp";
  return element.type === "diamond" ? { ...look, kind: "geo", form: "diamond", corners } : { ...look, kind: "rect", corners };
}

function lookOf(element: Element, { losses }: ElementContext): ColorLook & LineLook {
  return { ...lookOfElement(element, losses), ...lineLook(element) };
}

type LineLook = { readonly dash: DashName; readonly size: SizeName; readonly roughness: RoughnessName };

function lineLook({ strokeStyle, strokeWidth, roughness }: Element): LineLook {
  const dash = strokeStyle === "dashed" || strokeStyle === "dotted" ? strokeStyle : "solid";
  const unsteady = roughness <= 0 ? "none" : roughness < 1.5 ? "little" : "much";
  return { dash, size: nearestSize(STROKE_WIDTHS, strokeWidth), roughness: unsteady };
}

function nearestSize(table: Readonly<Record<SizeName, number>>, value: number): SizeName {
  const distance = (name: SizeName): number => Math.abs(Math.log(table[name] / Math.max(value, 0.1)));
  return SIZE_NAMES.reduce((best, name) => (distance(name) < distance(best) ? name : best));
}

/** Of what has no inside. */
function inkOf(element: Element, { losses }: ElementContext): Color {
  return lookOfElement({ ...element, backgroundColor: "transparent", fillStyle: "solid" }, losses).color;
}

function lineOf(element: Element, context: ElementContext): readonly object[] {
  const { losses } = context;
  const points = pointsOf(element);
  const [origin = [0, 0]] = points;
  if (isDamaged(points.map(([x, y]) => ({ x, y })))) {
    losses.note("broken");
    return [];
  }
  const isRound = element.roundness !== null || element.strokeSharpness === "round";
  const vertices = fewVertices(points.flatMap(([x, y]) => [x - origin[0], y - origin[1]]));
  const place = { ...base(element), x: element.x + origin[0], y: element.y + origin[1], route: isRound ? "curved" : "sharp" };
  if (element.type !== "arrow") {
    const closed = closedVertices(vertices);
    if (closed !== undefined) return [{ ...place, vertices: closed, ...lookOf(element, context), kind: "line" }];
  }
  const look = { vertices, color: inkOf(element, context), ...lineLook(element) };
  if (element.type !== "arrow") return [{ ...place, ...look, kind: "line" }];
  const [startHead, endHead] = [element.startArrowhead, element.endArrowhead].map((name) => {
    const head = headOfExcalidraw(name);
    if (head === undefined) losses.note("head");
    return head ?? "arrow";
  });
  const route = element.elbowed ? "elbow" : place.route;
  const relative = points.map(([x, y]) => [x - origin[0], y - origin[1]] as const);
  const pins = element.elbowed ? pinsOfElement(element.fixedSegments ?? [], relative) : null;
  return [{ ...place, ...look, route, pins, kind: "arrow", startHead, endHead, start: null, end: null }];
}

/** The vertices of a line whose ends meet, the last one being the first; undefined for one that is open, which has no inside. */
function closedVertices(vertices: readonly number[]): readonly number[] | undefined {
  const [x = 0, y = 0] = vertices.slice(-2);
  return vertices.length > 6 && Math.hypot(x, y) <= LOOP_REACH ? [...vertices.slice(0, -2), 0, 0] : undefined;
}

/** As few as a line may have, as close to all of them as that allows. */
function fewVertices(vertices: readonly number[]): readonly number[] {
  let few = vertices;
  for (let tolerance = 0.25; few.length > 2 * MAX_VERTICES; tolerance *= 2) few = simplifyPolyline(vertices, tolerance);
  return few;
}

function strokesOf(element: Element, context: ElementContext): readonly object[] {
  const points = element.points.flatMap((point, i) => (point === null ? [] : [{ x: point[0], y: point[1], p: element.pressures[i] }]));
  if (isDamaged(points)) {
    context.losses.note("broken");
    return [];
  }
  const pressure = !element.simulatePressure && points.every(({ p }) => p !== undefined);
  const size = nearestSize(STROKE_WIDTHS, element.strokeWidth * FREEDRAW_WIDTH);
  const look = { ...lookOfElement(element, context.losses), size, nib: "pen" };
  // In steps by which the ends of a loop meet that is filled there.
  const format = { quantum: look.fill === "none" ? QUANTUM : LOOP_REACH / MEET_STEPS, pressure };
  const runs = Math.ceil(points.length / POINTS_PER_SHAPE);
  // Each shape is turned about its own middle: a stroke that becomes several is turned here.
  const turned = runs > 1 ? turnedPoints(points, element.angle) : points;
  const place = runs > 1 ? { ...base(element), rotation: 0 } : base(element);
  return Array.from({ length: runs }, (_, run) => {
    // Starts with the last point of the one before: no gap.
    const part = turned.slice(Math.max(0, run * POINTS_PER_SHAPE - 1), (run + 1) * POINTS_PER_SHAPE);
    const { x: left, y: top } = part[0] ?? { x: 0, y: 0 };
    const local = part.map(({ x, y, p = 0.5 }) => ({ x: x - left, y: y - top, p: 255 * Math.min(1, Math.max(0, p)) }));
    const packed = { points: encodePoints(local, format), count: part.length, scaleX: 1, scaleY: 1, done: true };
    return { ...place, x: element.x + left, y: element.y + top, ...look, ...format, ...packed, kind: "draw" };
  });
}

type StrokePoint = { readonly x: number; readonly y: number; readonly p?: number | undefined };

function isDamaged(points: readonly StrokePoint[]): boolean {
  return points.length === 0 || points.some(({ x, y }) => Math.abs(x) > MAX_LINE || Math.abs(y) > MAX_LINE);
}

function turnedPoints(points: readonly StrokePoint[], angle: number): readonly StrokePoint[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const middle = (values: readonly number[]): number => {
    const [low, high] = values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
    return (low + high) / 2;
  };
  const center = { x: middle(xs), y: middle(ys) };
  return points.map((point) => ({ ...rotateVec(point, angle, center), p: point.p }));
}

function textOf(element: Element, context: ElementContext): readonly object[] {
  const { measure } = context;
  const text = (element.originalText ?? element.text).replaceAll(/\r\n?/g, "\n").slice(0, MAX_TEXT_LENGTH);
  if (text.trim() === "") return [];
  const size = nearestSize(FONT_SIZES, element.fontSize);
  const align = element.textAlign === "center" || element.textAlign === "right" ? element.textAlign : "left";
  const { width } = element;
  const face = { ...PLAIN_FACE, font: fontOfNumber(element.fontFamily) };
  const letters = { fontSize: element.fontSize, face };
  const measured = measure(text, element.autoResize ? letters : { ...letters, maxWidth: width });
  const w = element.autoResize ? measured.w : Math.abs(width);
  const x = element.x + (width - w) * { left: 0, center: 0.5, right: 1 }[align];
  const box = { x, y: element.y + (element.height - measured.h) / 2, w, h: measured.h };
  const scale = element.fontSize / FONT_SIZES[size];
  const color = inkOf(element, context);
  return [{ ...base(element), ...box, kind: "text", text, autoWidth: element.autoResize, scale, align, color, size, ...face }];
}

function captionOf(text: string | null, element: Element, context: ElementContext): readonly object[] {
  if (text === null) return [];
  const fontSize = FONT_SIZES.s;
  const { h } = context.measure(text, { fontSize });
  const place = { x: element.x, y: element.y - h - 4, width: 0, height: h, fontSize, fontFamily: 6, textAlign: "left", autoResize: true };
  const look = paintedLook({ color: "grey" });
  return textOf({ ...element, ...place, text, originalText: null, angle: 0, ...look }, context);
}
