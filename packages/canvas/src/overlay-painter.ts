// Paints frames, handles and the marquee. Sizes are screen sizes: they do not grow with the zoom.
import { type Box, boxCenter, type Vec } from "@inkroom/geometry";
import {
  frameCorners,
  HANDLE_SIZE_PX,
  type ImageShape,
  type LineMeasurer,
  type SelectionFrame,
  type Shape,
  shapeKindOf,
  wholeBox,
  wholePicture,
} from "@inkroom/shapes";
import { paintCarets } from "./caret-painter.ts";
import type { CursorPainter } from "./cursor-painter.ts";
import { paintFrameNames } from "./frame-name-painter.ts";
import { paintHandles } from "./handle-painter.ts";
import type { LaserPainter } from "./laser-painter.ts";
import { paintLinkBadges } from "./link-badge-painter.ts";
import { paintMark } from "./mark-painter.ts";
import type { OverlayModel } from "./overlay-model.ts";
import type { PeerCaret } from "./peer-carets.ts";
import { crisp, localToDevice, type Screen, toScreen } from "./screen.ts";
import type { ShapePainter } from "./shape-painter.ts";
import { fontOf } from "./text-measurer.ts";
import { paintColor, peerColor, type Theme } from "./theme.ts";

/** Line widths, CSS pixels. */
const FRAME_PX = 1.25;
const PEER_FRAME_PX = 1.5;
const HOVER_PX = 1.5;
/** The shape that an arrow is about to hang on: its line, and a halo around that. */
const BIND_PX = 2;
const BIND_HALO_PX = 10;
const BIND_HALO_ALPHA = 0.25;
/** Free space between a shape and the frame of someone else's selection, CSS pixels. */
const PEER_FRAME_GAP_PX = 3;
const BRUSH_FILL_ALPHA = 0.08;
const HANDLE_RADIUS_PX = 2;
/** What of a picture is cut off while it is being cut. */
const CROPPED_ALPHA = 0.35;
const LABEL_FONT_PX = 12;
const LABEL_PADDING_PX = 8;

export type OverlayPaint = { readonly context: CanvasRenderingContext2D; readonly screen: Screen; readonly theme: Theme };

type OverlayPainters = {
  readonly shapes: ShapePainter;
  readonly cursors: CursorPainter;
  readonly lasers: LaserPainter;
  readonly measureLine: LineMeasurer;
};

export function paintOverlay(
  paint: OverlayPaint,
  model: OverlayModel,
  carets: readonly PeerCaret[],
  { shapes, cursors, lasers, measureLine }: OverlayPainters,
): void {
  const { context, screen, theme } = paint;
  context.globalAlpha = 1;
  context.setLineDash([]);
  context.lineJoin = "round";
  paintFrameNames(paint, model.frameNames);
  for (const { color, frame } of model.peerFrames) {
    strokeFrame(paint, frame, { color: peerColor(theme, color), widthPx: PEER_FRAME_PX, gapPx: PEER_FRAME_GAP_PX });
  }
  if (model.letters !== undefined) paintMark(paint, model.letters, measureLine);
  if (model.hovered !== undefined) traceShape(paint, model.hovered, { shapes, widthPx: HOVER_PX });
  for (const target of model.bindTarget === undefined ? model.takers : [model.bindTarget]) {
    context.globalAlpha = BIND_HALO_ALPHA;
    traceShape(paint, target, { shapes, widthPx: BIND_HALO_PX });
    context.globalAlpha = 1;
    traceShape(paint, target, { shapes, widthPx: BIND_PX });
  }
  if (model.cropped !== undefined) paintWhole(paint, model.cropped, shapes);
  context.globalAlpha = 0.6;
  for (const frame of model.members) strokeFrame(paint, frame, { color: theme.accent, widthPx: 1, gapPx: 0 });
  context.globalAlpha = 1;
  if (model.frame !== undefined) strokeFrame(paint, model.frame, { color: theme.accent, widthPx: FRAME_PX, gapPx: 0 });
  const handle = { rotation: model.frame?.rotation ?? 0, isFull: model.cropped !== undefined };
  for (const at of model.handles) paintHandle(paint, toScreen(screen, at), handle);
  if (model.turnHandle !== undefined && model.frame !== undefined) paintTurnHandle(paint, model.frame, toScreen(screen, model.turnHandle));
  paintHandles(paint, model);
  if (model.label !== undefined && model.frame !== undefined) paintLabel(paint, toScreen(screen, boxCenter(model.frame.box)), model.label);
  paintLinkBadges(paint, model.linkBadges);
  if (model.brush !== undefined) paintBrush(paint, model.brush);
  if (model.lasso !== undefined) paintLasso(paint, model.lasso);
  paintCarets(paint, carets);
  lasers.paint(paint);
  cursors.paint(paint, model.cursors);
}

