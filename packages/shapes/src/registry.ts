// The kinds of shapes there are. A new kind is a folder and a line here.
import { arrowKind } from "./arrow/index.ts";
import { cardKind } from "./card/index.ts";
import { drawKind } from "./draw/index.ts";
import { ellipseKind } from "./ellipse/index.ts";
import { frameKind } from "./frame/index.ts";
import { geoKind } from "./geo/index.ts";
import { groupKind } from "./group/index.ts";
import { imageKind } from "./image/index.ts";
import { lineKind } from "./line/index.ts";
import { noteKind } from "./note/index.ts";
import { paperKind } from "./paper/index.ts";
import { rectKind } from "./rect/index.ts";
import type { KindName, Shape } from "./shape.ts";
import type { ShapeKind } from "./shape-kind.ts";
import { textKind } from "./text/index.ts";

const KINDS: { readonly [K in KindName]: ShapeKind<Extract<Shape, { kind: K }>> } = {
  arrow: arrowKind,
  card: cardKind,
  draw: drawKind,
  ellipse: ellipseKind,
  frame: frameKind,
  geo: geoKind,
  group: groupKind,
  image: imageKind,
  line: lineKind,
  note: noteKind,
  paper: paperKind,
  rect: rectKind,
  text: textKind,
};

export const KIND_NAMES: readonly KindName[] = [
  "arrow",
  "card",
  "draw",
  "ellipse",
  "frame",
  "geo",
  "group",
  "image",
  "line",
  "note",
  "paper",
  "rect",
  "text",
];

export function kindByName<K extends KindName>(name: K): ShapeKind<Extract<Shape, { kind: K }>> {
  return KINDS[name];
}

/** The kind of a shape; its functions may be given that shape, and no shape of another kind. */
export function shapeKindOf<S extends Shape>(shape: S): ShapeKind<S> {
  // reason: the table's type says that the entry under `kind` is for this member of the union.
  return KINDS[shape.kind] as unknown as ShapeKind<S>;
}
