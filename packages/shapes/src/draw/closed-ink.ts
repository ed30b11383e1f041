// Whether a stroke has closed itself, and has an inside then (docs/adr/0028). Found from the points, not kept: strokes from before there was
// a fill have an inside too, and so have the pieces that an eraser leaves, or not.
import { scanPoints } from "../packed-points.ts";
import { penSize } from "./geometry.ts";
import type { DrawShape } from "./schema.ts";

/**
 * Ends that are this near to each other meet: 8 screen pixels at the zoom at which the stroke was drawn, whose quarter pixels are its
 * steps (Excalidraw closes a loop at 8 pixels). Ends whose ink touches meet as well (tldraw goes by the width of the pen alone).
 */
export const MEET_STEPS = 32;
/** A loop goes at least so far from its start, 24 such pixels, or this many times the pen's width: dots, ticks and most letters are none. */
const LEAST_STEPS = 96;
const LEAST_WIDTHS = 3;

/** Shapes are immutable: an entry is never out of date. */
const known = new WeakMap<DrawShape, boolean>();

export function isClosedInk(shape: DrawShape): boolean {
  let isClosed = known.get(shape);
  if (isClosed === undefined) known.set(shape, (isClosed = doesMeet(shape)));
  return isClosed;
}

/** Stretching a stroke neither opens nor closes it, unless its ink comes to touch. */
function doesMeet(shape: DrawShape): boolean {
  const scan = shape.nib === "pen" && shape.count > 2 ? scanPoints(shape.points, shape.pressure) : undefined;
  if (scan === undefined) return false;
  const { last, reach } = scan;
  if (reach < LEAST_STEPS) return false;
  if (Math.hypot(last.x, last.y) <= MEET_STEPS) return true;
  const scaleX = Math.abs(shape.scaleX) * shape.quantum;
  const scaleY = Math.abs(shape.scaleY) * shape.quantum;
  const width = penSize(shape);
  return Math.hypot(last.x * scaleX, last.y * scaleY) <= width && reach * Math.min(scaleX, scaleY) >= LEAST_WIDTHS * width;
}
