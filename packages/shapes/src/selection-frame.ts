// The frame around selected shapes and its eight handles; the editor hits what the canvas paints.
import { type Box, boxCenter, boxCorners, rotatedBoxBounds, rotateVec, unionBoxes, type Vec } from "@inkroom/geometry";
import { pageFrameBounds } from "./page-space.ts";
import { shapeKindOf } from "./registry.ts";
import type { Shape } from "./shape.ts";

/** Clockwise from the top left, by compass point. */
export const HANDLE_NAMES = ["nw", "n", "ne", "e", "se", "s", "sw", "w"] as const;
export type HandleName = (typeof HANDLE_NAMES)[number];

const CORNER_NAMES = ["nw", "ne", "se", "sw"] as const;
/** The sides of a note, by compass point. */
const SIDE_NAMES = ["n", "e", "s", "w"] as const;
export type SideName = (typeof SIDE_NAMES)[number];
/** Which way each side looks, before turning. */
export const SIDE_DIRECTIONS: Readonly<Record<SideName, readonly [x: number, y: number]>> = {
  n: [0, -1],
  e: [1, 0],
  s: [0, 1],
  w: [-1, 0],
};

/** Side of the painted square of a handle, screen pixels. */
export const HANDLE_SIZE_PX = 9;
/** How near to a handle's centre a press takes it, screen pixels: mouse or pen, and finger. */
export const HANDLE_REACH_PX: Readonly<Record<"fine" | "coarse", number>> = { fine: 9, coarse: 18 };
/** How far above the middle of the frame's top side the centre of the handle for turning lies, screen pixels. */
const TURN_HANDLE_GAP_PX = 26;
/** The same above a sticky note, whose handle for a neighbour stands between. */
const TURN_HANDLE_GAP_OF_NOTE_PX = 58;
/** How far beside a note's sides the centres of the handles for neighbours lie, screen pixels. */
const PLUS_HANDLE_GAP_PX = 26;
/** Notes smaller than this on screen have none. */
const MIN_SIDE_FOR_PLUS_PX = 60;
/** Sides shorter than this on screen have no handle in their middle: the corners would leave no room. */
const MIN_SIDE_FOR_MIDDLE_PX = 28;
/** The same for the sides of a text, which set where it wraps: one line must do. */
const MIN_SIDE_FOR_WRAP_PX = 16;

/**
 * A box that may be turned: `box` is in page units before turning by `rotation` radians about its own centre.
 * One selected shape has the frame's rotation, several have none.
 */
export type SelectionFrame = {
  readonly box: Box;
  readonly rotation: number;
  /** True for a text alone: its left and right side set where it wraps, and its height follows from that. */
  readonly isText?: boolean;
  /** True for a sticky note alone: it is resized as a whole, and has handles for neighbours beside its sides. */
  readonly isNote?: boolean;
  /** True for a line or an arrow of two points, or an elbow, alone: it has handles on those, and no frame is shown. */
  readonly isPlainLine?: boolean;
};

/** Bounds of the frames of all shapes on the page, without outline width; undefined for none. */
export function selectionBounds(shapes: Iterable<Shape>): Box | undefined {
  return unionBoxes([...shapes].map(pageFrameBounds));
}

/** The frame to show for a selection; undefined for no shapes. */
export function selectionFrame(shapes: Iterable<Shape>): SelectionFrame | undefined {
  const all = [...shapes];
  const only = all.length === 1 ? all[0] : undefined;
  if (only !== undefined) {
    const frame = shapeKindOf(only).frame(only);
    const box = { x: frame.x + only.x, y: frame.y + only.y, w: frame.w, h: frame.h };
    return { box, rotation: only.rotation, ...traitsOf(only) };
  }
  const box = selectionBounds(all);
  return box === undefined ? undefined : { box, rotation: 0 };
}

/** What is special about the frame of one shape. */
function traitsOf(shape: Shape): Omit<SelectionFrame, "box" | "rotation"> {
  if (shape.kind === "text") return { isText: true };
  if (shape.kind === "note") return { isNote: true };
  const isLinear = shape.kind === "line" || shape.kind === "arrow";
  return isLinear && (shape.vertices.length === 4 || shape.route === "elbow") ? { isPlainLine: true } : {};
}

/** Page positions of the frame's corners, clockwise from the top left. */
export function frameCorners(frame: SelectionFrame): readonly [Vec, Vec, Vec, Vec] {
  const center = boxCenter(frame.box);
  const [nw, ne, se, sw] = boxCorners(frame.box);
  const turn = (corner: Vec): Vec => rotateVec(corner, frame.rotation, center);
  return [turn(nw), turn(ne), turn(se), turn(sw)];
}

