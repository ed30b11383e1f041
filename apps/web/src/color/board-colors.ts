// The colours on a board that are not of the palette.
import { type Color, type CustomColor, isCustomColor, type Shape } from "@inkroom/shapes";

/** So many are shown. */
export const MAX_BOARD_COLORS = 12;

/** Those that most shapes have first. Looks at each shape of the board once. */
export function boardColors(shapes: Iterable<Shape>): readonly CustomColor[] {
  const counts = new Map<CustomColor, number>();
  const count = (color: Color | "same"): void => {
    if (isCustomColor(color)) counts.set(color, (counts.get(color) ?? 0) + 1);
  };
  for (const shape of shapes) {
    if ("color" in shape) count(shape.color);
    if ("fillColor" in shape && shape.fill !== "none") count(shape.fillColor);
  }
  return [...counts]
    .toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .slice(0, MAX_BOARD_COLORS)
    .map(([color]) => color);
}
