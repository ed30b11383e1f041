// Points, boxes and resizing of freehand strokes.
import { type Box, boxBetween, expandBox, STROKE_REACH } from "@inkroom/geometry";
import { boundsOfPoints, decodePoints } from "../packed-points.ts";
import { resizedOrigin } from "../resized-origin.ts";
import { type NibName, STROKE_WIDTHS } from "../style.ts";
import { resizeFactor } from "../vertices.ts";
import type { DrawShape } from "./schema.ts";

/** Pressure of points that have none of their own. */
const MIDDLE_PRESSURE = 0.5;
export const MAX_PRESSURE = 255;
const MAX_SCALE = 1_000;

/**
 * A pen is a little broader than a ruled line of its size: a moving hand makes it thinner again. A highlighter covers a line
 * of text of its size.
 */
const NIB_FACTORS: Readonly<Record<NibName, number>> = { pen: 1.35, highlighter: 6 };

/** Share of the pen's size by which ink may lie beyond its points: half the widest line, and a dot is larger still. */
const INK_REACH = STROKE_REACH * 1.2;

/**
 * Frames of strokes, which cost a pass over all points to find and are asked for at every look at the stroke.
 * Shapes are immutable, so an entry is never out of date; it goes when the shape does.
 */
const frames = new WeakMap<DrawShape, Box>();

/** Width of the mark at middle pressure, page units. */
export function penSize(shape: DrawShape): number {
  return STROKE_WIDTHS[shape.size] * NIB_FACTORS[shape.nib];
}

/** Local space, flat x, y, pressure (0..1), scale applied. */
export function strokePoints(shape: DrawShape): Float64Array {
  const decoded = decodePoints(shape.points, shape);
  const stride = shape.pressure ? 3 : 2;
  const count = Math.floor(decoded.length / stride);
  const flat = new Float64Array(count * 3);
  for (let i = 0; i < count; i += 1) {
    flat[i * 3] = (decoded[i * stride] as number) * shape.scaleX;
    flat[i * 3 + 1] = (decoded[i * stride + 1] as number) * shape.scaleY;
    flat[i * 3 + 2] = shape.pressure ? (decoded[i * stride + 2] as number) / MAX_PRESSURE : MIDDLE_PRESSURE;
  }
  return flat;
}

export function drawFrame(shape: DrawShape): Box {
  const known = frames.get(shape);
  if (known !== undefined) return known;
  const frame = scaledBounds(shape);
  frames.set(shape, frame);
  return frame;
}

function scaledBounds({ points, scaleX, scaleY, ...format }: DrawShape): Box {
  const { x, y, w, h } = boundsOfPoints(points, format);
  return boxBetween({ x: x * scaleX, y: y * scaleY }, { x: (x + w) * scaleX, y: (y + h) * scaleY });
}

export function drawBounds(shape: DrawShape): Box {
  return expandBox(drawFrame(shape), penSize(shape) * INK_REACH);
}

/** The points stay as they are packed; only their scale changes. The line keeps its width. */
export function resizeDraw(shape: DrawShape, target: Box): Partial<DrawShape> {
  const frame = drawFrame(shape);
  const scaleX = clampScale(shape.scaleX * resizeFactor(frame.w, target.w));
  const scaleY = clampScale(shape.scaleY * resizeFactor(frame.h, target.h));
  const newFrame = drawFrame({ ...shape, scaleX, scaleY });
  return { ...resizedOrigin(shape, frame, target, newFrame), rotation: shape.rotation, scaleX, scaleY };
}

function clampScale(scale: number): number {
  return Math.min(MAX_SCALE, Math.max(-MAX_SCALE, scale)) + 0;
}
