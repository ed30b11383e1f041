// The inside of the tile worker: keeps the shapes it was told of and draws tiles of them, in slices, so that a new list of
// wishes is heard soon.
import { type Box, SpatialIndex } from "@inkroom/geometry";
import { pageBounds, type Shape, type ShapeId, withClip } from "@inkroom/shapes";
import { ShapePainter } from "../shape-painter.ts";
import { StackOrder } from "../stack-order.ts";
import { createLineMeasurer } from "../text-measurer.ts";
import { type Theme, THEMES } from "../theme.ts";
import { rehearsal } from "./rehearsal.ts";
import { TileMaker } from "./tile-maker.ts";
import type { FromTileWorker, ToTileWorker } from "./tile-messages.ts";

/** The worker's global scope, as far as it is used. */
export type TileWorkerScope = {
  onmessage: ((event: { readonly data: ToTileWorker }) => void) | null;
  postMessage(message: FromTileWorker, transfer: Transferable[]): void;
};

/** Messages are heard after so long at the latest, ms. */
const SLICE_MS = 8;

export function runTileWorker(scope: TileWorkerScope): void {
  const shelf = new Shelf();
  let theme: Theme = THEMES.light;
  let revision = 0;
  const painter = new ShapePainter(createLineMeasurer());
  const maker = new TileMaker({
    painter,
    shapesIn: (box) => ({ shapes: shelf.search(box), revision }),
    theme: () => theme,
    onTile: (spec, shown, sheet) => {
      // reason: a worker has OffscreenCanvas, or it would not have been started.
      const bitmap = (sheet as OffscreenCanvas).transferToImageBitmap();
      scope.postMessage({ spec, revision: shown, bitmap }, [bitmap]);
    },
  });
  const turns = new MessageChannel();
  let isRunning = false;
  const practice = rehearsal(painter);
  const run = (): void => {
    if (isRunning || !(maker.hasWork || practice.hasWork)) return;
    isRunning = true;
    turns.port2.postMessage(undefined);
  };
  turns.port1.onmessage = (): void => {
    isRunning = false;
    const endMs = performance.now() + SLICE_MS;
    // Nobody waits for it any more once there is something real to draw.
    if (maker.hasWork) practice.want([]);
    (maker.hasWork ? maker : practice).step(() => performance.now() < endMs);
    run();
  };
  scope.onmessage = ({ data }): void => {
    if (data.reset) shelf.clear();
    if (data.theme !== undefined) {
      theme = THEMES[data.theme];
      maker.restart();
    }
    if (data.put !== undefined) shelf.putAll(data.put.map((shape) => withClip(shape, data.clips?.get(shape.id))));
    for (const id of data.forget ?? []) shelf.forget(id);
    if (data.want !== undefined) {
      // Only wishes come with all shapes told: after a mere change, tiles would be taken for newer than they are.
      revision = data.revision;
      maker.want(data.want);
    }
    run();
  };
  run();
}

/** The shapes the worker knows, by place and in stacking order. */
class Shelf {
  readonly #boxes = new SpatialIndex<ShapeId, Shape>();
  readonly #order = new StackOrder();

  putAll(shapes: readonly Shape[]): void {
    this.#boxes.setAll(shapes.map((shape) => [shape.id, pageBounds(shape), shape]));
    for (const shape of shapes) this.#order.set(shape);
  }

  forget(id: ShapeId): void {
    this.#boxes.delete(id);
    this.#order.delete(id);
  }

  clear(): void {
    this.#boxes.clear();
    this.#order.clear();
  }

  search(box: Box): Shape[] {
    return this.#order.sort(this.#boxes.search(box), (shape) => shape);
  }
}
