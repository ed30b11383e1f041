// Elbows as they are drawn. What they run round is asked for: only who sees the board knows.
import type { ElbowLine } from "@inkroom/geometry";
import { axisOfPin } from "./arrow/pins.ts";
import type { ArrowShape } from "./arrow/schema.ts";
import { boundPoints, throughPoints } from "./bound-arrow.ts";
import { elbowPoints } from "./elbow-points.ts";
import type { ObstacleSource } from "./obstacle.ts";
import { toPage } from "./page-space.ts";
import type { Shape } from "./shape.ts";
import type { ShapeId } from "./shape-base.ts";

/** How far from quarters of a turn an elbow may be turned and keep its pins, radians. */
const NEAR = 1e-6;

/**
 * The elbow as it is drawn: along the axes from outline to outline, on the segments that are pinned, round what its ends hang on and
 * what `nearby` finds in its way. Drawn once more, it is as it was.
 */
export function routedElbow(shapes: { get(id: ShapeId): Shape | undefined }, arrow: ArrowShape, nearby?: ObstacleSource): ArrowShape {
  const { points, start, end } = boundPoints(shapes, arrow);
  const lines = pinnedLines(arrow);
  const way = elbowPoints(points, { start: [start, arrow.start], end: [end, arrow.end], lines, nearby });
  const drawn = throughPoints(arrow, way, start, end);
  const [first] = lines;
  if (arrow.pins === null || first === undefined) return { ...drawn, pins: null };
  return { ...drawn, pins: { axis: first.axis, at: lines.map(({ axis, at }) => at - drawn[axis]), fixed: arrow.pins.fixed } };
}

/** The lines that the pinned segments lie on, page space; none while the arrow is turned by anything but quarters. */
function pinnedLines(arrow: ArrowShape): readonly ElbowLine[] {
  const { pins } = arrow;
  const quarters = Math.round(arrow.rotation / (Math.PI / 2));
  if (pins === null || Math.abs(arrow.rotation - (quarters * Math.PI) / 2) > NEAR) return [];
  return pins.at.map((at, n) => {
    const isUpright = axisOfPin(pins, n) === "x";
    const place = toPage(arrow, isUpright ? { x: at, y: 0 } : { x: 0, y: at });
    const axis = isUpright === (quarters % 2 === 0) ? "x" : "y";
    return { axis, at: place[axis] };
  });
}
