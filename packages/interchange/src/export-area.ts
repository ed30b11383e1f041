// Which part of the page a picture shows.
import { type Box, expandBox, unionBoxes } from "@inkroom/geometry";
import { hasInk, pageBounds, type Shape } from "@inkroom/shapes";

/** All ink of the shapes with `padding` page units around it, on whole page units; undefined for no shapes. */
export function exportArea(shapes: readonly Shape[], padding: number): Box | undefined {
  const bounds = unionBoxes(shapes.filter(hasInk).map(pageBounds));
  if (bounds === undefined) return undefined;
  const { x, y, w, h } = expandBox(bounds, padding);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, w: Math.max(1, Math.ceil(x + w) - left), h: Math.max(1, Math.ceil(y + h) - top) };
}
