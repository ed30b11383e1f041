// The card as a kind of shape.
import { type Box, boxContainsPoint, expandBox, isSegmentNearPolyline, normalizeBox, type Vec } from "@inkroom/geometry";
import { LABEL_GROUPS } from "../label/schema.ts";
import { resizedOrigin } from "../resized-origin.ts";
import { BASE_GROUPS, SIZE_GROUP } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { CARD_BORDER, cardDisplayList } from "./display-list.ts";
import { cardTitle } from "./layout.ts";
import { type CardShape, cardSchema } from "./schema.ts";

export const cardKind: ShapeKind<CardShape> = {
  kind: "card",
  groups: [...BASE_GROUPS, SIZE_GROUP, ...LABEL_GROUPS],
  bindable: true,
  settable: settableProps(cardSchema.entries),
  localBounds: (shape) => expandBox(cardFrame(shape), CARD_BORDER / 2),
  hitTest: (shape, point, slack) => boxContainsPoint(expandBox(cardFrame(shape), slack), point),
  hitSegment: hitCardSegment,
  displayList: cardDisplayList,
  resize: resizeCard,
  frame: cardFrame,
  textBlock: cardTitle,
};

function cardFrame({ w, h }: CardShape): Box {
  return { x: 0, y: 0, w, h };
}

function hitCardSegment(shape: CardShape, from: Vec, to: Vec, slack: number): boolean {
  const { w, h } = shape;
  return boxContainsPoint(cardFrame(shape), from) || isSegmentNearPolyline(from, to, [0, 0, w, 0, w, h, 0, h, 0, 0], slack);
}

function resizeCard(shape: CardShape, target: Box): Partial<CardShape> {
  const { w, h } = normalizeBox(target);
  return { ...resizedOrigin(shape, cardFrame(shape), target, { x: 0, y: 0, w, h }), rotation: shape.rotation, w, h };
}
