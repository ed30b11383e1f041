// Where a shape's origin goes when its frame changes, so that a rotated shape stays where the hand holds it.
import { type Box, boxCenter, normalizeBox, rotateVec, type Vec } from "@inkroom/geometry";
import type { Shape } from "./shape.ts";

/**
 * The new (x, y). `target` is where the frame shall be in the old local space; `newFrame` is the frame the resized
 * shape has in its own local space. Needed because rotation turns about the frame's centre, which moves.
 */
export function resizedOrigin(shape: Shape, oldFrame: Box, target: Box, newFrame: Box): Vec {
  const center = rotateVec(boxCenter(normalizeBox(target)), shape.rotation, boxCenter(oldFrame));
  const offset = boxCenter(newFrame);
  return { x: shape.x + center.x - offset.x + 0, y: shape.y + center.y - offset.y + 0 };
}
