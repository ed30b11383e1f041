// Where an arrow lies, as it is written: all of it at once, for what is stored of a bound arrow lies elsewhere than what is seen.
import type { Vec } from "@inkroom/geometry";
import type { Props } from "@inkroom/model";
import { type ArrowShape, type Binding, END_NAMES, pinsProp, type Shape, type ShapeId } from "@inkroom/shapes";
import { clampCoordinate } from "./shape-edit.ts";

/** What to `set` so that the arrow is stored where it is seen. */
export function drawnPlace(arrow: ArrowShape): Props {
  const { x, y, rotation, vertices } = arrow;
  const place = { x: clampCoordinate(x), y: clampCoordinate(y), rotation, vertices: vertices.map(clampCoordinate) };
  return { ...place, ...pinsProp(arrow, clampCoordinate) };
}

/** What to `set` so that the shape is moved, page units. Ends of an arrow let go of what is not `moved` with them. */
export function movedProps(shape: Shape, { x, y }: Vec, moved: ReadonlySet<ShapeId>): Props {
  const place = { x: clampCoordinate(shape.x + x), y: clampCoordinate(shape.y + y) };
  if (shape.kind !== "arrow" || boundEnds(shape).length === 0) return place;
  const kept = (end: Binding | null): Binding | null => (end === null || (x === 0 && y === 0) || moved.has(end.id) ? end : null);
  return { ...drawnPlace(shape), ...place, start: kept(shape.start), end: kept(shape.end) };
}

/** Is it an arrow that hangs on something else than these? */
export function isHeldBack(shape: Shape, moved: ReadonlySet<ShapeId>): boolean {
  return shape.kind === "arrow" && boundEnds(shape).some(({ id }) => !moved.has(id));
}

function boundEnds(arrow: ArrowShape): readonly Binding[] {
  return END_NAMES.flatMap((end) => arrow[end] ?? []);
}
