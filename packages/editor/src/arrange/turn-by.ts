// Turns the selection by a fixed angle about the centre of its frame.
import { boxCenter } from "@inkroom/geometry";
import type { Op } from "@inkroom/model";
import type { EditorContext } from "../context.ts";
import { heldShapes } from "../frames/held-shapes.ts";
import { wholeGroups } from "../shape-edit.ts";
import { turnedProps } from "../turn.ts";

/** Degrees clockwise. While the key is held it is one step. */
export function turn(context: EditorContext, degrees: number): void {
  const frame = context.selectionFrame();
  if (frame === undefined) return;
  const pivot = boxCenter(frame.box);
  const angle = (degrees * Math.PI) / 180;
  const ops = heldShapes(context).map((shape): Op => ({
    op: "set",
    id: shape.id,
    props: wholeGroups(shape, turnedProps(shape, pivot, angle)),
  }));
  context.commitRepeatable(ops, "turn");
}
