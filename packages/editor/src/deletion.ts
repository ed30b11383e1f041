// Deleting many shapes: as few ops as the limits allow, and no group is left without shapes.
import type { Op } from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";

/** Ids in one `del`; below the op's own limit and its size on the wire. */
const IDS_PER_DEL = 500;

export function deletionOps({ groups }: Pick<EditorContext, "groups">, shapes: readonly ShapeId[]): Op[] {
  const ids = [...shapes, ...groups.emptiedBy(shapes)];
  const ops: Op[] = [];
  for (let at = 0; at < ids.length; at += IDS_PER_DEL) ops.push({ op: "del", ids: ids.slice(at, at + IDS_PER_DEL) });
  return ops;
}
