// Boxes, heads and resizing of arrows.
import { type Box, expandBox, pointAt, pointCount, polylineBounds, polylineLength, unionBoxes, type Vec } from "@inkroom/geometry";
import { lineGap } from "../label/label-block.ts";
import { resizedOrigin } from "../resized-origin.ts";
import { roughReach } from "../rough/unsteady.ts";
import { STROKE_WIDTHS } from "../style.ts";
import { resizedVertices, trimPolyline } from "../vertices.ts";
import type { ArrowShape } from "./schema.ts";

/** Head length = base + factor x line width, page units: thin arrows need relatively larger heads to be seen. */
const HEAD_BASE = 6;
const HEAD_PER_WIDTH = 3.25;
/** Half the width of a head as a share of its length. */
const HEAD_HALF_WIDTH = 0.42;
/** Where the back of the head is notched, as a share of its length from the tip; the shaft ends there. */
const HEAD_NOTCH = 0.76;
/** Most of the whole arrow that all its heads together take. */
const HEAD_SHARE = 0.65;
/** The shaft is no wider than this share of a head's length: a very short arrow is a small arrow, not a blob. */
const SHAFT_SHARE = 0.45;

/** The parts of an arrow, in local space. */
export type ArrowParts = {
  /** Flat x, y; absent where the heads leave no room for it. */
  readonly shaft: readonly number[] | undefined;
  /** Line width of the shaft. */
  readonly width: number;
  /** Closed polygons, flat x, y. */
  readonly heads: readonly (readonly number[])[];
};

export function arrowFrame(shape: ArrowShape): Box {
  return polylineBounds(shape.vertices);
}

export function arrowBounds(shape: ArrowShape): Box {
  const width = STROKE_WIDTHS[shape.size];
  const hasHead = shape.startHead !== "none" || shape.endHead !== "none";
  const halfHead = hasHead ? headLength(shape, polylineLength(shape.vertices)) * HEAD_HALF_WIDTH : 0;
  const stroke = expandBox(arrowFrame(shape), Math.max(width / 2 + roughReach(shape), halfHead));
  const gap = lineGap(shape);
  return gap === undefined ? stroke : (unionBoxes([stroke, gap]) ?? stroke);
}

export function arrowParts(shape: ArrowShape): ArrowParts {
  const { vertices, startHead, endHead } = shape;
  const head = headLength(shape, polylineLength(vertices));
  const width =
    startHead === "none" && endHead === "none" ? STROKE_WIDTHS[shape.size] : Math.min(STROKE_WIDTHS[shape.size], head * SHAFT_SHARE);
  const trimmed = (length: number): number[] | undefined =>
    trimPolyline(vertices, startHead === "none" ? 0 : length, endHead === "none" ? 0 : length);
  const notched = trimmed(head * HEAD_NOTCH);
  const heads: (readonly number[])[] = [];
  if (notched !== undefined && head > 0) {
    const last = (flat: readonly number[]): Vec => pointAt(flat, pointCount(flat) - 1);
    if (startHead !== "none") heads.push(headPolygon(pointAt(vertices, 0), pointAt(notched, 0), head));
    if (endHead !== "none") heads.push(headPolygon(last(vertices), last(notched), head));
  }
  if (width === 0) return { shaft: undefined, width, heads };
  // The last dot of a dotted shaft stands clear of the head: half a dot and a little more behind it.
  return { shaft: shape.dash === "dotted" ? trimmed(head + width) : notched, width, heads };
}

export function resizeArrow(shape: ArrowShape, target: Box): Partial<ArrowShape> {
  const vertices = resizedVertices(shape.vertices, target);
  return { ...resizedOrigin(shape, arrowFrame(shape), target, polylineBounds(vertices)), rotation: shape.rotation, vertices };
}

function headLength(shape: ArrowShape, whole: number): number {
  const heads = (shape.startHead === "none" ? 0 : 1) + (shape.endHead === "none" ? 0 : 1);
  return Math.min(HEAD_BASE + HEAD_PER_WIDTH * STROKE_WIDTHS[shape.size], (whole * HEAD_SHARE) / Math.max(1, heads));
}

/** `notch` is where the shaft ends: it gives the direction, so a head lies along a bent arrow. */
function headPolygon(tip: Vec, notch: Vec, length: number): number[] {
  const reach = Math.hypot(tip.x - notch.x, tip.y - notch.y) || 1;
  const ux = (tip.x - notch.x) / reach;
  const uy = (tip.y - notch.y) / reach;
  const half = length * HEAD_HALF_WIDTH;
  const backX = tip.x - ux * length;
  const backY = tip.y - uy * length;
  const innerX = tip.x - ux * length * HEAD_NOTCH;
  const innerY = tip.y - uy * length * HEAD_NOTCH;
  return [tip.x, tip.y, backX - uy * half, backY + ux * half, innerX, innerY, backX + uy * half, backY - ux * half];
}
