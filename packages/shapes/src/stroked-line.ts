// A stroked chain of straight segments, dashed or not, that stops before a box and goes on behind it.
import { type Box, polylineLength } from "@inkroom/geometry";
import { dashPattern } from "./dash.ts";
import type { PathItem } from "./display-list.ts";
import { polylineOutside } from "./label/polyline-outside.ts";
import { polylinePath } from "./polyline-path.ts";
import type { ColorName, DashName } from "./style.ts";

/** One item per piece. `width` in page units; `gap` in the space of `flat`. */
export function strokedLine(
  { color, dash }: { readonly color: ColorName; readonly dash: DashName },
  flat: readonly number[],
  width: number,
  gap: Box | undefined,
): readonly PathItem[] {
  const pieces = gap === undefined ? [flat] : polylineOutside(flat, gap);
  return pieces.map((piece) => {
    const pattern = dashPattern(dash, width, { length: polylineLength(piece), closed: false });
    const stroke = { paint: { color, shade: "full" }, width, ...(pattern === undefined ? {} : { dash: pattern }) } as const;
    return { kind: "path", path: polylinePath(piece), stroke };
  });
}
