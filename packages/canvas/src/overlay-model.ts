// What lies over the board: outlines, the selection's frame with its handles, the marquee, and other people. Pure:
// says what is to be seen, in page space; overlay-painter.ts paints it.
import type { Box, Vec } from "@inkroom/geometry";
import type { EditorState } from "@inkroom/editor";
import {
  plusHandles,
  HANDLE_SIZE_PX,
  type ImageShape,
  isLinear,
  linkBadgeAt,
  type FrameShape,
  type PointHandle,
  pointHandles,
  type Shape,
  type ShapeId,
  selectionFrame,
  type SelectionFrame,
  shownHandles,
  turnHandlePosition,
} from "@inkroom/shapes";
import type { FrameName } from "./frame-name-painter.ts";
import type { LinkBadge } from "./link-badge-painter.ts";
import type { CursorMotion } from "./cursor-motion.ts";
import type { CanvasPeer } from "./ports.ts";

export type PeerCursor = { readonly name: string; readonly color: string; readonly at: Vec; /** Empty: nothing. */ readonly say: string };
export type MarkedLetters = { readonly shape: Shape; readonly from: number; readonly to: number };
export type OverlayModel = {
  /** Shapes whose own line is traced: what the pointer is over. */
  readonly hovered: Shape | undefined;
  /** The shape that the arrow's end under the hand would hang on: its own line is traced, broader. */
  readonly bindTarget: Shape | undefined;
  /** Letters that are pointed out, UTF-16 units of the words on the shape. */
  readonly letters: MarkedLetters | undefined;
  /** The frames that would take in what the hand moves: lit. */
  readonly takers: readonly Shape[];
  /** Frames of the single shapes of a selection of several. */
  readonly members: readonly SelectionFrame[];
  readonly frame: SelectionFrame | undefined;
  /** The picture that is being cut: what lies outside of its frame is shown faintly. */
  readonly cropped: ImageShape | undefined;
  /** Page positions of the handles' centres. */
  readonly handles: readonly Vec[];
  /** The handles on and between the points of a line; `isChosen`: a key takes that point away. */
  readonly points: readonly (PointHandle & { readonly isChosen: boolean })[];
  /** Page position of the centre of the handle for turning. */
  readonly turnHandle: Vec | undefined;
  /** Page positions of the centres of the handles for neighbours of a note. */
  readonly plusHandles: readonly Vec[];
  /** What a gesture says beside the frame: the angle while it turns. */
  readonly label: string | undefined;
  readonly guides: EditorState["guides"];
  readonly brush: Box | undefined;
  /** Corners of the lasso, page space. */
  readonly lasso: readonly Vec[] | undefined;
  readonly frameNames: readonly FrameName[];
  readonly linkBadges: readonly LinkBadge[];
  readonly peerFrames: readonly { readonly color: string; readonly frame: SelectionFrame }[];
  readonly cursors: readonly PeerCursor[];
};

/** The part of the editor's state that the overlay shows. */
export type OverlayLook = Pick<
  EditorState,
  | "tool"
  | "camera"
  | "selection"
  | "hovered"
  | "bindTarget"
  | "takers"
  | "marked"
  | "point"
  | "brush"
  | "lasso"
  | "heldFrame"
  | "renaming"
  | "overLink"
  | "guides"
  | "preview"
  | "editingText"
  | "readonly"
  | "isLocked"
  | "entered"
  | "cropping"
  | "busy"
>;

/** Above this many selected shapes only the frame around all of them is shown. */
const MAX_MEMBERS = 200;

/** What is marked on the overlay whatever is selected: frames by their names, shapes that lead somewhere by badges. */
export type Marked = { readonly frames: readonly FrameShape[]; readonly linked: readonly Shape[] };

