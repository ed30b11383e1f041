// What the frames that a shape lies in leave of it.
import { type Box, boxContainsBox, boxesIntersect, boxCorners, isInConvex } from "@inkroom/geometry";
import type { Clip } from "./clip.ts";
import type { FrameShape } from "./frame/schema.ts";
import { pageBounds, pageFrameBounds, toPage } from "./page-space.ts";
import type { Shape } from "./shape.ts";

/**
 * `parents`: what the shape lies in, from the inside out. Undefined where no frame cuts anything off. A frame that a shape lies
 * beside does not hide it: others have moved one of them meanwhile, and nobody would find it again.
 */
export function frameClip(shape: Shape, parents: readonly Shape[]): Clip | undefined {
  const cutting = parents.filter((parent) => parent.kind === "frame" && isCutBy(shape, parent)) as readonly FrameShape[]; // reason: of that kind
  return cutting.length === 0 ? undefined : cutting.map(frameOutline);
}

/** The corners of the frame on the page, clockwise, flat x, y. */
function frameOutline(frame: FrameShape): readonly number[] {
  const { w, h } = frame;
  return [0, 0, w, 0, w, h, 0, h].flatMap((_, i, flat) => {
    if (i % 2 === 1) return [];
    const { x, y } = toPage(frame, { x: flat[i] ?? 0, y: flat[i + 1] ?? 0 });
    return [x, y];
  });
}

/** Does a page box lie wholly inside of the frame? */
export function frameHolds(frame: FrameShape, box: Box): boolean {
  if (frame.rotation === 0) return boxContainsBox(pageFrameBounds(frame), box);
  const outline = frameOutline(frame);
  return boxCorners(box).every((corner) => isInConvex(corner, outline));
}

/** Does a page box lie on the frame, be it in part? Near the corners of a turned frame also where it lies a little beside it. */
export function frameMeets(frame: FrameShape, box: Box): boolean {
  return boxesIntersect(pageFrameBounds(frame), box);
}

function isCutBy(shape: Shape, frame: FrameShape): boolean {
  const bounds = pageBounds(shape);
  return frameMeets(frame, bounds) && !frameHolds(frame, bounds);
}
