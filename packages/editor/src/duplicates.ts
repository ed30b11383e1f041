// Copies of shapes: under new ids, in groups of their own where whole groups are copied, with arrows bound to the copies.
import { indicesBetween, type Op } from "@inkroom/model";
import { END_NAMES, renamedLink, type Shape, type ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";
import { ownAdditions } from "./own-additions.ts";
import { copyShape } from "./shape-edit.ts";

/** Groups first: what lies in them needs them. */
export type Copies = {
  readonly groups: readonly Shape[];
  readonly shapes: readonly Shape[];
  /** The copies of some of the originals. */
  idsOf(originals: Iterable<ShapeId>): readonly ShapeId[];
};

/**
 * Copies of shapes (bottom first) and of the groups that they are all the shapes of, in their order on top of everything. A
 * shape of which only a part of its group is copied stays in that group. Page units.
 */
export function copiesOf(context: EditorContext, originals: readonly Shape[], dx: number, dy: number): Copies {
  const all = [...wholeGroupsOf(context, originals), ...originals];
  const ids = new Map<ShapeId, ShapeId>(all.map(({ id }) => [id, context.newId()]));
  const indices = indicesBetween(all.length, context.index.topIndex());
  const made = all.map((shape, i): Shape => {
    const copy = copyShape(shape, ids.get(shape.id) ?? shape.id, indices[i] ?? shape.index, dx, dy);
    const link = renamedLink(copy.link, (id) => ids.get(id));
    return bound({ ...copy, link, parent: ids.get(shape.parent) ?? shape.parent }, ids);
  });
  const copies = context.state.ownOnly ? ownAdditions(context.store.view, made) : made;
  return {
    groups: copies.filter(({ kind }) => kind === "group"),
    shapes: copies.filter(({ kind }) => kind !== "group"),
    idsOf: (some) => [...some].flatMap((id) => ids.get(id) ?? []),
  };
}

export function additionOps({ groups, shapes }: Pick<Copies, "groups" | "shapes">): Op[] {
  return [...groups, ...shapes].map((shape) => ({ op: "add", shape }));
}

/** The groups of which all shapes are among these, outer ones before those in them. */
function wholeGroupsOf({ groups, store }: Pick<EditorContext, "groups" | "store">, shapes: readonly Shape[]): readonly Shape[] {
  const emptied = groups.emptiedBy(shapes.map(({ id }) => id));
  return emptied.toReversed().flatMap((id) => store.view.get(id) ?? []);
}

/** The ends of an arrow hang on the copies of what they hung on, or on nothing. */
function bound(shape: Shape, ids: ReadonlyMap<ShapeId, ShapeId>): Shape {
  if (shape.kind !== "arrow") return shape;
  const ends = END_NAMES.map((end) => {
    const binding = shape[end];
    const id = binding === null ? undefined : ids.get(binding.id);
    return [end, binding === null || id === undefined ? null : { ...binding, id }] as const;
  });
  return { ...shape, ...Object.fromEntries(ends) };
}
