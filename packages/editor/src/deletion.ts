// Deleting many shapes: as few ops as the limits allow.
import type { Op } from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";

/** Ids in one `del`; below the op's own limit and its size on the wire. */
const IDS_PER_DEL = 500;

export function deletionOps(ids: readonly ShapeId[]): Op[] {
  const ops: Op[] = [];
  for (let at = 0; at < ids.length; at += IDS_PER_DEL) ops.push({ op: "del", ids: ids.slice(at, at + IDS_PER_DEL) });
  return ops;
}
