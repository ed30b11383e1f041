// Kept work as people see it, whatever it is kept in.
import type { Shape, ShapeId } from "@inkroom/shapes";
import type { KeptItem } from "./kept-work.ts";

/** Kept work as people count it: what happened to the same shapes for the same reason is one thing. In order of arrival. */
export function keptThings(items: readonly KeptItem[]): readonly (readonly [KeptItem, ...KeptItem[]])[] {
  const things = new Map<string, [KeptItem, ...KeptItem[]]>();
  for (const item of items) {
    const key = [item.reason, ...item.shapes.map(({ id }) => id).toSorted()].join(" ");
    const thing = things.get(key);
    if (thing === undefined) things.set(key, [item]);
    else thing.push(item);
  }
  return [...things.values()];
}

/** The shapes of kept work, each as it was seen last. */
export function keptShapes(items: readonly KeptItem[]): readonly Shape[] {
  const shapes = new Map<ShapeId, Shape>();
  for (const item of items) for (const shape of item.shapes) shapes.set(shape.id, shape);
  return [...shapes.values()];
}
