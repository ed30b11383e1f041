// The drawing vocabulary: what a shape looks like, without any renderer. Konva, SVG, PNG and the minimap interpret it.
// All coordinates are in the shape's local space: page units, origin at the shape's (x, y), before rotation.
import type { Box, FlatPoints } from "@inkroom/geometry";
import type { Color } from "./style.ts";
import type { TextFace } from "./text/font.ts";

/** Path commands as a flat list: letter, then its numbers. M x y | L x y | Q cx cy x y | C c1 c2 x y (6 numbers) | Z */
export type PathCommand = "M" | "L" | "Q" | "C" | "Z";
export type PathData = readonly (PathCommand | number)[];

/**
 * What a colour is used for. `full`: strokes; `words`: what is written in it. `inside`: a shape filled with it; `contrast`: what is
 * written on that; `tint`: one filled half. `marker`: a highlighter's, translucent. `paper`: that of a note; `onPaper`: what is
 * written on it; `quiet`: small print on it; `shadow`: a thin layer under it, translucent. `link`: what leads elsewhere, on the board, on a
 * note or in a shape filled half. The last two are alike for all colours.
 */
export type Shade = "full" | "words" | "inside" | "contrast" | "tint" | "marker" | "paper" | "onPaper" | "quiet" | "shadow" | "link";
/** The renderer resolves it against its theme. */
export type Paint = { readonly color: Color; readonly shade: Shade };

export type PathItem = {
  readonly kind: "path";
  readonly path: PathData;
  readonly fill?: Paint;
  readonly stroke?: { readonly paint: Paint; readonly width: number; /** Dash lengths in page units. */ readonly dash?: readonly number[] };
};
/**
 * The mark of a pen: what lies inside of a smooth closed curve along an outline. Each corner is the control point of a curve between the
 * middles of its two edges (drawSmoothClosed of geometry). There are as many of these as strokes on a board, and of many corners each:
 * as commands they would take several times the room and the time.
 */
export type InkItem = {
  readonly kind: "ink";
  /** Flat x, y; three corners at least. */
  readonly outline: FlatPoints;
  readonly fill: Paint;
};
export type TextItem = {
  readonly kind: "text";
  /** One entry per laid-out line, top to bottom, in local space: y of the baseline; x of the left end, middle or right end, by `align`. */
  readonly lines: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  readonly fontSize: number;
  readonly face: TextFace;
  readonly align: "left" | "center" | "right";
  readonly paint: Paint;
  /** The lines are read from the right. */
  readonly isRtl?: boolean;
  /** The web address that the letters are (http, https or mailto). */
  readonly href?: string;
};
/** A picture. Where its bytes are not at hand, a renderer draws a quiet box in its place. */
export type ImageItem = {
  readonly kind: "image";
  /** Name of its bytes. */
  readonly blob: string;
  /** The part of the picture to show, in shares of its width and height. */
  readonly source: Box;
  /** Where it is shown. */
  readonly target: Box;
  /** Mirrored within the target. */
  readonly flipX: boolean;
  readonly flipY: boolean;
};
export type DisplayItem = PathItem | InkItem | TextItem | ImageItem;
/** Painted in order, first at the bottom. */
export type DisplayList = readonly DisplayItem[];
