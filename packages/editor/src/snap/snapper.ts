// Holds what is moved, resized or made in line with what else is in view, or on the grid.
import { type Box, unionBoxes, type Vec } from "@inkroom/geometry";
import { pageFrameBounds, type ShapeId } from "@inkroom/shapes";
import { visibleBox } from "../camera.ts";
import type { EditorContext } from "../context.ts";
import { GRID_STEP } from "../grid.ts";
import { type AxisSnap, AxisSnapper, type Span } from "./axis-snap.ts";
import type { Guide, Snap } from "./guide.ts";

/** How near things have to be to be put in line, screen pixels. */
const REACH_PX = 8;
/** With more shapes in view than this, the largest ones are what others are put in line with. */
const MAX_TARGETS = 1_500;

export type SnapAxes = { readonly x: boolean; readonly y: boolean };

export class Snapper {
  readonly #context: EditorContext;
  readonly #moved: ReadonlySet<ShapeId>;
  #camera: EditorContext["state"]["camera"] | undefined;
  #axes = { x: new AxisSnapper([]), y: new AxisSnapper([]) };

  /** `moved`: what is under the hand, and no target. */
  constructor(context: EditorContext, moved: ReadonlySet<ShapeId>) {
    this.#context = context;
    this.#moved = moved;
  }

  /** For a box that is moved as it is: its edges and its centre, and the gaps beside it. */
  box(box: Box, axes: SnapAxes): Snap {
    if (this.#context.state.grid) return this.#toGrid(box, axes);
    const reach = this.#reach();
    const { x, y } = this.#targets();
    return joined(axes.x ? along(x, spanOf(box, "x"), reach) : undefined, axes.y ? along(y, spanOf(box, "y"), reach) : undefined, box);
  }

  /** For a point that is pulled: an edge or a corner. */
  point(point: Vec, axes: SnapAxes): Snap {
    const at = { ...point, w: 0, h: 0 };
    if (this.#context.state.grid) return this.#toGrid(at, axes);
    const reach = this.#reach();
    const { x, y } = this.#targets();
    return joined(axes.x ? x.toLines([point.x], reach) : undefined, axes.y ? y.toLines([point.y], reach) : undefined, at);
  }

  #reach(): number {
    return REACH_PX / this.#context.state.camera.zoom;
  }

  #toGrid({ x, y }: Vec, axes: SnapAxes): Snap {
    const off = (value: number): number => Math.round(value / GRID_STEP) * GRID_STEP - value;
    return { dx: axes.x ? off(x) : 0, dy: axes.y ? off(y) : 0, guides: [] };
  }

  /** Looked up once per place of the view. */
  #targets(): { readonly x: AxisSnapper; readonly y: AxisSnapper } {
    const { camera, viewport } = this.#context.state;
    if (this.#camera === camera) return this.#axes;
    this.#camera = camera;
    const boxes = this.#targetBoxes(visibleBox(camera, viewport));
    this.#axes = {
      x: new AxisSnapper(boxes.map((box) => spanOf(box, "x"))),
      y: new AxisSnapper(boxes.map((box) => spanOf(box, "y"))),
    };
    return this.#axes;
  }

  /** A group is one box. */
  #targetBoxes(view: Box): readonly Box[] {
    const { index, groups, state } = this.#context;
    const shapes = index.near(view).filter(({ id }) => !this.#moved.has(id));
    const units = Map.groupBy(shapes, ({ id }) => groups.unitOf(id, state.entered));
    const boxes = [...units.values()].flatMap((unit) => unionBoxes(unit.map(pageFrameBounds)) ?? []);
    if (boxes.length <= MAX_TARGETS) return boxes;
    return boxes.sort((a, b) => b.w * b.h - a.w * a.h).slice(0, MAX_TARGETS);
  }
}

function along(axis: AxisSnapper, span: Span, reach: number): AxisSnap | undefined {
  const lines = axis.toLines([span.from, (span.from + span.to) / 2, span.to], reach);
  const gaps = axis.toGaps(span, reach);
  if (lines === undefined || gaps === undefined) return lines ?? gaps;
  return Math.abs(gaps.by) < Math.abs(lines.by) ? gaps : lines;
}

function spanOf({ x, y, w, h }: Box, axis: "x" | "y"): Span {
  return axis === "x" ? { from: x, to: x + w, crossFrom: y, crossTo: y + h } : { from: y, to: y + h, crossFrom: x, crossTo: x + w };
}

function joined(x: AxisSnap | undefined, y: AxisSnap | undefined, box: Box): Snap {
  const [dx, dy] = [x?.by ?? 0, y?.by ?? 0];
  const moved = { ...box, x: box.x + dx, y: box.y + dy };
  return { dx, dy, guides: [...guidesOf(x, spanOf(moved, "x"), "x"), ...guidesOf(y, spanOf(moved, "y"), "y")] };
}

/** Lines reach over all that lies in line; gaps are shown at the middle of what is moved. */
function guidesOf(snap: AxisSnap | undefined, moved: Span, axis: "x" | "y"): Guide[] {
  if (snap === undefined) return [];
  const vec = (along: number, across: number): Vec => (axis === "x" ? { x: along, y: across } : { x: across, y: along });
  const lines = [...Map.groupBy(snap.lines, ({ at }) => Math.round(at * 100)).values()].map((same): Guide => {
    const at = same[0]?.at ?? 0;
    const from = Math.min(moved.crossFrom, ...same.map(({ span }) => span.crossFrom));
    const to = Math.max(moved.crossTo, ...same.map(({ span }) => span.crossTo));
    return { kind: "line", from: vec(at, from), to: vec(at, to) };
  });
  const middle = (moved.crossFrom + moved.crossTo) / 2;
  return [...lines, ...snap.gaps.map(({ from, to }): Guide => ({ kind: "gap", from: vec(from, middle), to: vec(to, middle) }))];
}
