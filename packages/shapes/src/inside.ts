// Which shapes have an inside that can be filled, and which of them are.
import { isClosedInk } from "./draw/closed-ink.ts";
import { isClosedLine } from "./drawn-line.ts";
import type { Shape } from "./shape.ts";

/** A shape that takes a fill by its kind. */
type Fillable = Extract<Shape, { readonly fill: unknown }>;

/** Is there an inside to fill? Of lines and ink only where they have closed themselves. */
export function hasInside(shape: Shape): shape is Fillable {
  if (shape.kind === "draw") return isClosedInk(shape);
  return shape.kind === "line" ? isClosedLine(shape) : "fill" in shape;
}

/** Does what is inside of it hide what lies under it? */
export function isFilled(shape: Shape): shape is Fillable {
  return hasInside(shape) && shape.fill !== "none";
}
