// Segments of elbows that a hand has put somewhere: Excalidraw names them by the point that they lead to.
import { type ArrowShape, linearPoints, MAX_PINS, type Pins, pinsOfSegments } from "@inkroom/shapes";

type Point = readonly [x: number, y: number];

/** `points` as Excalidraw has them, relative to the first. Null where no segment is held, or they do not run across and up or down by turns. */
export function pinsOfElement(fixedSegments: readonly { readonly index: number }[], points: readonly Point[]): Pins | null {
  const fixed = new Set(fixedSegments.map(({ index }) => index - 1).filter((segment) => segment >= 0 && segment + 1 < points.length));
  const [from, to] = [Math.min(...fixed), Math.max(...fixed)];
  if (fixed.size === 0 || to - from >= MAX_PINS) return null;
  const run = points.slice(from, to + 1).map((point, i) => {
    const [[x, y], [toX, toY]] = [point, points[from + i + 1] ?? point];
    return Math.abs(x - toX) < Math.abs(y - toY) ? ({ axis: "x", at: x } as const) : ({ axis: "y", at: y } as const);
  });
  const [first] = run;
  if (first === undefined || run.some(({ axis }, i) => axis === run[i + 1]?.axis)) return null;
  return { axis: first.axis, at: run.map(({ at }) => at), fixed: run.map((_, i) => fixed.has(from + i)) };
}

/** Of an elbow as it is seen. Excalidraw holds no segment that an arrow begins or ends with. */
export function fixedSegmentsOf(arrow: ArrowShape): readonly object[] | null {
  const points = linearPoints(arrow).map(({ x, y }): Point => [x - arrow.x, y - arrow.y]);
  const segments = pinsOfSegments(arrow).flatMap((pin, segment) => {
    const isHeld = pin !== undefined && arrow.pins?.fixed[pin] === true && segment > 0 && segment + 2 < points.length;
    return isHeld ? [{ index: segment + 1, start: points[segment], end: points[segment + 1] }] : [];
  });
  return segments.length === 0 ? null : segments;
}
