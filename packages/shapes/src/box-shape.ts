// What shapes have in common that fill a box: the box itself, its bounds with the outline, and how it is resized.
import { type Box, expandBox, normalizeBox } from "@inkroom/geometry";
import type { EllipseShape } from "./ellipse/schema.ts";
import type { GeoShape } from "./geo/schema.ts";
import type { RectShape } from "./rect/schema.ts";
import { resizedOrigin } from "./resized-origin.ts";
import { roughReach } from "./rough/unsteady.ts";
import { STROKE_WIDTHS } from "./style.ts";

type BoxShape = EllipseShape | GeoShape | RectShape;
type BoxProps = Pick<BoxShape, "x" | "y" | "rotation" | "w" | "h">;

export function boxFrame(shape: BoxShape): Box {
  return { x: 0, y: 0, w: shape.w, h: shape.h };
}

export function boxBounds(shape: BoxShape): Box {
  return expandBox(boxFrame(shape), STROKE_WIDTHS[shape.size] / 2 + roughReach(shape));
}

export function resizeBox(shape: BoxShape, target: Box): BoxProps {
  const { w, h } = normalizeBox(target);
  return { ...resizedOrigin(shape, boxFrame(shape), target, { x: 0, y: 0, w, h }), rotation: shape.rotation, w, h };
}
