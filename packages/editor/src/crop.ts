// What cutting a picture makes of it: its frame moves over the picture, or the picture behind its frame; what stays in view stays
// where it is. Pulls are in the shape's local space, before its rotation.
import type { Box, Vec } from "@inkroom/geometry";
import type { Props } from "@inkroom/model";
import { type HandleName, type ImageShape, shapeKindOf, wholeBox } from "@inkroom/shapes";

/** The shape with a side or corner of its frame pulled. `minSide`: of the frame, page units, where the picture has so much. */
export function croppedByHandle(shape: ImageShape, handle: HandleName, pull: Vec, minSide: number): Props {
  const whole = wholeBox(shape);
  const [left, right] = pulled([0, shape.w], [whole.x, whole.x + whole.w], sideOf(handle, "w", "e"), { by: pull.x, minSide });
  const [top, bottom] = pulled([0, shape.h], [whole.y, whole.y + whole.h], sideOf(handle, "n", "s"), { by: pull.y, minSide });
  const box = { x: left, y: top, w: right - left, h: bottom - top };
  return { ...(shapeKindOf(shape).resize(shape, box) as Props), ...sharesOf(shape, box, whole) };
}

/** The shape with its picture pulled along behind the frame, as far as the frame stays full. */
export function croppedByPan(shape: ImageShape, pull: Vec): Props {
  const whole = wholeBox(shape);
  const x = Math.min(0, Math.max(shape.w - whole.w, whole.x + pull.x));
  const y = Math.min(0, Math.max(shape.h - whole.h, whole.y + pull.y));
  const { w, h } = shape;
  return { w, h, ...sharesOf(shape, { x: 0, y: 0, w, h }, { ...whole, x, y }) };
}

type Side = "first" | "second" | undefined;

function sideOf(handle: HandleName, first: string, second: string): Side {
  if (handle.includes(first)) return "first";
  return handle.includes(second) ? "second" : undefined;
}

/** The two ends of the frame along one axis, within those of the picture. */
function pulled(
  [from, to]: readonly [number, number],
  [least, most]: readonly [number, number],
  side: Side,
  { by, minSide }: { readonly by: number; readonly minSide: number },
): readonly [number, number] {
  const shortest = Math.min(minSide, to - from);
  if (side === "first") return [Math.max(least, Math.min(from + by, to - shortest)), to];
  return side === "second" ? [from, Math.min(most, Math.max(to + by, from + shortest))] : [from, to];
}

/** Which part of the picture lies in the box. */
function sharesOf({ flipX, flipY }: ImageShape, box: Box, whole: Box): Props {
  const share = (value: number): number => Math.min(1, Math.max(0, value)) + 0;
  const [cropW, cropH] = [share(box.w / whole.w), share(box.h / whole.h)];
  const [left, top] = [(box.x - whole.x) / whole.w, (box.y - whole.y) / whole.h];
  return { cropX: share(flipX ? 1 - left - cropW : left), cropY: share(flipY ? 1 - top - cropH : top), cropW, cropH };
}
