// Which frame a shape belongs to after a gesture. What comes to lie wholly inside of a frame belongs to it; what is taken wholly out
// of it does no more; in between nothing changes. A group is one thing.
import { type Box, unionBoxes } from "@inkroom/geometry";
import type { Op } from "@inkroom/model";
import { frameHolds, frameMeets, type FrameShape, PAGE_ID, pageFrameBounds, type Shape, type ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";

type Board = Pick<EditorContext, "store" | "index" | "groups">;
/** Shapes that are new or elsewhere; of those the ones that are new, and the ones that are of another size. */
export type Changed = { readonly moved: ReadonlySet<ShapeId>; readonly made: ReadonlySet<ShapeId>; readonly sized: ReadonlySet<ShapeId> };

/** Ops that put what has changed into its frames and out of them. */
export function settlingOps(board: Board, { moved, made, sized }: Changed): Op[] {
  const { view } = board.store;
  if (view.frames().size === 0) return [];
  const parents = new Map<ShapeId, { readonly unit: Shape; readonly parent: ShapeId }>();
  const put = (unit: Shape, parent: ShapeId): void => void parents.set(unit.id, { unit, parent });
  for (const unit of unitsOf(board, moved)) {
    const home = frameOf(board, unit.parent);
    // It came along with its frame.
    if (home !== undefined && moved.has(home.id)) continue;
    const parent = placeOf(board, unit, home);
    if (parent !== undefined) put(unit, parent);
  }
  for (const id of new Set([...made, ...sized])) {
    const frame = frameOf(board, id);
    // A copy comes with what lies in it, and takes in nothing else.
    if (frame === undefined || (made.has(id) && !view.within(id)[Symbol.iterator]().next().done)) continue;
    for (const unit of unitsOf(board, view.within(id))) {
      if (unit.parent !== id) continue;
      const bounds = boundsOf(board, unit);
      if (bounds !== undefined && !frameMeets(frame, bounds)) put(unit, placeOf(board, unit, undefined) ?? PAGE_ID);
    }
    for (const unit of unitsOf(
      board,
      board.index.near(pageFrameBounds(frame)).map((shape) => shape.id),
    )) {
      const bounds = boundsOf(board, unit);
      const isFree = unit.parent === PAGE_ID && !unit.locked;
      if (isFree && bounds !== undefined && frameHolds(frame, bounds)) put(unit, id);
    }
  }
  return [...parents.values()].flatMap(({ unit, parent }): Op[] =>
    unit.parent === parent ? [] : [{ op: "mv", id: unit.id, parent, index: unit.index }],
  );
}

/** The outermost groups and the shapes that are in none, without frames: those never lie in another one by being put there. */
function unitsOf({ store, groups }: Board, ids: Iterable<ShapeId>): readonly Shape[] {
  const units = new Set<ShapeId>();
  for (const id of ids) units.add(groups.unitOf(id, undefined));
  return [...units].flatMap((id) => {
    const unit = store.view.get(id);
    return unit === undefined || unit.kind === "frame" ? [] : [unit];
  });
}

/** Where a unit belongs that is at home in a frame, or in none; undefined where nothing is to be said of that. */
function placeOf(board: Board, unit: Shape, home: FrameShape | undefined): ShapeId | undefined {
  const bounds = boundsOf(board, unit);
  if (bounds === undefined) return undefined;
  if (home !== undefined && frameMeets(home, bounds)) return home.id;
  const around = [...board.store.view.frames()]
    .flatMap((id) => frameOf(board, id) ?? [])
    .filter((frame) => frameHolds(frame, bounds))
    // The innermost of frames that lie on each other.
    .sort((a, b) => a.w * a.h - b.w * b.h || (a.id < b.id ? -1 : 1));
  return around[0]?.id ?? (home === undefined ? undefined : PAGE_ID);
}

function frameOf({ store }: Board, id: ShapeId): FrameShape | undefined {
  const shape = store.view.get(id);
  return shape?.kind === "frame" ? shape : undefined;
}

/** Without outline widths: what touches the border from inside lies inside. */
function boundsOf({ store, groups }: Board, unit: Shape): Box | undefined {
  if (unit.kind !== "group") return pageFrameBounds(unit);
  return unionBoxes(
    groups
      .leavesOf(unit.id)
      .flatMap((id) => store.view.get(id) ?? [])
      .map(pageFrameBounds),
  );
}
