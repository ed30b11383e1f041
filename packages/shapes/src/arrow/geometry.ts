// Boxes, heads and resizing of arrows.
import { type Box, expandBox, pointAt, pointCount, polylineBounds, polylineLength, unionBoxes, type Vec } from "@inkroom/geometry";
import { drawnLine } from "../drawn-line.ts";
import { lineGap } from "../label/label-block.ts";
import { resizedOrigin } from "../resized-origin.ts";
import { roughReach } from "../rough/unsteady.ts";
import { STROKE_WIDTHS } from "../style.ts";
import { resizedVertices, resizeFactor, trimPolyline } from "../vertices.ts";
import { HEAD_NOTCH, type HeadInk, headInk, headTrim } from "./heads.ts";
import { pinsProp } from "./pins.ts";
import type { ArrowShape, HeadName } from "./schema.ts";

/** Head length = base + factor x line width, page units: thin arrows need relatively larger heads to be seen. */
const HEAD_BASE = 6;
const HEAD_PER_WIDTH = 3.25;
/** Most of the whole arrow that all its heads together take. */
const HEAD_SHARE = 0.65;
/** The shaft is no wider than this share of a head's length: a very short arrow is a small arrow, not a blob. */
const SHAFT_SHARE = 0.45;

/** Half the width of the plain head, and of the broadest other one, as a share of its length. */
const PLAIN_REACH = 0.42;
const REACH = 0.5;

/** The parts of an arrow, in local space. */
export type ArrowParts = {
  /** Flat x, y; absent where the heads leave no room for it. */
  readonly shaft: readonly number[] | undefined;
  /** Line width of the shaft, and of heads that are no filled polygons. */
  readonly width: number;
  readonly heads: readonly HeadInk[];
};

export function arrowFrame(shape: ArrowShape): Box {
  return polylineBounds(drawnLine(shape));
}

export function arrowBounds(shape: ArrowShape): Box {
  const width = STROKE_WIDTHS[shape.size];
  const heads = [shape.startHead, shape.endHead].filter((head) => head !== "none");
  const [reach, stroke] = heads.every((head) => head === "arrow") ? [PLAIN_REACH, 0] : [REACH, width / 2];
  const halfHead = heads.length > 0 ? headLength(shape, polylineLength(drawnLine(shape))) * reach + stroke : 0;
  const ink = expandBox(arrowFrame(shape), Math.max(width / 2 + roughReach(shape), halfHead));
  const gap = lineGap(shape);
  return gap === undefined ? ink : (unionBoxes([ink, gap]) ?? ink);
}

export function arrowParts(shape: ArrowShape): ArrowParts {
  const { startHead, endHead } = shape;
  const line = drawnLine(shape);
  const head = headLength(shape, polylineLength(line));
  const hasHead = startHead !== "none" || endHead !== "none";
  const width = hasHead ? Math.min(STROKE_WIDTHS[shape.size], head * SHAFT_SHARE) : STROKE_WIDTHS[shape.size];
  const trimmed = (lengthAt: (name: HeadName) => number): number[] | undefined =>
    trimPolyline(line, lengthAt(startHead), lengthAt(endHead));
  const notched = trimmed((name) => (name === "none" ? 0 : head * HEAD_NOTCH));
  const heads: HeadInk[] = [];
  if (notched !== undefined && head > 0) {
    const last = (flat: readonly number[]): Vec => pointAt(flat, pointCount(flat) - 1);
    heads.push(...headInk(startHead, { tip: pointAt(line, 0), from: pointAt(notched, 0), length: head }));
    heads.push(...headInk(endHead, { tip: last(line), from: last(notched), length: head }));
  }
  if (width === 0) return { shaft: undefined, width, heads };
  // The last dot of a dotted shaft stands clear of the head: half a dot and a little more behind it.
  const behind = (trim: number): number => (shape.dash === "dotted" && trim > 0 ? head + width : head * trim);
  return { shaft: trimmed((name) => behind(headTrim(name))), width, heads };
}

export function resizeArrow(shape: ArrowShape, target: Box): Partial<ArrowShape> {
  const frame = arrowFrame(shape);
  const vertices = resizedVertices(shape.vertices, frame, target);
  const [fx, fy] = [resizeFactor(frame.w, target.w), resizeFactor(frame.h, target.h)];
  const pins = pinsProp(shape, (at, axis) => at * (axis === "x" ? fx : fy) + 0);
  return { ...resizedOrigin(shape, frame, target, arrowFrame({ ...shape, vertices })), rotation: shape.rotation, vertices, ...pins };
}

function headLength(shape: ArrowShape, whole: number): number {
  const heads = (shape.startHead === "none" ? 0 : 1) + (shape.endHead === "none" ? 0 : 1);
  return Math.min(HEAD_BASE + HEAD_PER_WIDTH * STROKE_WIDTHS[shape.size], (whole * HEAD_SHARE) / Math.max(1, heads));
}
