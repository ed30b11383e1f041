// Making a stroke in the current style: of ink on top of everything, of the highlighter under the ink.
import { indexBetween } from "@inkroom/model";
import { compareShapes, type DrawShape, isFilled, type Shape } from "@inkroom/shapes";
import type { Vec } from "@inkroom/geometry";
import { visibleBox } from "../../camera.ts";
import type { EditorContext } from "../../context.ts";
import { newBase } from "../../new-base.ts";

export function newStroke(
  context: EditorContext,
  origin: Vec,
  ink: Pick<DrawShape, "nib" | "quantum" | "pressure" | "points" | "count">,
): DrawShape {
  const { color, markerColor, size, fill, fillColor } = context.state.style;
  const look =
    ink.nib === "highlighter"
      ? ({ color: markerColor, fill: "none", fillColor: "same", index: indexUnderInk(context) } as const)
      : { color, fill, fillColor };
  return { ...newBase(context, origin), ...look, kind: "draw", size, scaleX: 1, scaleY: 1, ...ink, done: false };
}

/**
 * A place in the stack for a highlighter's stroke: over everything in view that would hide it, under the ink above that.
 * Strokes that come to lie there side by side share a place, so that indices do not grow longer and longer.
 */
function indexUnderInk(context: EditorContext): string {
  const { camera, viewport } = context.state;
  let ground: Shape | undefined;
  for (const shape of context.index.near(visibleBox(camera, viewport))) {
    const isGround = shape.kind === "note" || isHighlight(shape) || isFilled(shape);
    if (isGround && (ground === undefined || compareShapes(shape, ground) > 0)) ground = shape;
  }
  if (ground !== undefined && isHighlight(ground)) return ground.index;
  return indexBetween(ground?.index, context.index.indexAbove(ground?.index));
}

function isHighlight(shape: Shape): boolean {
  return shape.kind === "draw" && shape.nib === "highlighter";
}
