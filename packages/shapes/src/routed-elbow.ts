// Elbows as they are drawn. What they run round is asked for: only who sees the board knows.
import type { ArrowShape } from "./arrow/schema.ts";
import { boundPoints, throughPoints } from "./bound-arrow.ts";
import { elbowPoints } from "./elbow-points.ts";
import type { ObstacleSource } from "./obstacle.ts";
import type { Shape } from "./shape.ts";
import type { ShapeId } from "./shape-base.ts";

/**
 * The elbow as it is drawn: along the axes from outline to outline, round what its ends hang on and what `nearby` finds in its way.
 * Drawn once more, it is as it was.
 */
export function routedElbow(shapes: { get(id: ShapeId): Shape | undefined }, arrow: ArrowShape, nearby?: ObstacleSource): ArrowShape {
  const { points, start, end } = boundPoints(shapes, arrow);
  return throughPoints(arrow, elbowPoints(points, [start, arrow.start], [end, arrow.end], nearby), start, end);
}
