// A stroke that was held still at its end has become the form it resembles: it is in the hand until the pointer goes up, and a
// drag pulls it larger. The stroke is one step of the history, and what has become of it another one.
import { boxCenter, distance, type Vec } from "@inkroom/geometry";
import type { Props } from "@inkroom/model";
import { type DrawShape, MAX_VERTICES, type Shape, strokePoints } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import type { PointerInput } from "../input-event.ts";
import { createLiveEdit, type LiveEdit } from "../live-edit.ts";
import { type LinearPoints, newBoxShape, newLinear } from "../new-shape.ts";
import { clampedBox, clampPoint } from "../shape-edit.ts";
import type { DrawStates } from "../tools/draw/draw-tool.ts";
import type { ToolRun, ToolState } from "../tools/tool-chart.ts";
import { recognise, type Recognised } from "./recognise.ts";

/** A stroke shorter than this was not meant to be anything else, screen pixels of its box's diagonal. */
const LEAST_SIZE_PX = 24;

/** The shape that a finished stroke resembles, in its look; undefined for one that resembles none. Not on the board yet. */
export function straightShape(context: EditorContext, stroke: DrawShape): Shape | undefined {
  const points = strokePoints(stroke);
  const flat: number[] = [];
  for (let i = 0; i < points.length; i += 3) flat.push(stroke.x + (points[i] as number), stroke.y + (points[i + 1] as number));
  const found = recognise(flat);
  if (found === undefined || sizeOf(found) * context.state.camera.zoom < LEAST_SIZE_PX) return undefined;
  const shape = shapeOf(context, found);
  // It is what the stroke was: a plain line of its colour, filled as it.
  const { color, size, opacity, index, fill, fillColor } = stroke;
  const look = { color, size, opacity, index, dash: "solid" } as const;
  return shape === undefined ? undefined : ({ ...shape, ...look, ...("fill" in shape ? { fill, fillColor } : {}) } as Shape);
}

function shapeOf(context: EditorContext, found: Recognised): Shape | undefined {
  if (found.kind !== "line") {
    const isGeo = found.kind === "triangle" || found.kind === "diamond";
    const shape = newBoxShape(context, isGeo ? "geo" : found.kind, found.box);
    return isGeo ? ({ ...shape, form: found.kind, corners: "sharp" } as Shape) : shape;
  }
  const corners: Vec[] = [];
  for (let i = 0; i < found.vertices.length; i += 2) corners.push({ x: found.vertices[i] as number, y: found.vertices[i + 1] as number });
  const [first, ...rest] = corners;
  return first === undefined || corners.length > MAX_VERTICES
    ? undefined
    : newLinear(context, "line", [first, ...rest] satisfies LinearPoints, null);
}

function sizeOf(found: Recognised): number {
  if (found.kind !== "line") return Math.hypot(found.box.w, found.box.h);
  const [x = 0, y = 0] = found.vertices;
  const [endX = 0, endY = 0] = found.vertices.slice(-2);
  return Math.hypot(endX - x, endY - y);
}

type ShapingData = { readonly stroke: Pick<DrawShape, "id">; readonly shape: Shape; readonly held: PointerInput };

export function shaping({ context, go }: ToolRun<DrawStates>, { stroke, shape, held }: ShapingData): ToolState {
  const from = context.toPage(held.screen);
  let edit: LiveEdit | undefined;

  function leave(): void {
    edit = undefined;
    go("idle", undefined);
  }

  function follow(event: PointerInput): void {
    edit?.update(new Map([[shape.id, pulled(shape, from, context.toPage(event.screen))]]), event.tMs);
  }

  return {
    busy: true,
    enter() {
      context.history.begin();
      const isTaken = context.history.commit([
        { op: "del", ids: [stroke.id] },
        { op: "add", shape },
      ]);
      if (isTaken) edit = createLiveEdit(context, held.tMs);
      else leave();
    },
    exit() {
      context.history.end();
      context.patch({ preview: new Map() });
    },
    onPointerMove: follow,
    onPointerUp(event) {
      follow(event);
      edit?.finish();
      leave();
    },
    onCancel(reason) {
      if (reason === "lost") edit?.finish();
      else context.history.rollback();
      leave();
    },
    onTick: (tMs) => edit?.tick(tMs),
    onBoardChange(changed) {
      // Somebody deleted the shape under the hand.
      if (edit !== undefined && !edit.refresh(changed)) leave();
    },
  };
}

/** The end of a line goes with the pointer; a box grows and shrinks about its centre, in its proportions. */
function pulled(shape: Shape, from: Vec, to: Vec): Props {
  if (shape.kind === "line") {
    const vertices = [...shape.vertices];
    const last = vertices.length - 2;
    vertices[last] = (vertices[last] ?? 0) + to.x - from.x;
    vertices[last + 1] = (vertices[last + 1] ?? 0) + to.y - from.y;
    return { vertices };
  }
  if (!("w" in shape) || !("h" in shape)) return {};
  const center = boxCenter(shape);
  const factor = distance(to, center) / Math.max(distance(from, center), 1);
  const [halfW, halfH] = [(shape.w * factor) / 2, (shape.h * factor) / 2];
  const { x, y, w, h } = clampedBox(
    clampPoint({ x: center.x - halfW, y: center.y - halfH }),
    clampPoint({ x: center.x + halfW, y: center.y + halfH }),
  );
  return { x, y, w, h };
}