/** `shapeOf` gives shapes as they are seen now, previews included. */
export function overlayModel(
  look: OverlayLook,
  shapeOf: (id: ShapeId) => Shape | undefined,
  peers: readonly CanvasPeer[],
  motion: CursorMotion,
  { frames, linked }: Marked = { frames: [], linked: [] },
): OverlayModel {
  const selected = shapesOf(look.selection, shapeOf);
  const frame = look.heldFrame ?? selectionFrame(selected);
  const isEditing = look.editingText !== undefined;
  const hasHandles =
    frame !== undefined &&
    look.tool === "select" &&
    !look.readonly &&
    !look.isLocked &&
    !isEditing &&
    look.brush === undefined &&
    look.lasso === undefined;
  const hasFrame = hasHandles && frame.isPlainLine !== true;
  const line = hasHandles && selected.length === 1 ? selected[0] : undefined;
  const points =
    line === undefined || !isLinear(line) || look.heldFrame !== undefined
      ? []
      : pointHandles(line, look.camera.zoom).map((handle) => ({
          ...handle,
          isChosen: handle.role === "point" && handle.index === look.point,
        }));
  const cropped = look.cropping === undefined ? undefined : shapeOf(look.cropping);
  const isHoverShown = look.hovered !== undefined && !look.selection.has(look.hovered) && !look.busy && !isEditing;
  return {
    hovered: isHoverShown && look.hovered !== undefined ? shapeOf(look.hovered) : undefined,
    bindTarget: look.bindTarget === undefined ? undefined : shapeOf(look.bindTarget),
    letters: markedLetters(look, shapeOf),
    takers: shapesOf(look.takers ?? [], shapeOf),
    members: selected.length > 1 && selected.length <= MAX_MEMBERS ? memberFrames(selected, look.entered, shapeOf) : [],
    frame: frame?.isPlainLine === true && hasHandles ? undefined : frame,
    handles: hasFrame ? clearOf(points, shownHandles(frame, look.camera.zoom), look.camera.zoom) : [],
    points,
    turnHandle: hasFrame && look.cropping === undefined ? turnHandlePosition(frame, look.camera.zoom) : undefined,
    cropped: cropped?.kind === "image" ? cropped : undefined,
    // They would be in the way of what is pulled at the frame.
    plusHandles: hasHandles && !look.busy ? plusHandles(frame, look.camera.zoom).map(({ at }) => at) : [],
    label: look.heldFrame === undefined ? undefined : angleLabel(look.heldFrame.rotation),
    guides: look.guides,
    brush: look.brush,
    lasso: look.lasso,
    frameNames: frames
      .filter(({ id, name }) => name !== "" && id !== look.renaming)
      .map((frame) => ({ frame, isLit: look.selection.has(frame.id) || frame.id === look.hovered })),
    linkBadges: linked.flatMap((shape) => {
      const at = linkBadgeAt(shape, look.camera.zoom);
      return at === undefined ? [] : [{ at, isPlace: shape.link.startsWith("#"), isLit: shape.id === look.overLink }];
    }),
    peerFrames: peers.flatMap(({ color, selection }) => peerFrames(selection, shapeOf).map((one) => ({ color, frame: one }))),
    cursors: peers.flatMap(({ peer, name, color, say = "" }) => {
      const at = motion.at(peer);
      return at === undefined ? [] : [{ name, color, at, say }];
    }),
  };
}

/** The places of a frame's handles that no handle on a point covers. */
function clearOf(points: readonly PointHandle[], handles: readonly { readonly at: Vec }[], zoom: number): readonly Vec[] {
  const isClear = ({ x, y }: Vec): boolean =>
    points.every(({ at }) => Math.max(Math.abs(at.x - x), Math.abs(at.y - y)) * zoom >= HANDLE_SIZE_PX);
  return handles.map(({ at }) => at).filter(isClear);
}

/** True where there is nothing to be seen. */
export function isEmptyOverlay(model: OverlayModel): boolean {
  return Object.values(model).every((part) => part === undefined || (Array.isArray(part) && part.length === 0));
}

/** One frame per group and per shape that is in none; none where it is the frame of all. */
function memberFrames(
  selected: readonly Shape[],
  entered: ShapeId | undefined,
  shapeOf: (id: ShapeId) => Shape | undefined,
): readonly SelectionFrame[] {
  const units = Map.groupBy(selected, (shape) => {
    let unit: Shape = shape;
    for (let up = shapeOf(unit.parent); up?.kind === "group" && up.id !== entered; up = shapeOf(up.parent)) unit = up;
    return unit.id;
  });
  return units.size === 1 ? [] : [...units.values()].flatMap((shapes) => selectionFrame(shapes) ?? []);
}

function peerFrames(selection: readonly ShapeId[], shapeOf: (id: ShapeId) => Shape | undefined): readonly SelectionFrame[] {
  // In a crowd most have nothing selected, and this is asked in every frame in which a pointer moves.
  if (selection.length === 0) return [];
  const shapes = shapesOf(selection, shapeOf);
  if (shapes.length <= MAX_MEMBERS) return framesOf(shapes);
  const all = selectionFrame(shapes);
  return all === undefined ? [] : [all];
}

function framesOf(shapes: readonly Shape[]): readonly SelectionFrame[] {
  return shapes.flatMap((shape) => selectionFrame([shape]) ?? []);
}

function shapesOf(ids: Iterable<ShapeId>, shapeOf: (id: ShapeId) => Shape | undefined): Shape[] {
  return [...ids].map(shapeOf).filter((shape) => shape !== undefined);
}

function markedLetters({ marked }: OverlayLook, shapeOf: (id: ShapeId) => Shape | undefined): MarkedLetters | undefined {
  const shape = marked && shapeOf(marked.id);
  return marked && shape && { ...marked, shape };
}

/** Whole degrees, 0 to 359, clockwise. */
function angleLabel(radians: number): string {
  return `${(Math.round((radians * 180) / Math.PI) + 360) % 360}°`;
}
