// Scales the selection about the centre of its frame.
import { boxCenter } from "@inkroom/geometry";
import type { Op } from "@inkroom/model";
import type { EditorContext } from "../context.ts";
import { resizedShapes } from "../resized-shapes.ts";
import { selectedShapes } from "../selection.ts";
import { wholeGroups } from "../shape-edit.ts";

/** The longer side of the frame gets no shorter by this, page units. */
const MIN_SIDE = 4;

/** While the key is held it is one step. Nothing happens where a shape would outgrow what it may be. */
export function scaleBy(context: EditorContext, factor: number): void {
  const frame = context.selectionFrame();
  if (frame === undefined || Math.max(frame.box.w, frame.box.h) * factor < MIN_SIDE) return;
  const shapes = selectedShapes(context);
  const changes = resizedShapes(context, shapes, frame, { anchor: boxCenter(frame.box), x: factor, y: factor }, false);
  if (changes === undefined) return;
  const ops = shapes.map((shape): Op => ({ op: "set", id: shape.id, props: wholeGroups(shape, changes.get(shape.id) ?? {}) }));
  context.commitRepeatable(ops, "scale");
}
