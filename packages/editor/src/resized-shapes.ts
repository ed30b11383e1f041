// What becomes of shapes when the frame around them is scaled, with what is written on them.
import type { Props } from "@inkroom/model";
import { hasText, type SelectionFrame, type Shape, type ShapeId, type TextBearing, type TextShape } from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";
import { type FrameScale, resizedProps } from "./resize.ts";
import { withProps } from "./shape-edit.ts";
import { measuredText, relabelled } from "./text-box.ts";

/** What to `set` on each; `isSide`: a text by itself wraps at the new width. Undefined where one of the shapes would outgrow its limits: then the frame stays as it was. */
export function resizedShapes(
  context: Pick<EditorContext, "measureText">,
  shapes: readonly Shape[],
  frame: SelectionFrame,
  scale: FrameScale,
  isSide: boolean,
): ReadonlyMap<ShapeId, Props> | undefined {
  const changes = new Map<ShapeId, Props>();
  const only = shapes.length === 1 ? shapes[0] : undefined;
  if (only?.kind === "text" && isSide && scale.y === 1) return new Map([[only.id, rewrapped(context, only, scale)]]);
  for (const shape of shapes) {
    const props = resizedProps(shape, frame, scale);
    if (props === undefined) return undefined;
    changes.set(shape.id, hasText(shape) ? { ...props, ...labelProps(context, shape, props, scale) } : props);
  }
  return changes;
}

function rewrapped(context: Pick<EditorContext, "measureText">, shape: TextShape, scale: FrameScale): Props {
  const w = Math.abs(shape.w * scale.x);
  const left = scale.anchor.x + (shape.x - scale.anchor.x) * scale.x;
  const { size, h } = measuredText({ ...shape, w, autoWidth: false }, {}, context.measureText);
  return { x: Math.min(left, left + shape.w * scale.x), size, w, h, autoWidth: false, scale: shape.scale };
}

/** The words on a resized shape wrap anew; it stays as high as they are, and grows away from the side that is held. */
function labelProps(context: Pick<EditorContext, "measureText">, shape: TextBearing, props: Props, { y }: FrameScale): Props {
  const changes = relabelled(withProps(shape, props), context.measureText, { isWidthKept: true });
  const [height, top] = [props["h"], props["y"]];
  if (typeof changes["h"] !== "number" || typeof height !== "number" || typeof top !== "number" || y >= 1 || top === shape.y)
    return changes;
  return { ...changes, y: top - (changes["h"] - height) };
}