type FrameStyle = { readonly color: string; readonly widthPx: number; readonly gapPx: number };

function strokeFrame({ context, screen }: OverlayPaint, frame: SelectionFrame, style: FrameStyle): void {
  const { pixelRatio, camera } = screen;
  const gap = style.gapPx / camera.zoom;
  const { x, y, w, h } = frame.box;
  const box = { x: x - gap, y: y - gap, w: w + 2 * gap, h: h + 2 * gap };
  const width = Math.max(1, Math.round(style.widthPx * pixelRatio));
  const sharpen = (value: number): number => (frame.rotation === 0 ? crisp(value, pixelRatio, width) : value);
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.beginPath();
  for (const corner of frameCorners({ box, rotation: frame.rotation })) {
    const at = toScreen(screen, corner);
    context.lineTo(sharpen(at.x), sharpen(at.y));
  }
  context.closePath();
  context.strokeStyle = style.color;
  context.lineWidth = width / pixelRatio;
  context.stroke();
}

/** What of a picture lies outside of its frame. */
function paintWhole({ context, screen, theme }: OverlayPaint, shape: ImageShape, shapes: ShapePainter): void {
  const frame = shapeKindOf(shape).frame(shape);
  const whole = wholeBox(shape);
  context.save();
  context.setTransform(...localToDevice(screen, shape));
  context.beginPath();
  context.rect(whole.x, whole.y, whole.w, whole.h);
  context.rect(frame.x, frame.y, frame.w, frame.h);
  context.clip("evenodd");
  shapes.paint(context, { shape: wholePicture(shape), opacity: CROPPED_ALPHA * shape.opacity, isCover: false }, screen, theme);
  context.restore();
}

type Trace = { readonly shapes: ShapePainter; /** CSS pixels. */ readonly widthPx: number };

/** The shape's own lines, thin and in the accent colour; around ink, an edge of that colour. */
function traceShape({ context, screen, theme }: OverlayPaint, shape: Shape, { shapes, widthPx }: Trace): void {
  const frame = shapeKindOf(shape).frame(shape);
  const items = shapes.readyItems(ruled(shape));
  context.setTransform(...localToDevice(screen, shape));
  context.strokeStyle = theme.accent;
  // What is written on it must not be painted over.
  if (shape.kind === "note" || shape.kind === "card") {
    context.lineWidth = HOVER_PX / screen.camera.zoom;
    context.strokeRect(frame.x, frame.y, frame.w, frame.h);
    return;
  }
  for (const item of items) {
    if (item.kind === "text" || item.kind === "image") {
      // The words on a shape lie within its outline, or half way along it.
      if (item.kind === "text" && shape.kind !== "text") continue;
      context.lineWidth = widthPx / screen.camera.zoom;
      context.strokeRect(frame.x, frame.y, frame.w, frame.h);
    } else if (item.stroke === undefined && item.fill !== undefined) {
      context.lineWidth = (widthPx * 2) / screen.camera.zoom;
      context.stroke(item.path);
      context.fillStyle = paintColor(theme, item.fill);
      context.fill(item.path);
    } else {
      context.lineWidth = widthPx / screen.camera.zoom;
      context.stroke(item.path);
    }
  }
}

/** The shape as its outline alone, drawn with a ruler: what is traced of one that was drawn by hand or filled with a pattern. */
function ruled(shape: Shape): Shape {
  const isRough = "roughness" in shape && shape.roughness !== "none";
  const isFull = "fill" in shape && shape.fill !== "none";
  if (!isRough && !isFull) return shape;
  let plain = RULED.get(shape);
  if (plain === undefined)
    RULED.set(shape, (plain = { ...shape, ...(isRough && { roughness: "none" }), ...(isFull && { fill: "none" }) } as Shape));
  return plain;
}
const RULED = new WeakMap<Shape, Shape>();

