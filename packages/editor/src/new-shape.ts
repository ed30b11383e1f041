// Making shapes in the current style, on top of everything. Strokes, which the first press may make, are apart (tools/draw/new-stroke.ts).
import {
  type ArrowShape,
  type Binding,
  type EllipseShape,
  type FrameShape,
  type GeoShape,
  type LineShape,
  NOTE_SIDE,
  type NoteShape,
  type RectShape,
  type TextFace,
  type TextShape,
} from "@inkroom/shapes";
import type { Box, Vec } from "@inkroom/geometry";
import type { EditorContext } from "./context.ts";
import { newBase } from "./new-base.ts";
import { clampPoint } from "./shape-edit.ts";

/** Nothing is written on a new shape. */
const NO_LABEL = { text: "", textW: 0, textH: 0 } as const;

/** What is written on it will be set in. */
function newFace({ state: { style } }: EditorContext): TextFace {
  const { font, bold, italic } = style;
  return { font, bold, italic };
}

/** Kinds that are pulled out as a box. */
export type BoxKind = "rect" | "ellipse" | "geo" | "frame";

export function newBoxShape(context: EditorContext, kind: BoxKind, box: Box): RectShape | EllipseShape | GeoShape | FrameShape {
  if (kind === "frame") return newFrame(context, box);
  const { color, fill, fillColor, dash, size, corners, form, roughness } = context.state.style;
  const label = { ...NO_LABEL, align: "center", ...newFace(context) } as const;
  const fields = { ...newBase(context, box), w: box.w, h: box.h, color, fill, fillColor, dash, size, roughness, ...label };
  if (kind === "ellipse") return { ...fields, kind };
  return kind === "rect" ? { ...fields, kind, corners } : { ...fields, kind, form, corners };
}

/** A frame is seen through: it lies over what it is drawn around. */
function newFrame(context: EditorContext, box: Box): FrameShape {
  const name = context.nameOfFrame?.(context.store.view.frames().size + 1) ?? "";
  return { ...newBase(context, box), opacity: 1, kind: "frame", w: box.w, h: box.h, name };
}

/** A line or an arrow through page points, the first of which is where it begins; an arrow may hang on a shape there. */
export function newLinear(
  context: EditorContext,
  kind: "line" | "arrow",
  points: LinearPoints,
  start: Binding | null,
): LineShape | ArrowShape {
  const { color, dash, size, fill, fillColor, roughness, route, startHead, endHead } = context.state.style;
  const label = { ...NO_LABEL, labelPosition: 0.5, ...newFace(context) };
  const fields = { ...newBase(context, points[0]), vertices: verticesOf(points), color, dash, size, roughness, ...label };
  if (kind === "line") return { ...fields, kind, route: route === "elbow" ? "sharp" : route, fill, fillColor };
  return { ...fields, kind, startHead, endHead, start, end: null, route, pins: null };
}

/** Page points of a line, in order. */
export type LinearPoints = readonly [Vec, ...Vec[]];

/** Flat, relative to the first point, which has to be the shape's own place. */
export function verticesOf(points: LinearPoints): number[] {
  const [{ x, y }] = points;
  return points.flatMap((point) => [point.x - x, point.y - y]);
}

/** An empty sticky note around a page point. */
export function newNote(context: EditorContext, center: Vec): NoteShape {
  const { noteColor, size } = context.state.style;
  const side = NOTE_SIDE;
  const base = newBase(context, clampPoint({ x: center.x - side / 2, y: center.y - side / 2 }));
  const label = { ...NO_LABEL, align: "center", ...newFace(context) } as const;
  return { ...base, kind: "note", w: side, h: side, color: noteColor, size, scale: 1, author: "", ...label };
}

/** Another note of the same paper and letters, turned and lying as it, with nothing on it. */
export function blankLike(note: NoteShape, place: Pick<NoteShape, "id" | "index">): NoteShape {
  return { ...note, ...place, h: note.w, scale: 1, author: "", link: "", ...NO_LABEL };
}

/** `w`: page units at which it wraps; absent: it is as wide as its longest line. */
export function newText(context: EditorContext, origin: Vec, w?: number): TextShape {
  const { color, size, align } = context.state.style;
  return {
    ...newBase(context, origin),
    kind: "text",
    text: "",
    w: w ?? 0,
    h: 0,
    autoWidth: w === undefined,
    scale: 1,
    align,
    color,
    size,
    ...newFace(context),
  };
}