/** Page position of one handle. */
export function handlePosition(frame: SelectionFrame, name: HandleName): Vec {
  const { x, y, w, h } = frame.box;
  const share = HANDLE_SHARES[name];
  return rotateVec({ x: x + w * share.x, y: y + h * share.y }, frame.rotation, boxCenter(frame.box));
}

/** The handles that are shown at this zoom (screen pixels per page unit), with their page positions. */
export function shownHandles(frame: SelectionFrame, zoom: number): readonly { readonly name: HandleName; readonly at: Vec }[] {
  const isWide = frame.box.w * zoom >= MIN_SIDE_FOR_MIDDLE_PX;
  const isText = frame.isText === true;
  if (frame.isNote === true) return CORNER_NAMES.map((name) => ({ name, at: handlePosition(frame, name) }));
  const isHigh = frame.box.h * zoom >= (isText ? MIN_SIDE_FOR_WRAP_PX : MIN_SIDE_FOR_MIDDLE_PX);
  return HANDLE_NAMES.filter((name) => {
    if (name === "n" || name === "s") return isWide && !isText;
    return name === "e" || name === "w" ? isHigh : true;
  }).map((name) => ({ name, at: handlePosition(frame, name) }));
}

/** The handle nearest to a page point and within reach; of two as near as each other the corner. */
export function handleAt(frame: SelectionFrame, pagePoint: Vec, zoom: number, pointer: "fine" | "coarse" = "fine"): HandleName | undefined {
  const reach = HANDLE_REACH_PX[pointer] / zoom;
  const distance = (at: Vec): number => Math.max(Math.abs(at.x - pagePoint.x), Math.abs(at.y - pagePoint.y));
  return shownHandles(frame, zoom)
    .filter(({ at }) => distance(at) <= reach)
    .sort((a, b) => distance(a.at) - distance(b.at) || b.name.length - a.name.length)[0]?.name;
}

/** Page position of the handle that turns what is framed, at this zoom (screen pixels per page unit). */
export function turnHandlePosition(frame: SelectionFrame, zoom: number): Vec {
  const { x, y, w } = frame.box;
  const gap = plusHandles(frame, zoom).length > 0 ? TURN_HANDLE_GAP_OF_NOTE_PX : TURN_HANDLE_GAP_PX;
  return rotateVec({ x: x + w / 2, y: y - gap / zoom }, frame.rotation, boxCenter(frame.box));
}

/** The handles beside a sticky note that make another one there, with their page positions; none for other frames. */
export function plusHandles(frame: SelectionFrame, zoom: number): readonly { readonly side: SideName; readonly at: Vec }[] {
  const { x, y, w, h } = frame.box;
  if (frame.isNote !== true || w * zoom < MIN_SIDE_FOR_PLUS_PX) return [];
  const gap = PLUS_HANDLE_GAP_PX / zoom;
  const center = boxCenter(frame.box);
  return SIDE_NAMES.map((side) => {
    const [dx, dy] = SIDE_DIRECTIONS[side];
    const at = { x: x + w / 2 + dx * (w / 2 + gap), y: y + h / 2 + dy * (h / 2 + gap) };
    return { side, at: rotateVec(at, frame.rotation, center) };
  });
}

/** The handle for a neighbour that a press at a page point takes. */
export function plusHandleAt(
  frame: SelectionFrame,
  pagePoint: Vec,
  zoom: number,
  pointer: "fine" | "coarse" = "fine",
): SideName | undefined {
  const reach = (HANDLE_REACH_PX[pointer] + 2) / zoom;
  return plusHandles(frame, zoom).find(({ at }) => Math.hypot(at.x - pagePoint.x, at.y - pagePoint.y) <= reach)?.side;
}

/** Does a press at a page point take the handle for turning? */
export function isTurnHandleAt(frame: SelectionFrame, pagePoint: Vec, zoom: number, pointer: "fine" | "coarse" = "fine"): boolean {
  const at = turnHandlePosition(frame, zoom);
  return Math.hypot(at.x - pagePoint.x, at.y - pagePoint.y) <= HANDLE_REACH_PX[pointer] / zoom;
}

/** Bounds on the page of the turned frame. */
export function frameBounds(frame: SelectionFrame): Box {
  return rotatedBoxBounds(frame.box, frame.rotation, boxCenter(frame.box));
}

/** Where on the frame each handle sits: shares of width and height from the top left. */
const HANDLE_SHARES: Readonly<Record<HandleName, Vec>> = {
  nw: { x: 0, y: 0 },
  n: { x: 0.5, y: 0 },
  ne: { x: 1, y: 0 },
  e: { x: 1, y: 0.5 },
  se: { x: 1, y: 1 },
  s: { x: 0.5, y: 1 },
  sw: { x: 0, y: 1 },
  w: { x: 0, y: 0.5 },
};
