// The colour of what lies at a point of the screen.
import type { Vec } from "@inkroom/geometry";
import { type Color, hitTestShape, insideColor } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { hitSlack } from "../pointer.ts";

/**
 * Of its inside, or else of its outline; "picture" where the colours are those of a picture, undefined over empty paper and over what
 * has no colour. `screen` in pixels.
 */
export function colorAt(context: EditorContext, screen: Vec): Color | "picture" | undefined {
  const point = context.toPage(screen);
  const slack = hitSlack("mouse", context.state.camera.zoom);
  const shape = context.index.topmostAt(point, slack, "any");
  if (shape?.kind === "image") return "picture";
  if (shape === undefined || !("color" in shape)) return undefined;
  const isInside = "fill" in shape && shape.fill !== "none" && !hitTestShape({ ...shape, fill: "none" }, point, slack);
  return isInside ? insideColor(shape) : shape.color;
}
