// How the inside of a closed shape is painted.
import type { Paint } from "./display-list.ts";
import type { ColorName, FillName } from "./style.ts";

export function fillPaint(fill: FillName, color: ColorName): Paint | undefined {
  if (fill === "none") return undefined;
  return { color, shade: fill === "solid" ? "full" : "tint" };
}
