// Which frame a shape belongs to after a gesture. What comes to lie wholly inside of a frame belongs to it; what is taken wholly out
// of it does no more; in between nothing changes. A group is one thing. A locked frame takes nothing in, and lets nothing go.
import { type Box, unionBoxes } from "@inkroom/geometry";
import type { Op } from "@inkroom/model";
import { frameHolds, frameMeets, type FrameShape, PAGE_ID, pageFrameBounds, type Shape, type ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { isLocked } from "../locks.ts";

type Board = Pick<EditorContext, "store" | "index" | "groups">;
/** A board as it is looked at: as it is, or ahead of that. */
type Sight = Pick<Board, "store" | "groups"> & { readonly look: (id: ShapeId) => Shape | undefined };
/** Shapes that are new or elsewhere; of those the ones that are new, and the ones that are of another size. */
export type Changed = { readonly moved: ReadonlySet<ShapeId>; readonly made: ReadonlySet<ShapeId>; readonly sized: ReadonlySet<ShapeId> };

/** Ops that put what has changed into its frames and out of them. */
export function settlingOps(board: Board, { moved, made, sized }: Changed): Op[] {
  const { view } = board.store;
  if (view.frames().size === 0) return [];
  const sight: Sight = { store: board.store, groups: board.groups, look: (id) => view.get(id) };
  const parents = new Map<ShapeId, { readonly unit: Shape; readonly parent: ShapeId }>();
  const put = (unit: Shape, parent: ShapeId): void => void parents.set(unit.id, { unit, parent });
  for (const unit of unitsOf(sight, moved)) {
    const parent = newHome(sight, unit, moved);
    if (parent !== undefined) put(unit, parent);
  }
  for (const id of new Set([...made, ...sized])) {
    const frame = frameOf(sight, id);
    // A copy comes with what lies in it, and takes in nothing else.
    if (frame === undefined || (made.has(id) && !view.within(id)[Symbol.iterator]().next().done)) continue;
    for (const unit of unitsOf(sight, view.within(id))) {
      if (unit.parent !== id) continue;
      const bounds = boundsOf(sight, unit);
      if (bounds !== undefined && !frameMeets(frame, bounds)) put(unit, placeOf(sight, unit, undefined) ?? PAGE_ID);
    }
    for (const unit of unitsOf(
      sight,
      board.index.near(pageFrameBounds(frame)).map((shape) => shape.id),
    )) {
      const bounds = boundsOf(sight, unit);
      const isFree = unit.parent === PAGE_ID && !unit.locked;
      if (isFree && bounds !== undefined && frameHolds(frame, bounds)) put(unit, id);
    }
  }
  return [...parents.values()].flatMap(({ unit, parent }): Op[] =>
    unit.parent === parent ? [] : [{ op: "mv", id: unit.id, parent, index: unit.index }],
  );
}

/** More of what a hand holds than this is not asked where it would go before it is let go of. */
const MOST_LOOKED_AT = 200;

/** The frames that would take in what is being moved, were it let go of now; not those that have it already. */
export function framesTaking(context: Pick<EditorContext, "store" | "groups" | "shape">, moved: ReadonlySet<ShapeId>): readonly ShapeId[] {
  const { store, groups } = context;
  if (store.view.frames().size === 0 || moved.size > MOST_LOOKED_AT) return [];
  const sight: Sight = { store, groups, look: (id) => context.shape(id) };
  const homes = unitsOf(sight, moved).flatMap((unit) => {
    const home = newHome(sight, unit, moved);
    return home === undefined || home === PAGE_ID || home === unit.parent ? [] : [home];
  });
  return [...new Set(homes)];
}

/** The outermost groups and the shapes that are in none, without frames: those never lie in another one by being put there. */
function unitsOf({ groups, look }: Sight, ids: Iterable<ShapeId>): readonly Shape[] {
  const units = new Set<ShapeId>();
  for (const id of ids) units.add(groups.unitOf(id, undefined));
  return [...units].flatMap((id) => {
    const unit = look(id);
    return unit === undefined || unit.kind === "frame" ? [] : [unit];
  });
}

/** Where a unit that was moved belongs; undefined where nothing is to be said of that. */
function newHome(sight: Sight, unit: Shape, moved: ReadonlySet<ShapeId>): ShapeId | undefined {
  const home = frameOf(sight, unit.parent);
  // It came along with its frame, or cannot leave it.
  if (home !== undefined && (moved.has(home.id) || isLocked({ get: sight.look }, home))) return undefined;
  return placeOf(sight, unit, home);
}

/** Where a unit belongs that is at home in a frame, or in none; undefined where nothing is to be said of that. */
function placeOf(sight: Sight, unit: Shape, home: FrameShape | undefined): ShapeId | undefined {
  const bounds = boundsOf(sight, unit);
  if (bounds === undefined) return undefined;
  if (home !== undefined && frameMeets(home, bounds)) return home.id;
  const around = [...sight.store.view.frames()]
    .flatMap((id) => frameOf(sight, id) ?? [])
    .filter((frame) => frameHolds(frame, bounds) && !isLocked({ get: sight.look }, frame))
    // The innermost of frames that lie on each other.
    .sort((a, b) => a.w * a.h - b.w * b.h || (a.id < b.id ? -1 : 1));
  return around[0]?.id ?? (home === undefined ? undefined : PAGE_ID);
}

function frameOf({ look }: Sight, id: ShapeId): FrameShape | undefined {
  const shape = look(id);
  return shape?.kind === "frame" ? shape : undefined;
}

/** Without outline widths: what touches the border from inside lies inside. */
function boundsOf({ groups, look }: Sight, unit: Shape): Box | undefined {
  if (unit.kind !== "group") return pageFrameBounds(unit);
  return unionBoxes(
    groups
      .leavesOf(unit.id)
      .flatMap((id) => look(id) ?? [])
      .map(pageFrameBounds),
  );
}
