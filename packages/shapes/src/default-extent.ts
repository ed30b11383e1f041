// What a click without a drag makes: the size of a shape that was not given one.
import type { Vec } from "@inkroom/geometry";

/** Width and height in page units, by kind; for line and arrow the displacement from the first to the last vertex. */
export const DEFAULT_EXTENT: Readonly<Record<"rect" | "ellipse" | "geo" | "line" | "arrow", { readonly w: number; readonly h: number }>> = {
  rect: { w: 160, h: 100 },
  ellipse: { w: 140, h: 140 },
  geo: { w: 140, h: 140 },
  line: { w: 160, h: 0 },
  arrow: { w: 160, h: 0 },
};

/** Top left corner of a default-size box that has `center` in its middle. */
export function defaultOrigin(kind: keyof typeof DEFAULT_EXTENT, center: Vec): Vec {
  const { w, h } = DEFAULT_EXTENT[kind];
  return { x: center.x - w / 2, y: center.y - h / 2 };
}
