// Frames are taken by their names, which are as large on every screen.
import type { Vec } from "@inkroom/geometry";
import { compareShapes, FRAME_NAME_PX, type FrameShape, isOnFrameName } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { isWithinReach, type Reach } from "../locks.ts";

/** The topmost frame whose name a page point is on. */
export function frameAtName(
  { state, store, shape: shapeOf, measureText }: EditorContext,
  point: Vec,
  reach: Reach,
): FrameShape | undefined {
  const { zoom } = state.camera;
  let best: FrameShape | undefined;
  for (const id of store.view.frames()) {
    const frame = shapeOf(id);
    if (frame?.kind !== "frame" || !isWithinReach(store.view, frame, reach)) continue;
    if (best !== undefined && compareShapes(frame, best) < 0) continue;
    // Measured only where it matters: this is asked at every move of the pointer.
    if (!isOnFrameName(frame, point, zoom, Infinity)) continue;
    if (isOnFrameName(frame, point, zoom, measureText(frame.name, { fontSize: FRAME_NAME_PX.font }).w)) best = frame;
  }
  return best;
}