type HandleLook = { readonly rotation: number; /** Of a frame that cuts, not of one that resizes. */ readonly isFull: boolean };

function paintHandle({ context, screen, theme }: OverlayPaint, at: Vec, { rotation, isFull }: HandleLook): void {
  const { pixelRatio } = screen;
  const line = Math.max(1, Math.round(FRAME_PX * pixelRatio));
  const sharpen = (value: number): number => (rotation === 0 ? crisp(value, pixelRatio, line) : value);
  const half = Math.round((HANDLE_SIZE_PX * pixelRatio) / 2) / pixelRatio;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, sharpen(at.x) * pixelRatio, sharpen(at.y) * pixelRatio);
  context.rotate(rotation);
  context.beginPath();
  context.roundRect(-half, -half, half * 2, half * 2, HANDLE_RADIUS_PX);
  context.fillStyle = isFull ? theme.accent : theme.handle;
  context.fill();
  context.strokeStyle = isFull ? theme.handle : theme.accent;
  context.lineWidth = line / pixelRatio;
  context.stroke();
}

/** A dot on a stem above the frame. */
function paintTurnHandle({ context, screen, theme }: OverlayPaint, frame: SelectionFrame, at: Vec): void {
  const { pixelRatio } = screen;
  const [nw, ne] = frameCorners(frame);
  const foot = toScreen(screen, { x: (nw.x + ne.x) / 2, y: (nw.y + ne.y) / 2 });
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.strokeStyle = theme.accent;
  context.lineWidth = FRAME_PX;
  context.beginPath();
  context.moveTo(foot.x, foot.y);
  context.lineTo(at.x, at.y);
  context.stroke();
  context.beginPath();
  context.arc(at.x, at.y, HANDLE_SIZE_PX / 2 + 0.5, 0, 2 * Math.PI);
  context.fillStyle = theme.handle;
  context.fill();
  context.stroke();
}

/** A few letters on a pill, centred at a screen point. */
function paintLabel({ context, screen, theme }: OverlayPaint, at: Vec, label: string): void {
  const { pixelRatio } = screen;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.font = fontOf(LABEL_FONT_PX);
  context.textAlign = "center";
  context.textBaseline = "middle";
  const half = context.measureText(label).width / 2 + LABEL_PADDING_PX;
  context.beginPath();
  context.roundRect(at.x - half, at.y - LABEL_FONT_PX, half * 2, LABEL_FONT_PX * 2, LABEL_FONT_PX / 2);
  context.fillStyle = theme.accent;
  context.fill();
  context.fillStyle = theme.handle;
  context.fillText(label, at.x, at.y + 0.5);
}

function paintLasso({ context, screen, theme }: OverlayPaint, loop: readonly Vec[]): void {
  const { pixelRatio } = screen;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.beginPath();
  for (const corner of loop) {
    const at = toScreen(screen, corner);
    context.lineTo(at.x, at.y);
  }
  context.fillStyle = theme.accent;
  context.globalAlpha = BRUSH_FILL_ALPHA;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = theme.accent;
  context.lineWidth = FRAME_PX;
  context.stroke();
}

function paintBrush({ context, screen, theme }: OverlayPaint, brush: Box): void {
  const { pixelRatio } = screen;
  const line = Math.max(1, Math.round(pixelRatio));
  const from = toScreen(screen, brush);
  const to = toScreen(screen, { x: brush.x + brush.w, y: brush.y + brush.h });
  const left = crisp(from.x, pixelRatio, line);
  const top = crisp(from.y, pixelRatio, line);
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.beginPath();
  context.rect(left, top, crisp(to.x, pixelRatio, line) - left, crisp(to.y, pixelRatio, line) - top);
  context.fillStyle = theme.accent;
  context.globalAlpha = BRUSH_FILL_ALPHA;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = theme.accent;
  context.lineWidth = line / pixelRatio;
  context.stroke();
}
