// Arrows with their bound ends where they are drawn, and what becomes of an end whose shape is gone.
import { pointAt, pointCount, type Vec } from "@inkroom/geometry";
import type { ArrowShape } from "./arrow/schema.ts";
import { type Binding, END_NAMES, type EndName } from "./binding.ts";
import { toPage } from "./page-space.ts";
import { shapeKindOf } from "./registry.ts";
import type { Shape } from "./shape.ts";
import type { ShapeId } from "./shape-base.ts";

type Shapes = { get(id: ShapeId): Shape | undefined };

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
 * The arrow as it is drawn: bound ends at their places on their shapes, everything else at its vertices. The same object
 * where no end is bound.
 */
export function boundArrow(shapes: Shapes, arrow: ArrowShape): ArrowShape {
  const points = Array.from({ length: pointCount(arrow.vertices) }, (_, i) => toPage(arrow, pointAt(arrow.vertices, i)));
  let isBound = false;
  for (const end of END_NAMES) {
    const target = boundTo(shapes, arrow, end);
    const binding = arrow[end];
    if (target === undefined || binding === null) continue;
    points[end === "start" ? 0 : points.length - 1] = anchorOf(target, binding);
    isBound = true;
  }
  const [origin] = points;
  if (!isBound || origin === undefined) return arrow;
  const vertices = points.flatMap(({ x, y }) => [x - origin.x, y - origin.y]);
  return { ...arrow, x: origin.x, y: origin.y, rotation: 0, vertices };
}

/** The place of a binding on the page. */
function anchorOf(target: Shape, { x, y }: Binding): Vec {
  const frame = shapeKindOf(target).frame(target);
  return toPage(target, { x: frame.x + x * frame.w, y: frame.y + y * frame.h });
}
