// Goes from shape to shape in reading order: selects the next one, and brings it into view. A group is one thing, until it has
// been entered: then it is all there is.
import type { BoardStore } from "@inkroom/model";
import type { Shape, ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { readingOrder } from "../reading-order.ts";
import { revealBox } from "../reveal.ts";
import { selectedShapes } from "../selection.ts";
import { boundsOf } from "../shape-index.ts";

/** Putting a large board in order takes a while: done once, and again when the board has changed. */
const orders = new WeakMap<BoardStore, readonly Shape[]>();

/** One step on (1) or back (-1) from what is selected; nothing happens past the ends. From nothing, on leads to the first. */
export function walk(context: EditorContext, step: 1 | -1): void {
  const { entered, selection } = context.state;
  const stops = stopsOf(context);
  const units = new Set([...selection].map((id) => context.groups.unitOf(id, entered)));
  const places = stops.flatMap((id, place) => (units.has(id) ? [place] : []));
  const place = (step === 1 ? (places.at(-1) ?? -1) : (places[0] ?? 0)) + step;
  const id = stops[place];
  if (id !== undefined) show(context, id, stops);
}

/** Selects a shape, or a group as one, as a step of the walk would. */
export function goTo(context: EditorContext, id: ShapeId): void {
  show(context, id, stopsOf(context));
}

/** The first thing, as one reads, that lies in a group or a frame itself. */
export function firstIn(context: EditorContext, parent: ShapeId): ShapeId | undefined {
  return orderOf(context.store).find((shape) => shape.parent === parent)?.id;
}

function show(context: EditorContext, id: ShapeId, stops: readonly ShapeId[]): void {
  context.editor.select([id]);
  context.patch({ walked: { id, place: stops.indexOf(id) + 1, count: stops.length } });
  const box = boundsOf(selectedShapes(context));
  const { camera, viewport } = context.state;
  if (box !== undefined) context.editor.setCamera(revealBox(box, camera, viewport));
}

function stopsOf({ store, groups, state: { entered } }: EditorContext): readonly ShapeId[] {
  const isStop = ({ id, kind }: Shape): boolean => {
    const isWithin = entered === undefined ? groups.groupsOf(id).length === 0 : groups.groupsOf(id)[0] === entered;
    return isWithin && (kind !== "group" || groups.leavesOf(id).length > 0);
  };
  return orderOf(store)
    .filter(isStop)
    .map(({ id }) => id);
}

function orderOf(store: BoardStore): readonly Shape[] {
  const known = orders.get(store);
  if (known !== undefined) return known;
  const order = readingOrder(store.view).map(({ shape }) => shape);
  orders.set(store, order);
  const stop = store.subscribe(() => {
    orders.delete(store);
    stop();
  });
  return order;
}
