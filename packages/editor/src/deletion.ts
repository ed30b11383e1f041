// Deleting many shapes: as few ops as the limits allow, no group is left without shapes, and arrows that hung on what is deleted
// stay where they were seen.
import type { Op } from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";
import { drawnPlace } from "./arrow-place.ts";
import type { EditorContext } from "./context.ts";

/** Ids in one `del`; below the op's own limit and its size on the wire. */
const IDS_PER_DEL = 500;

export function deletionOps({ groups, store }: Pick<EditorContext, "groups" | "store">, shapes: readonly ShapeId[]): Op[] {
  const ids = [...shapes, ...groups.emptiedBy(shapes)];
  const ops: Op[] = keptArrowOps(store, new Set(ids));
  for (let at = 0; at < ids.length; at += IDS_PER_DEL) ops.push({ op: "del", ids: ids.slice(at, at + IDS_PER_DEL) });
  return ops;
}

/** They keep their bindings, and hang on the shapes again should those come back. */
function keptArrowOps({ view }: EditorContext["store"], gone: ReadonlySet<ShapeId>): Op[] {
  const kept = new Set<ShapeId>();
  for (const id of gone) for (const arrow of view.arrowsOn(id)) if (!gone.has(arrow)) kept.add(arrow);
  return [...kept].flatMap((id): Op[] => {
    const arrow = view.get(id);
    return arrow?.kind === "arrow" ? [{ op: "set", id, props: drawnPlace(arrow) }] : [];
  });
}
