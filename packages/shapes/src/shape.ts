// The union of everything that can be on a board, as a type and as the schema the border validates with.
import * as v from "valibot";
import { type ArrowShape, arrowSchema } from "./arrow/schema.ts";
import { type CardShape, cardSchema } from "./card/schema.ts";
import { type DrawShape, drawSchema } from "./draw/schema.ts";
import { type EllipseShape, ellipseSchema } from "./ellipse/schema.ts";
import { type FrameShape, frameSchema } from "./frame/schema.ts";
import { type GeoShape, geoSchema } from "./geo/schema.ts";
import { type GroupShape, groupSchema } from "./group/schema.ts";
import { type ImageShape, imageSchema } from "./image/schema.ts";
import { type LineShape, lineSchema } from "./line/schema.ts";
import { type NoteShape, noteSchema } from "./note/schema.ts";
import { type PaperShape, paperSchema } from "./paper/schema.ts";
import { type RectShape, rectSchema } from "./rect/schema.ts";
import { type TextShape, textSchema } from "./text/schema.ts";

/** One thing on the board. Plain, immutable data: an edit makes a new object. */
export type Shape =
  | ArrowShape
  | CardShape
  | DrawShape
  | EllipseShape
  | FrameShape
  | GeoShape
  | GroupShape
  | ImageShape
  | LineShape
  | NoteShape
  | PaperShape
  | RectShape
  | TextShape;
export type KindName = Shape["kind"];

export const shapeSchema = v.variant("kind", [
  arrowSchema,
  cardSchema,
  drawSchema,
  ellipseSchema,
  frameSchema,
  geoSchema,
  groupSchema,
  imageSchema,
  lineSchema,
  noteSchema,
  paperSchema,
  rectSchema,
  textSchema,
]);
