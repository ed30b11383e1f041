// What a click without a drag makes: the size of a shape that was not given one.
import type { Vec } from "@inkroom/geometry";

/** Width and height in page units, by kind. */
export const DEFAULT_EXTENT: Readonly<Record<"rect" | "ellipse" | "frame" | "geo", { readonly w: number; readonly h: number }>> = {
  rect: { w: 160, h: 100 },
  ellipse: { w: 140, h: 140 },
  frame: { w: 480, h: 270 },
  geo: { w: 140, h: 140 },
};

/** Top left corner of a default-size box that has `center` in its middle. */
export function defaultOrigin(kind: keyof typeof DEFAULT_EXTENT, center: Vec): Vec {
  const { w, h } = DEFAULT_EXTENT[kind];
  return { x: center.x - w / 2, y: center.y - h / 2 };
}
