// Arrows with their bound ends where they are drawn, and what becomes of an end whose shape is gone.
import { lerpVec, pointAt, pointCount, type Vec } from "@inkroom/geometry";
import type { ArrowShape } from "./arrow/schema.ts";
import { movedPins } from "./arrow/pins.ts";
import { type Binding, END_NAMES, type EndName } from "./binding.ts";
import { entryShare } from "./page-outline.ts";
import { toPage } from "./page-space.ts";
import { shapeKindOf } from "./registry.ts";
import type { Shape } from "./shape.ts";
import type { ShapeId } from "./shape-base.ts";
import { STROKE_WIDTHS } from "./style.ts";

type Shapes = { get(id: ShapeId): Shape | undefined };

/** Free space between a bound end and the ink of its shape, page units. */
const END_GAP = 5;

/**
 * The shape that an end hangs on: undefined where the end is free, or its shape is missing, deleted or of a kind that
 * nothing can be bound to. Decided from the board alone, alike on every replica; the arrow keeps its binding, and hangs on
 * the shape again when that comes back.
 */
export function boundTo(shapes: Shapes, arrow: ArrowShape, end: EndName): Shape | undefined {
  const target = arrow[end] === null ? undefined : shapes.get(arrow[end].id);
  return target !== undefined && shapeKindOf(target).bindable ? target : undefined;
}

/**
 * The arrow as it is drawn: bound ends point at their places on their shapes and stop at the outlines, everything else is at its
 * vertices. The same object where nothing of this is to be done; drawn once more, an arrow is as it was. An elbow has one corner here:
 * where it runs is for `routedElbow` to say.
 */
export function boundArrow(shapes: Shapes, arrow: ArrowShape): ArrowShape {
  const { points, start, end } = boundPoints(shapes, arrow);
  if (arrow.route !== "elbow") return start === undefined && end === undefined ? arrow : throughPoints(arrow, points, start, end);
  const [from, to] = [points[0], points.at(-1)];
  return from && to ? throughPoints(arrow, [from, { x: from.x, y: to.y }, to], start, end) : arrow;
}

/** Where an arrow's points are, page space, with bound ends at their places; and the shapes that those hang on. */
export function boundPoints(
  shapes: Shapes,
  arrow: ArrowShape,
): { readonly points: Vec[]; readonly start: Shape | undefined; readonly end: Shape | undefined } {
  const points = Array.from({ length: pointCount(arrow.vertices) }, (_, i) => toPage(arrow, pointAt(arrow.vertices, i)));
  const [start, end] = END_NAMES.map((name) => boundTo(shapes, arrow, name));
  if (start !== undefined && arrow.start !== null) points[0] = placeOf(start, arrow.start);
  if (end !== undefined && arrow.end !== null) points[points.length - 1] = placeOf(end, arrow.end);
  return { points, start, end };
}

/** The arrow through these page points, two at least, as far as the outlines of what its ends hang on. */
export function throughPoints(arrow: ArrowShape, points: Vec[], start: Shape | undefined, end: Shape | undefined): ArrowShape {
  stopAtOutlines(points, start, end);
  const origin = points[0] ?? { x: arrow.x, y: arrow.y };
  const vertices = points.flatMap(({ x, y }) => [x - origin.x, y - origin.y]);
  const pins = arrow.pins && movedPins(arrow.pins, (at, axis) => at + arrow[axis] - origin[axis]);
  return { ...arrow, x: origin.x, y: origin.y, rotation: 0, vertices, pins };
}

/** The place of a binding on the page. */
function placeOf(target: Shape, { x, y }: Binding): Vec {
  const frame = shapeKindOf(target).frame(target);
  return toPage(target, { x: frame.x + x * frame.w, y: frame.y + y * frame.h });
}

/** Takes the first and the last of the points back to where the ways to them come upon the shapes, each seen from its neighbour. */
function stopAtOutlines(points: Vec[], start: Shape | undefined, end: Shape | undefined): void {
  const last = points.length - 1;
  const [a, afterA, beforeB, b] = [points[0], points[1], points[last - 1], points[last]];
  if (a === undefined || afterA === undefined || beforeB === undefined || b === undefined) return;
  const [cutA, cutB] = [stop(start, afterA, a), stop(end, beforeB, b)];
  // Shapes that lie on each other leave no way between their outlines: the arrow is drawn from place to place.
  const isCrossed = last === 1 && 1 - cutA >= cutB;
  if (isCrossed) return;
  points[0] = lerpVec(afterA, a, cutA);
  points[last] = lerpVec(beforeB, b, cutB);
}

/** How far the way to a bound end goes, as a share of it. */
function stop(target: Shape | undefined, from: Vec, to: Vec): number {
  const entry = target === undefined ? undefined : entryShare(target, from, to);
  if (target === undefined || entry === undefined) return 1;
  const gap = END_GAP + ("size" in target && target.kind !== "text" ? STROKE_WIDTHS[target.size] / 2 : 0);
  return Math.max(entry / 2, entry - gap / (Math.hypot(to.x - from.x, to.y - from.y) || 1));
}
