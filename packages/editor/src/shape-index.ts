// Where the shapes are: a spatial index of the store's shapes, kept up to date change by change, and the questions that
// tools ask it. Works on what is committed; previews are not in it.
import {
  type Box,
  boxBetween,
  boxContainsBox,
  boxContainsPoint,
  boxCorners,
  expandBox,
  isInPolygon,
  type PlacedValue,
  polylineBounds,
  SpatialIndex,
  unionBoxes,
  type Vec,
} from "@inkroom/geometry";
import type { BoardChange, DrawnStore } from "@inkroom/model";
import {
  compareShapes,
  hasInk,
  hitSegmentShape,
  hitTestShape,
  pageBounds,
  type Shape,
  type ShapeId,
  shapeKindOf,
  toLocal,
  toPage,
} from "@inkroom/shapes";
import { isWithinReach, type Reach } from "./locks.ts";

/** So many boxes are looked at with the change that brings them: left for the next question, those of a large board would hold it up. */
const MAX_STALE = 2_000;

export class ShapeIndex {
  readonly #store: DrawnStore;
  readonly #boxes = new SpatialIndex<ShapeId, Shape>();
  /** Ids whose box has to be looked at again before the next question; undefined = all of them. */
  #stale: Set<ShapeId> | undefined;
  #top: string | undefined;

  constructor(store: DrawnStore) {
    this.#store = store;
    // An empty board grows change by change.
    if (store.view.size === 0) this.#stale = new Set();
  }

  /** To be called with every change of the store. Boxes of few shapes are computed when they are asked for. */
  note(change: BoardChange): void {
    if (change.origin === "reset") {
      this.#stale = undefined;
      this.#top = undefined;
      return;
    }
    for (const id of change.touched) {
      this.#stale?.add(id);
      const shape = this.#store.view.get(id);
      if (shape !== undefined && this.#top !== undefined && shape.index > this.#top) this.#top = shape.index;
    }
    if (this.#stale !== undefined && this.#stale.size >= MAX_STALE) this.#refresh();
  }

  /** An index that no shape on the board is above; undefined on an empty board. May be of a deleted shape. */
  topIndex(): string | undefined {
    if (this.#top === undefined) {
      for (const shape of this.#store.view.shapes()) {
        if (this.#top === undefined || shape.index > this.#top) this.#top = shape.index;
      }
    }
    return this.#top;
  }

  /** The lowest index of a shape that lies above this one, `undefined` standing for the bottom; undefined if none does. */
  indexAbove(index: string | undefined): string | undefined {
    let above: string | undefined;
    for (const shape of this.#store.view.shapes()) {
      if ((index === undefined || shape.index > index) && (above === undefined || shape.index < above)) above = shape.index;
    }
    return above;
  }

  /** Shapes whose bounds meet the box, in no particular order. */
  near(box: Box): Shape[] {
    this.#refresh();
    return this.#boxes.search(box);
  }

  /** Do the bounds of any shape meet the box? */
  isAnyNear(box: Box): boolean {
    this.#refresh();
    return this.#boxes.meets(box);
  }

  /** The topmost shape that a page point touches, within `slack` page units. */
  topmostAt(point: Vec, slack: number, reach: Reach): Shape | undefined {
    let best: Shape | undefined;
    for (const shape of this.near(expandBox({ ...point, w: 0, h: 0 }, slack))) {
      if (!isWithinReach(this.#store.view, shape, reach)) continue;
      if (best !== undefined && compareShapes(shape, best) < 0) continue;
      if (hitTestShape(shape, point, slack)) best = shape;
    }
    return best;
  }

  /** The topmost shape that may have a label and has the point inside of its frame; lines and texts are none, and locked ones. */
  labelledAround(point: Vec): Shape | undefined {
    let best: Shape | undefined;
    for (const shape of this.#within({ ...point, w: 0, h: 0 }, "changeable")) {
      if (!("textW" in shape) || !("h" in shape) || (best !== undefined && compareShapes(shape, best) < 0)) continue;
      if (boxContainsPoint(shapeKindOf<Shape>(shape).frame(shape), toLocal(shape, point))) best = shape;
    }
    return best;
  }

  /** Shapes whose outline, or filled inside, a page segment touches, but no frames. */
  alongSegment(from: Vec, to: Vec, slack: number, reach: Reach): Shape[] {
    return this.#within(expandBox(boxBetween(from, to), slack), reach).filter(
      (shape) => shape.kind !== "frame" && (hitSegmentShape(shape, from, to, slack) || hitTestShape(shape, to, slack)),
    );
  }

  /** Shapes, but no locked ones, that a marquee touches: wholly inside of it, or with their outline or filled inside meeting it; of frames the former only. */
  touching(box: Box): Shape[] {
    return this.#within(box, "unlocked").filter(
      (shape) => boxContainsBox(box, pageBounds(shape)) || (shape.kind !== "frame" && meetsBox(shape, box)),
    );
  }

  /** Shapes, but no locked ones, of which some ink lies inside a loop, given by its corners. Where the loop cuts none of a shape, all of it does. */
  within(loop: readonly Vec[]): Shape[] {
    const flat = loop.flatMap(({ x, y }) => [x, y]);
    return this.#within(polylineBounds(flat), "unlocked").filter((shape) =>
      shape.kind === "frame"
        ? boxCorners(pageBounds(shape)).every((corner) => isInPolygon(corner, flat))
        : isInPolygon(inkPoint(shape), flat),
    );
  }

  #within(box: Box, reach: Reach): Shape[] {
    return this.near(box).filter((shape) => isWithinReach(this.#store.view, shape, reach));
  }

  /** Bounds of everything on the board; undefined if it is empty. */
  bounds(): Box | undefined {
    return boundsOf(this.#store.view.shapes());
  }

  #refresh(): void {
    const view = this.#store.view;
    if (this.#stale === undefined) {
      this.#boxes.load(placed(view.shapes()));
      this.#stale = new Set();
      return;
    }
    const shapes: Shape[] = [];
    for (const id of this.#stale) {
      const shape = view.get(id);
      if (shape === undefined) this.#boxes.delete(id);
      else shapes.push(shape);
    }
    this.#boxes.setAll(placed(shapes));
    this.#stale.clear();
  }
}

/** The box around some shapes with their outlines; undefined for none. */
export function boundsOf(shapes: Iterable<Shape>): Box | undefined {
  return unionBoxes(pageBoxes(shapes));
}

function* pageBoxes(shapes: Iterable<Shape>): Iterable<Box> {
  for (const shape of shapes) if (hasInk(shape)) yield pageBounds(shape);
}

function* placed(shapes: Iterable<Shape>): Iterable<PlacedValue<ShapeId, Shape>> {
  for (const shape of shapes) if (hasInk(shape)) yield [shape.id, pageBounds(shape), shape];
}

/** A page point on the shape's line. */
function inkPoint(shape: Shape): Vec {
  if (shape.kind === "draw" || shape.kind === "line" || shape.kind === "arrow") return toPage(shape, { x: 0, y: 0 });
  const { x, y, h } = shapeKindOf(shape).frame(shape);
  return toPage(shape, { x, y: y + h / 2 });
}

function meetsBox(shape: Shape, box: Box): boolean {
  const corners = boxCorners(box);
  return corners.some((corner, i) => {
    const next = corners[(i + 1) % corners.length] ?? corner;
    return hitSegmentShape(shape, corner, next, 0) || hitTestShape(shape, corner, 0);
  });
}
