// What a stroke drawn by hand was meant to be: a line, corners joined by lines, an ellipse, a rectangle, a triangle or a diamond.
// As in the $1 recogniser (Wobbrock, Wilson, Li: "Gestures without libraries, toolkits or training", 2007) the stroke is made of
// evenly spaced points and compared with templates fitted to its box; each template is as near as its points are, both ways.
import {
  type Box,
  boxOfPoints,
  distance,
  distanceToPolyline,
  ellipsePolygon,
  type FlatPoints,
  lerpVec,
  pointAt,
  pointCount,
  polylineLength,
  simplifyPolyline,
  type Vec,
} from "@inkroom/geometry";

type ClosedForm = "ellipse" | "rect" | "triangle" | "diamond";
export type Recognised =
  /** Flat x, y, in the order of the stroke. */
  { readonly kind: "line"; readonly vertices: readonly number[] } | { readonly kind: ClosedForm; readonly box: Box };

const SAMPLES = 96;
/** The ends of a closed stroke are no farther apart than this share of its length. */
const CLOSED_GAP = 0.16;
/** Mean distance from a template, as a share of the diagonal of the stroke's box, up to which it is meant. */
const NEAR_FORM = 0.035;
/** The same for lines, and the most that any point may be off. */
const NEAR_LINE = 0.018;
const MOST_OFF_LINE = 0.05;
/** More corners are a wave or a scribble; duller ones are a curve, radians. */
const MAX_CORNERS = 3;
const LEAST_TURN = 0.5;
/** Difference of width and height, as a share of the larger one. */
const NEARLY_EVEN = 0.1;
/** A stroke this much longer than the outline of a form goes around it more than once, or to and fro. */
const MOST_LENGTH = 1.3;

/** Undefined for what is none of them. `flat`: the stroke's points, flat x, y, in any unit. */
export function recognise(flat: FlatPoints): Recognised | undefined {
  const length = polylineLength(flat);
  const box = boxOfPoints(pointsOf(flat));
  if (box === undefined || length === 0) return undefined;
  const points = spaced(flat, length);
  const [first, last] = [pointAt(flat, 0), pointAt(flat, pointCount(flat) - 1)];
  return distance(first, last) <= CLOSED_GAP * length ? closedForm(points, box, length) : joinedLines(points, Math.hypot(box.w, box.h));
}

function closedForm(points: FlatPoints, box: Box, length: number): Recognised | undefined {
  const diagonal = Math.hypot(box.w, box.h);
  let best: { readonly kind: ClosedForm; readonly off: number } | undefined;
  for (const [kind, outline] of templates(box)) {
    if (length > MOST_LENGTH * polylineLength(outline)) continue;
    const off = Math.max(meanDistance(points, outline), meanDistance(spaced(outline, polylineLength(outline)), points)) / diagonal;
    if (best === undefined || off < best.off) best = { kind, off };
  }
  return best === undefined || best.off > NEAR_FORM ? undefined : { kind: best.kind, box: evened(box) };
}

/** Nearly as wide as high is meant to be as wide as high. */
function evened(box: Box): Box {
  const { x, y, w, h } = box;
  if (Math.abs(w - h) > NEARLY_EVEN * Math.max(w, h)) return box;
  const side = (w + h) / 2;
  return { x: x + (w - side) / 2, y: y + (h - side) / 2, w: side, h: side };
}

/** Closed outlines that fill the box: the first point is repeated. */
function templates(box: Box): readonly (readonly [ClosedForm, FlatPoints])[] {
  const { x, y, w, h } = box;
  const round = ellipsePolygon(box, SAMPLES);
  return [
    ["ellipse", [...round, ...round.slice(0, 2)]],
    ["rect", [x, y, x + w, y, x + w, y + h, x, y + h, x, y]],
    ["triangle", [x + w / 2, y, x + w, y + h, x, y + h, x + w / 2, y]],
    ["diamond", [x + w / 2, y, x + w, y + h / 2, x + w / 2, y + h, x, y + h / 2, x + w / 2, y]],
  ];
}

function joinedLines(points: FlatPoints, diagonal: number): Recognised | undefined {
  const vertices = simplifyPolyline(points, MOST_OFF_LINE * diagonal);
  const corners = pointCount(vertices) - 2;
  if (corners > MAX_CORNERS || meanDistance(points, vertices) > NEAR_LINE * diagonal) return undefined;
  for (let i = 1; i <= corners; i += 1) if (turnAt(vertices, i) < LEAST_TURN) return undefined;
  return { kind: "line", vertices };
}

/** By how much the direction changes at a vertex, radians. */
function turnAt(vertices: FlatPoints, i: number): number {
  const [before, at, after] = [pointAt(vertices, i - 1), pointAt(vertices, i), pointAt(vertices, i + 1)];
  const turn = Math.atan2(after.y - at.y, after.x - at.x) - Math.atan2(at.y - before.y, at.x - before.x);
  return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
}

function meanDistance(points: FlatPoints, line: FlatPoints): number {
  const count = pointCount(points);
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += distanceToPolyline(pointAt(points, i), line);
  return sum / count;
}

/** Evenly spaced points along a line: how fast the hand was does not count. */
function spaced(flat: FlatPoints, length: number): FlatPoints {
  const step = length / (SAMPLES - 1);
  const even: number[] = [];
  let walked = 0;
  for (let i = 0; i + 1 < pointCount(flat); i += 1) {
    const [from, to] = [pointAt(flat, i), pointAt(flat, i + 1)];
    const piece = distance(from, to);
    while (even.length / 2 < SAMPLES - 1 && (even.length / 2) * step <= walked + piece) {
      const { x, y } = lerpVec(from, to, piece === 0 ? 0 : ((even.length / 2) * step - walked) / piece);
      even.push(x, y);
    }
    walked += piece;
  }
  const { x, y } = pointAt(flat, pointCount(flat) - 1);
  return [...even, x, y];
}

function pointsOf(flat: FlatPoints): readonly Vec[] {
  return Array.from({ length: pointCount(flat) }, (_, i) => pointAt(flat, i));
}
