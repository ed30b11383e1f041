// Small facts about changing shapes: whole property groups, clamped numbers, fresh copies, places in the stack.
import { type Box, type Vec } from "@inkroom/geometry";
import type { Props } from "@inkroom/model";
import { MAX_COORDINATE, MAX_EXTENT, type Shape, type ShapeId, shapeKindOf } from "@inkroom/shapes";

/** The nearest coordinate on the page. */
export function clampCoordinate(value: number): number {
  return Math.min(MAX_COORDINATE, Math.max(-MAX_COORDINATE, value)) + 0;
}

export function clampPoint(point: Vec): Vec {
  return { x: clampCoordinate(point.x), y: clampCoordinate(point.y) };
}

/** The box between two corners, no larger than a shape may be. */
export function clampedBox(a: Vec, b: Vec): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, w: Math.min(MAX_EXTENT, Math.abs(a.x - b.x)), h: Math.min(MAX_EXTENT, Math.abs(a.y - b.y)) };
}

/** Adds the other members of every property group that `changes` writes in part, with their present values. */
export function wholeGroups(shape: Shape, changes: Props): Props {
  const current = shape as unknown as Props;
  const whole: Record<string, unknown> = { ...changes };
  for (const group of shapeKindOf(shape).groups) {
    if (!group.some((name) => name in changes)) continue;
    for (const name of group) if (!(name in whole)) whole[name] = current[name];
  }
  return whole;
}

/** Are two values of a property the same: numbers, strings, booleans, bytes, lists, bindings and pins. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))];
  return one.length === other.size && one.every(([name, value]) => isSameValue(value, other.get(name)));
}

/** Does writing `changes` leave the shape as it is? */
export function isUnchanged(shape: Shape, changes: Props): boolean {
  const current = shape as unknown as Props;
  return Object.keys(changes).every((name) => isSameValue(current[name], changes[name]));
}

/** The shape with other property values. The caller vouches for their types. */
export function withProps<S extends Shape>(shape: S, changes: Props): S {
  // reason: props are written by the kinds' own resize and style code; the border validates them once more.
  return { ...shape, ...changes } as S;
}

/** A copy under another id, moved by (dx, dy). A copy of a stroke under way is finished as it is, and no copy is locked. */
export function copyShape(shape: Shape, id: ShapeId, index: string, dx: number, dy: number): Shape {
  const moved = { ...shape, id, index, locked: false, x: clampCoordinate(shape.x + dx), y: clampCoordinate(shape.y + dy) };
  return moved.kind === "draw" ? { ...moved, done: true } : moved;
}
