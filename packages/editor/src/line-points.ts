// The points of lines and arrows under a hand: where they are pulled to, and what is left when one is taken away.
import { pointCount, type Vec } from "@inkroom/geometry";
import type { Op, Props } from "@inkroom/model";
import {
  type Binding,
  isClosedLine,
  isLinear,
  linearPoints,
  type LinearShape,
  pinsProp,
  type PointHandle,
  type Shape,
} from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";
import { clampCoordinate, wholeGroups } from "./shape-edit.ts";

/** The fewest points of a line, and of one that is closed, its first counted twice. */
const LEAST = 2;
const LEAST_CLOSED = 4;

/** The shape's points with the one that is pulled at a page point; a handle half way makes a new one there. */
export function pulledPoints(shape: LinearShape, { role, index }: PointHandle, to: Vec): readonly Vec[] {
  const points = linearPoints(shape);
  // Where an elbow runs follows from its ends.
  if (shape.route === "elbow") return index === 0 ? [to, ...points.slice(-1)] : [...points.slice(0, 1), to];
  if (role === "middle") return points.toSpliced(index + 1, 0, to);
  const last = points.length - 1;
  // The two ends of a closed line are one point.
  return points.map((point, i) => (i === index || (isClosedLine(shape) && index === 0 && i === last) ? to : point));
}

/** What to `set` so that the line goes through these page points. It lies there unturned. */
export function throughPoints(points: readonly Vec[]): Props {
  const { x, y } = points[0] ?? { x: 0, y: 0 };
  return {
    x: clampCoordinate(x),
    y: clampCoordinate(y),
    rotation: 0,
    vertices: points.flatMap((p) => [clampCoordinate(p.x - x), clampCoordinate(p.y - y)]),
  };
}

/** Which end of the shape a point is; undefined for one in between, and for a closed line. */
export function endOfPoint(shape: LinearShape, index: number): "start" | "end" | undefined {
  if (isClosedLine(shape)) return undefined;
  if (index === 0) return "start";
  return index === pointCount(shape.vertices) - 1 ? "end" : undefined;
}

/** What takes a point away: nothing where it cannot be missed, but for the head of an arrow of two points. */
export function pointRemoval(shape: Shape, index: number): Op | undefined {
  if (!isLinear(shape)) return undefined;
  const points = linearPoints(shape);
  const isClosed = isClosedLine(shape);
  const set = (props: Props): Op => ({ op: "set", id: shape.id, props: wholeGroups(shape, props) });
  if (isAtLeast(shape)) {
    if (shape.kind !== "arrow") return undefined;
    const head = index === 0 ? "startHead" : "endHead";
    return set({ [head]: shape[head] === "none" ? "arrow" : "none" });
  }
  const left = points.toSpliced(index, 1);
  if (isClosed && index === 0 && left[0] !== undefined) left[left.length - 1] = left[0];
  return set({ ...throughPoints(left), ...freed(shape, endOfPoint(shape, index)) });
}

function freed(shape: LinearShape, end: "start" | "end" | undefined): Props {
  return shape.kind === "arrow" && end !== undefined ? { [end]: null } : {};
}

/** With the segments of an elbow that are pinned where they are, though its own place may be another one by now. */
export function withPins(shape: LinearShape, props: Props): Props {
  if (shape.kind !== "arrow") return props;
  // reason: through points, above.
  const to = props as { readonly x: number; readonly y: number };
  return { ...props, ...pinsProp(shape, (at, axis) => clampCoordinate(at + shape[axis] - to[axis])) };
}

/** What an end that is pulled is bound to, as it is written; nothing for a point in between. */
export function endBinding(shape: LinearShape, end: "start" | "end" | undefined, binding: Binding | null): Props {
  return shape.kind === "arrow" && end !== undefined ? { [end]: binding } : {};
}

/** The numbers of the points that can be chosen, along the line. */
export function pointsByKey(shape: LinearShape): readonly number[] {
  const count = linearPoints(shape).length;
  if (shape.route === "elbow") return [0, count - 1];
  return Array.from({ length: isClosedLine(shape) ? count - 1 : count }, (_, index) => index);
}

/** What takes the chosen point of the selected line away; undefined where none is chosen, or the line cannot do without it. */
export function chosenPointRemoval(context: Pick<EditorContext, "state" | "shape">): Op | undefined {
  const chosen = chosenPoint(context);
  return chosen === undefined || isAtLeast(chosen.shape) ? undefined : pointRemoval(chosen.shape, chosen.index);
}

/** What moves the chosen point of the selected line, page units; an end lets go of its shape. Undefined where none is chosen. */
export function chosenPointMove(context: Pick<EditorContext, "state" | "shape">, by: Vec): Op | undefined {
  const { shape, index } = chosenPoint(context) ?? {};
  const at = shape && linearPoints(shape)[index ?? 0];
  if (shape === undefined || index === undefined || at === undefined) return undefined;
  const points = pulledPoints(shape, { role: "point", index, at }, { x: at.x + by.x, y: at.y + by.y });
  return { op: "set", id: shape.id, props: { ...withPins(shape, throughPoints(points)), ...freed(shape, endOfPoint(shape, index)) } };
}

function chosenPoint({ state, shape: shapeOf }: Pick<EditorContext, "state" | "shape">) {
  const [id] = state.selection;
  const shape = id === undefined || state.point === undefined ? undefined : shapeOf(id);
  if (shape === undefined || state.point === undefined || !isLinear(shape)) return undefined;
  return { shape, index: Math.min(state.point, pointCount(shape.vertices) - 1) };
}

/** Has it as few points as a line can have? */
function isAtLeast(shape: LinearShape): boolean {
  return shape.route === "elbow" || pointCount(shape.vertices) <= (isClosedLine(shape) ? LEAST_CLOSED : LEAST);
}
