// Where elbows run on a board, and which of them a change puts another way. Code of its own, fetched with the first elbow that is seen.
// Nothing is known but the shapes that can be in the way: ink costs a look-up per edit.
import { type Box, SpatialIndex, unionBoxes } from "@inkroom/geometry";
import { type ArrowShape, obstacleBox, routedElbow, type Shape, type ShapeId } from "@inkroom/shapes";
import type { BoardChange, BoardView } from "./board-store.ts";
import { withRelated } from "./id-sets.ts";

/** With more shapes in the hand than these, elbows are not shown to go round them before they are let go of. */
const MAX_CARRIED = 2000;

type Ahead = { drawn(elbow: ArrowShape): ArrowShape; readonly elbows: Iterable<ShapeId> };

export class ElbowWays {
  readonly #view: BoardView;
  /** Undefined: to be read from the board. */
  #boxes: SpatialIndex<ShapeId, Shape> | undefined;
  /** By elbow, the part of the page that its way was looked for in. */
  readonly #zones = new SpatialIndex<ShapeId, ShapeId>();

  constructor(view: BoardView) {
    this.#view = view;
  }

  /** An elbow of the board as it is drawn. */
  drawn(elbow: ArrowShape): ArrowShape {
    let zone: Box | undefined;
    const shape = routedElbow(this.#view, elbow, (part) => {
      zone = zone === undefined ? part : unionBoxes([zone, part]);
      return this.#known().search(part);
    });
    if (zone === undefined) this.#zones.delete(elbow.id);
    else this.#zones.set(elbow.id, zone, elbow.id);
    return shape;
  }

  /** To be called with every change of the board. Gives what has changed with the elbows that may run elsewhere now; the same set where none does. */
  note(change: BoardChange, touched: ReadonlySet<ShapeId>): ReadonlySet<ShapeId> {
    if (change.origin === "reset") {
      this.#boxes = undefined;
      this.#zones.clear();
    }
    const boxes = this.#boxes;
    if (boxes === undefined) return touched;
    const before = new Map<ShapeId, Box>();
    const moved: (readonly [ShapeId, Box, Shape])[] = [];
    for (const id of change.touched) {
      const was = boxes.boxOf(id);
      const shape = this.#view.get(id);
      const box = shape && obstacleBox(shape);
      if (was !== undefined) before.set(id, was);
      if (shape !== undefined && box !== undefined) moved.push([id, box, shape]);
      else if (was !== undefined) boxes.delete(id);
      // Where it runs now is seen when it is drawn.
      this.#zones.delete(id);
    }
    boxes.setAll(moved);
    return withRelated(touched, (id) => this.#elbowsAt(before.get(id), boxes.boxOf(id)));
  }

  /** While some shapes are seen ahead of the board: how elbows are drawn, and those that these shapes may put another way. */
  ahead(preview: ReadonlyMap<ShapeId, Shape>): Ahead {
    let carried: SpatialIndex<ShapeId, Shape> | undefined;
    const inHand = (): SpatialIndex<ShapeId, Shape> => (carried ??= indexOf(placed(preview.size > MAX_CARRIED ? [] : preview.values())));
    const nearby = (part: Box): readonly Shape[] => [
      ...this.#known()
        .search(part)
        .filter(({ id }) => !preview.has(id)),
      ...inHand().search(part),
    ];
    const shapes = { get: (id: ShapeId) => preview.get(id) ?? this.#view.get(id) };
    return {
      drawn: (elbow) => routedElbow(shapes, elbow, nearby),
      elbows:
        this.#zones.size === 0
          ? []
          : inHand()
              .ids()
              .flatMap((id) => this.#elbowsAt(this.#boxes?.boxOf(id), inHand().boxOf(id))),
    };
  }

  #elbowsAt(...boxes: readonly (Box | undefined)[]): readonly ShapeId[] {
    if (this.#zones.size === 0) return [];
    return boxes.flatMap((box) => (box === undefined ? [] : this.#zones.search(box)));
  }

  #known(): SpatialIndex<ShapeId, Shape> {
    this.#boxes ??= indexOf(placed(this.#view.shapes()));
    return this.#boxes;
  }
}

function indexOf(shapes: Iterable<readonly [ShapeId, Box, Shape]>): SpatialIndex<ShapeId, Shape> {
  const index = new SpatialIndex<ShapeId, Shape>();
  index.load(shapes);
  return index;
}

function* placed(shapes: Iterable<Shape>): Iterable<readonly [ShapeId, Box, Shape]> {
  for (const shape of shapes) {
    const box = obstacleBox(shape);
    if (box !== undefined) yield [shape.id, box, shape];
  }
}
