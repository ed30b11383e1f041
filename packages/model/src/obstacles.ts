// What elbows go round on a board, and which of them a change puts another way. Nothing is known before an elbow is drawn, and nothing
// but the shapes that can be in its way: ink costs a look-up per edit.
import { type Box, SpatialIndex, unionBoxes } from "@inkroom/geometry";
import { type ObstacleSource, obstacleBox, type Shape, type ShapeId } from "@inkroom/shapes";
import type { BoardChange, BoardView } from "./board-store.ts";
import { withRelated } from "./id-sets.ts";

/** With more shapes in the hand than these, elbows are not shown to go round them before they are let go of. */
const MAX_CARRIED = 2000;

export class Obstacles {
  readonly #view: BoardView;
  /** Undefined: to be read from the board. */
  #boxes: SpatialIndex<ShapeId, Shape> | undefined;
  /** By elbow, the part of the page that its way was looked for in. */
  readonly #zones = new SpatialIndex<ShapeId, ShapeId>();

  constructor(view: BoardView) {
    this.#view = view;
  }

  /** Calls `route` with what may be in an elbow's way, and remembers where that was looked for. */
  around<T>(elbow: ShapeId, route: (nearby: ObstacleSource) => T): T {
    let zone: Box | undefined;
    const result = route((part) => {
      zone = zone === undefined ? part : unionBoxes([zone, part]);
      return this.#known().search(part);
    });
    if (zone === undefined) this.#zones.delete(elbow);
    else this.#zones.set(elbow, zone, elbow);
    return result;
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

  /** What may be in the way while some shapes are seen ahead of the board, and the elbows that these may put another way. */
  ahead(preview: ReadonlyMap<ShapeId, Shape>): { readonly nearby: ObstacleSource; readonly elbows: Iterable<ShapeId> } {
    let carried: SpatialIndex<ShapeId, Shape> | undefined;
    const inHand = (): SpatialIndex<ShapeId, Shape> => (carried ??= indexOf(placed(preview.size > MAX_CARRIED ? [] : preview.values())));
    return {
      nearby: (part) => [
        ...this.#known()
          .search(part)
          .filter(({ id }) => !preview.has(id)),
        ...inHand().search(part),
      ],
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
