// The frames of a board in the order in which a person would read them: that of the slides, and of going from frame to frame.
import type { DrawnView } from "@inkroom/model";
import type { FrameShape } from "@inkroom/shapes";
import { readingOrder } from "../reading-order.ts";

/** Frames in other frames are among them, by their own places. */
export function framesInOrder(view: Pick<DrawnView, "frames" | "get">): readonly FrameShape[] {
  const frames = [...view.frames()].flatMap((id) => view.get(id) ?? []);
  return readingOrder({ shapes: () => frames, get: () => undefined }).flatMap(({ shape }) => (shape.kind === "frame" ? [shape] : []));
}
