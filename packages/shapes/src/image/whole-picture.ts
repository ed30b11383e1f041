// The picture of which a shape shows a part, as it would lie if all of it were shown.
import type { Box } from "@inkroom/geometry";
import { imageKind } from "./index.ts";
import { type ImageShape, NO_CROP } from "./schema.ts";

/** Where all of the picture lies, in the shape's local space: the part that is shown fills the box from (0, 0) to (w, h). */
export function wholeBox({ w, h, flipX, flipY, cropX, cropY, cropW, cropH }: ImageShape): Box {
  const [wholeW, wholeH] = [w / Math.max(cropW, Number.EPSILON), h / Math.max(cropH, Number.EPSILON)];
  const left = flipX ? 1 - cropX - cropW : cropX;
  const top = flipY ? 1 - cropY - cropH : cropY;
  return { x: -left * wholeW, y: -top * wholeH, w: wholeW, h: wholeH };
}

/** The shape without its crop, in its place. */
export function wholePicture(shape: ImageShape): ImageShape {
  return { ...shape, ...imageKind.resize(shape, wholeBox(shape)), ...NO_CROP };
}
