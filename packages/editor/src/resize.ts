// Where a selection's frame goes when one of its handles is pulled, and where each shape in it goes with it.
import { type Box, boxCenter, rotateVec, type Vec } from "@inkroom/geometry";
import type { Props } from "@inkroom/model";
import { type HandleName, MAX_EXTENT, pageFrameBounds, type Pins, type SelectionFrame, type Shape, shapeKindOf } from "@inkroom/shapes";
import { clampCoordinate } from "./shape-edit.ts";

/** A scaling about a fixed point, in the frame's own unturned space. Negative factors mirror. */
export type FrameScale = { readonly anchor: Vec; readonly x: number; readonly y: number };
export type ResizeOptions = {
  /** Keep the ratio of the sides. */ readonly ratio: boolean;
  /** About the centre. */ readonly centred: boolean;
  /** No side gets shorter, page units. */ readonly minSide: number;
};

const ORIGIN: Vec = { x: 0, y: 0 };

/** The scaling that follows from pulling a handle by a page-space vector. */
export function scaleByHandle(frame: SelectionFrame, handle: HandleName, pull: Vec, options: ResizeOptions): FrameScale {
  const { box } = frame;
  const by = rotateVec(pull, -frame.rotation, ORIGIN);
  const side = { x: handle.includes("e") ? 1 : handle.includes("w") ? -1 : 0, y: handle.includes("s") ? 1 : handle.includes("n") ? -1 : 0 };
  const reach = options.centred ? 2 : 1;
  let x = factor(box.w, side.x * by.x * reach, options.minSide);
  let y = factor(box.h, side.y * by.y * reach, options.minSide);
  if (options.ratio) {
    const size = side.y === 0 ? Math.abs(x) : side.x === 0 ? Math.abs(y) : Math.max(Math.abs(x), Math.abs(y));
    x = size * (x < 0 ? -1 : 1);
    y = size * (y < 0 ? -1 : 1);
  }
  const held = (at: number, length: number, direction: number): number =>
    at + (options.centred || direction === 0 ? length / 2 : direction === 1 ? 0 : length);
  return { anchor: { x: held(box.x, box.w, side.x), y: held(box.y, box.h, side.y) }, x, y };
}

function factor(length: number, growth: number, minSide: number): number {
  if (length === 0 || growth === 0) return 1;
  const next = length + growth;
  return (Math.abs(next) < minSide ? (next < 0 ? -minSide : minSide) : next) / length;
}

/** What to `set` on a shape of the frame; undefined where the result would lie outside of what a shape may be. */
export function resizedProps(shape: Shape, frame: SelectionFrame, scale: FrameScale): Props | undefined {
  const kind = shapeKindOf(shape);
  const own = kind.frame(shape);
  const target = frame.rotation !== 0 || shape.rotation === 0 ? scaledBox(shape, own, scale) : scaledTurnedBox(shape, own, scale);
  const props = kind.resize(shape, target) as Props;
  return isWithinLimits(props) ? props : undefined;
}

/** The shape's box lies in the space that is scaled. */
function scaledBox(shape: Shape, own: Box, { anchor, x, y }: FrameScale): Box {
  return {
    x: anchor.x + (own.x + shape.x - anchor.x) * x - shape.x,
    y: anchor.y + (own.y + shape.y - anchor.y) * y - shape.y,
    w: own.w * x,
    h: own.h * y,
  };
}

/** A turned shape among others: its centre is moved, its sides keep their ratio. */
function scaledTurnedBox(shape: Shape, own: Box, { anchor, x, y }: FrameScale): Box {
  const center = boxCenter(pageFrameBounds(shape));
  const moved = { x: (anchor.x - center.x) * (1 - x), y: (anchor.y - center.y) * (1 - y) };
  const local = rotateVec(moved, -shape.rotation, ORIGIN);
  const size = Math.sqrt(Math.abs(x * y));
  const middle = boxCenter(own);
  const w = own.w * size;
  const h = own.h * size;
  return { x: middle.x + local.x - w / 2, y: middle.y + local.y - h / 2, w, h };
}

function isWithinLimits(props: Props): boolean {
  const isCoordinate = (value: unknown): boolean => value === undefined || (typeof value === "number" && clampCoordinate(value) === value);
  const isExtent = (value: unknown): boolean => value === undefined || (typeof value === "number" && value >= 0 && value <= MAX_EXTENT);
  const { x, y, w, h, vertices, pins } = props;
  // reason: of the kind's own resize.
  if ((pins as Pins | null | undefined)?.at.every(isCoordinate) === false) return false;
  return [x, y].every(isCoordinate) && [w, h].every(isExtent) && (!Array.isArray(vertices) || vertices.every(isCoordinate));
}
