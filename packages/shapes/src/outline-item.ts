// The one item that a closed shape is drawn with: its outline, stroked and, if it has a fill, filled.
import { dashPattern } from "./dash.ts";
import type { Paint, PathData, PathItem } from "./display-list.ts";
import { type ColorName, type DashName, type FillName, type SizeName, STROKE_WIDTHS } from "./style.ts";

type Look = { readonly color: ColorName; readonly fill: FillName; readonly dash: DashName; readonly size: SizeName };

/** `length` is that of the whole outline, page units: dashes are fitted to it. */
export function outlineItem({ color, fill, dash, size }: Look, path: PathData, length: number): PathItem {
  const width = STROKE_WIDTHS[size];
  const pattern = dashPattern(dash, width, { length, closed: true });
  const inside = fillPaint(fill, color);
  return {
    kind: "path",
    path,
    ...(inside === undefined ? {} : { fill: inside }),
    stroke: { paint: { color, shade: "full" }, width, ...(pattern === undefined ? {} : { dash: pattern }) },
  };
}

function fillPaint(fill: FillName, color: ColorName): Paint | undefined {
  if (fill === "none") return undefined;
  return { color, shade: fill === "solid" ? "full" : "tint" };
}
