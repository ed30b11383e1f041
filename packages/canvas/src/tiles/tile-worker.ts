// The inside of the tile worker: keeps the shapes it was told of and draws tiles of them, in slices, so that a new list of
// wishes is heard soon.
import { type Shape, type ShapeId, withClip } from "@inkroom/shapes";
import { ShapePainter } from "../shape-painter.ts";
import { StackOrder } from "../stack-order.ts";
import { createLineMeasurer } from "../text-measurer.ts";
import { type Theme, THEMES } from "../theme.ts";
import { PathsAhead } from "./paths-ahead.ts";
import { rehearsal } from "./rehearsal.ts";
import { tileKey } from "./tile-grid.ts";
import { TileMaker } from "./tile-maker.ts";
import type { FromTileWorker, ToTileWorker } from "./tile-messages.ts";

/** The worker's global scope, as far as it is used. */
export type TileWorkerScope = {
  readonly navigator: { readonly hardwareConcurrency: number };
  onmessage: ((event: { readonly data: ToTileWorker }) => void) | null;
  postMessage(message: FromTileWorker, transfer: Transferable[]): void;
};

/** Messages are heard after so long at the latest, ms. */
const SLICE_MS = 8;
/** On no more cores than this the worker takes from the page what it uses. */
const FEW_CORES = 2;

export function runTileWorker(scope: TileWorkerScope): void {
  const shelf = new Shelf();
  let theme: Theme = THEMES.light;
  let revision = 0;
  /** What is on the tiles that are wanted, by their keys. */
  let lists: ReadonlyMap<string, readonly ShapeId[]> = new Map();
  const painter = new ShapePainter(createLineMeasurer());
  const maker = new TileMaker({
    painter,
    shapesOn: (spec) => ({ shapes: shelf.inOrder(lists.get(tileKey(spec)) ?? []), revision }),
    theme: () => theme,
    onTile: (spec, shown, sheet) => {
      // reason: a worker has OffscreenCanvas, or it would not have been started.
      const bitmap = (sheet as OffscreenCanvas).transferToImageBitmap();
      scope.postMessage({ spec, revision: shown, bitmap }, [bitmap]);
    },
  });
  const turns = new MessageChannel();
  const isOnFewCores = scope.navigator.hardwareConcurrency <= FEW_CORES;
  let isHurried = false;
  let isRunning = false;
  const ahead = new PathsAhead(painter);
  const practice = rehearsal(painter);
  // It would take from the page the time that it is to save.
  if (isOnFewCores) practice.want([]);
  const nextWork = () => [maker, ahead, practice].find(({ hasWork }) => hasWork);
  const run = (): void => {
    if (isRunning || nextWork() === undefined) return;
    isRunning = true;
    // Every other slice is the page's.
    if (isHurried && isOnFewCores) setTimeout(() => turns.port2.postMessage(undefined), SLICE_MS);
    else turns.port2.postMessage(undefined);
  };
  turns.port1.onmessage = (): void => {
    isRunning = false;
    const endMs = performance.now() + SLICE_MS;
    const next = nextWork();
    // Nobody waits for it any more once there is something real to do.
    if (next !== practice) practice.want([]);
    next?.step(() => performance.now() < endMs);
    run();
  };
  scope.onmessage = ({ data }): void => {
    if (data.reset) {
      shelf.clear();
      ahead.clear();
    }
    if (data.theme !== undefined) {
      theme = THEMES[data.theme];
      maker.restart();
    }
    const shapes = (data.put ?? []).map((shape) => withClip(shape, data.clips?.get(shape.id)));
    shelf.putAll(shapes);
    if (data.soon !== undefined) ahead.add(shapes, data.soon);
    isHurried = data.isHurried ?? isHurried;
    for (const id of data.forget ?? []) shelf.forget(id);
    if (data.want !== undefined) {
      // Only wishes come with all shapes told: after a mere change, tiles would be taken for newer than they are.
      revision = data.revision;
      lists = new Map(data.want.map(({ spec, ids }) => [tileKey(spec), ids ?? lists.get(tileKey(spec)) ?? []]));
      maker.want(data.want.map(({ spec }) => spec));
    }
    run();
  };
  run();
}

/** The shapes the worker knows. Which of them are on a tile it is told: the page has them by place, and one index is enough. */
class Shelf {
  readonly #shapes = new Map<ShapeId, Shape>();
  readonly #order = new StackOrder();

  putAll(shapes: readonly Shape[]): void {
    for (const shape of shapes) {
      this.#shapes.set(shape.id, shape);
      this.#order.set(shape);
    }
  }

  forget(id: ShapeId): void {
    this.#shapes.delete(id);
    this.#order.delete(id);
  }

  clear(): void {
    this.#shapes.clear();
    this.#order.clear();
  }

  /** Bottom first. Those that are gone meanwhile are left out. */
  inOrder(ids: readonly ShapeId[]): Shape[] {
    return this.#order.sort(
      ids.flatMap((id) => this.#shapes.get(id) ?? []),
      (shape) => shape,
    );
  }
}
