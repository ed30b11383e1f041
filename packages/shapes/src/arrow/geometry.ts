// Boxes, heads and resizing of arrows.
import { type Box, expandBox, pointAt, pointCount, polylineBounds, polylineLength, type Vec } from "@inkroom/geometry";
import { resizedOrigin } from "../resized-origin.ts";
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
  return expandBox(arrowFrame(shape), Math.max(width / 2, halfHead));
}

export function arrowParts(shape: ArrowShape): ArrowParts {
  const whole = polylineLength(shape.vertices);
  const head = headLength(shape, whole);
  const startCut = shape.startHead === "none" ? 0 : head * HEAD_NOTCH;
  const endCut = shape.endHead === "none" ? 0 : head * HEAD_NOTCH;
  const shaft = trimPolyline(shape.vertices, startCut, endCut);
  const heads: (readonly number[])[] = [];
  if (shaft !== undefined && head > 0) {
    const last = pointCount(shape.vertices) - 1;
    if (startCut > 0) heads.push(headPolygon(pointAt(shape.vertices, 0), pointAt(shaft, 0), head));
    if (endCut > 0) heads.push(headPolygon(pointAt(shape.vertices, last), pointAt(shaft, pointCount(shaft) - 1), head));
  }
  const width = STROKE_WIDTHS[shape.size];
  return { shaft, width: heads.length === 0 ? width : Math.min(width, head * SHAFT_SHARE), heads };
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
