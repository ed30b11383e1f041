// Flowcharts by keys: another node beside the selected one, joined to it by an arrow; and from node to node along the arrows.
import { type Box, boxCenter, expandBox, type Vec } from "@inkroom/geometry";
import { indicesBetween } from "@inkroom/model";
import {
  type ArrowShape,
  type EllipseShape,
  type GeoShape,
  type NoteShape,
  PAGE_ID,
  pageFrameBounds,
  type RectShape,
  type Shape,
  type ShapeId,
} from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { newLinear } from "../new-shape.ts";
import { type Direction, STEPS } from "./direction.ts";
import { goTo } from "./walk.ts";

type Node = RectShape | EllipseShape | GeoShape | NoteShape;

/** Free space between a node and the next one ahead, and beside that, page units. */
const AHEAD = 100;
const BESIDE = 40;
/** No further aside is looked for a free place than so many nodes. */
const MOST_ASIDE = 50;
const MIDDLE = { x: 0.5, y: 0.5 } as const;

/** Adds a node of the same kind and look without words, as one undo step, and selects it. While the keys are held, the next ones are its siblings. */
export function grow(context: EditorContext, direction: Direction): void {
  const node = nodeToGrow(context, direction);
  if (node === undefined) return;
  const { parent } = node;
  const [nodeIndex = "a0", arrowIndex = "a0"] = indicesBetween(2, context.index.topIndex());
  const place = freePlace(context, node, STEPS[direction]);
  const words = { text: "", textW: 0, textH: 0, link: "" };
  // What lies in a frame is settled by where it lies; a group grows by what grows out of it.
  const within = context.shape(parent)?.kind === "group" ? parent : PAGE_ID;
  const made = {
    ...node,
    ...words,
    ...(node.kind === "note" ? { author: "", h: node.w, scale: 1 } : {}),
    ...place,
    id: context.newId(),
    index: nodeIndex,
    parent: within,
  };
  const arrow = arrowBetween(context, node, made);
  context.history.commit([
    { op: "add", shape: made },
    { op: "add", shape: { ...arrow, index: arrowIndex, parent: within } },
  ]);
  goTo(context, made.id);
  if (!context.state.selection.has(made.id)) context.editor.select([made.id]);
  context.patch({ growth: { from: node.id, to: made.id, direction } });
}

/** Selects the nearest node of that way to which an arrow leads from the selected one, or from which one comes. */
export function walkAlong(context: EditorContext, direction: Direction): void {
  const [id] = context.state.selection;
  const from = id === undefined ? undefined : context.shape(id);
  if (from === undefined) return;
  const here = boxCenter(pageFrameBounds(from));
  const step = STEPS[direction];
  let best: { readonly id: ShapeId; readonly cost: number } | undefined;
  for (const other of joinedTo(context, from.id)) {
    const at = boxCenter(pageFrameBounds(other));
    const ahead = (at.x - here.x) * step.x + (at.y - here.y) * step.y;
    const aside = Math.abs((at.x - here.x) * step.y) + Math.abs((at.y - here.y) * step.x);
    if (ahead > 0 && ahead >= aside / 2 && (best === undefined || ahead + aside < best.cost)) best = { id: other.id, cost: ahead + aside };
  }
  if (best === undefined) return;
  goTo(context, best.id);
  context.editor.select([best.id]);
}

function joinedTo({ store, shape }: EditorContext, id: ShapeId): readonly Shape[] {
  const ends = [...store.view.arrowsOn(id)].flatMap((arrowId) => {
    const arrow = store.view.get(arrowId);
    return arrow?.kind === "arrow" ? [arrow.start?.id, arrow.end?.id] : [];
  });
  return [...new Set(ends)].flatMap((other) => (other === undefined || other === id ? [] : (shape(other) ?? [])));
}

function nodeToGrow({ state, shape }: EditorContext, direction: Direction): Node | undefined {
  const [id] = state.selection;
  if (id === undefined || state.selection.size > 1) return undefined;
  const { growth } = state;
  const isSibling = growth?.to === id && growth.direction === direction;
  const node = shape(isSibling ? growth.from : id);
  return node?.kind === "rect" || node?.kind === "ellipse" || node?.kind === "geo" || node?.kind === "note" ? node : undefined;
}

/** Straight ahead, or as near to that as nothing is in the way. */
function freePlace(context: EditorContext, node: Node, step: Vec): Vec {
  const { x, y, w, h } = node;
  const height = node.kind === "note" ? w : h;
  const ahead = { x: x + step.x * (w + AHEAD), y: y + step.y * (height + AHEAD) };
  const aside = { x: Math.abs(step.y) * (w + BESIDE), y: Math.abs(step.x) * (height + BESIDE) };
  for (let n = 0; n <= 2 * MOST_ASIDE; n += 1) {
    const k = n % 2 === 1 ? (n + 1) / 2 : -n / 2;
    const place = { x: ahead.x + k * aside.x, y: ahead.y + k * aside.y };
    if (isFree(context, { ...place, w, h: height })) return place;
  }
  return ahead;
}

function isFree({ index }: EditorContext, box: Box): boolean {
  const inTheWay = index.near(expandBox(box, BESIDE / 4));
  return !inTheWay.some(({ kind }) => kind !== "arrow" && kind !== "line" && kind !== "frame" && kind !== "draw");
}

/** From middle to middle, in the colour of the node; on paper, in ink. */
function arrowBetween(context: EditorContext, from: Node, to: Node): ArrowShape {
  const points = [boxCenter(pageFrameBounds(from)), boxCenter(pageFrameBounds(to))] as const;
  const made = newLinear(context, "arrow", points, { id: from.id, ...MIDDLE });
  const color = from.kind === "note" ? "ink" : from.color;
  // reason: an arrow was asked for.
  const arrow = made as ArrowShape;
  const look = {
    color,
    dash: "solid",
    size: from.size,
    opacity: from.opacity,
    startHead: "none",
    endHead: "arrow",
    route: "elbow",
  } as const;
  return { ...arrow, ...look, end: { id: to.id, ...MIDDLE } };
}
