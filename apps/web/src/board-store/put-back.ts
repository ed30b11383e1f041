// Copies of kept shapes on a board: other ids, on top of everything, joined to each other as they were.
import { insertable } from "@inkroom/editor/insertion";
import type { Op } from "@inkroom/model";
import { encodeOps, MAX_OPS_PER_PUSH } from "@inkroom/protocol";
import type { ShapeId } from "@inkroom/shapes";
import type { Replica } from "@inkroom/sync";
import { keptShapes } from "./kept-things.ts";
import type { KeptItem } from "./kept-work.ts";

/** Encoded ops in one transaction, bytes: half of what a frame may hold. */
const MAX_BYTES = 128 * 1024;

/** Commits the copies. Throws where the board cannot be edited. */
export function putOnBoard(replica: Pick<Replica, "view" | "commit">, items: readonly KeptItem[], newId: () => ShapeId): void {
  let bytes = 0;
  let ops: Op[] = [];
  const commit = (): void => {
    if (ops.length > 0) replica.commit(ops);
    ops = [];
    bytes = 0;
  };
  for (const shape of insertable(replica.view, keptShapes(items), { newId })) {
    const op: Op = { op: "add", shape };
    const size = encodeOps([op]).length;
    if (ops.length === MAX_OPS_PER_PUSH || bytes + size > MAX_BYTES) commit();
    ops.push(op);
    bytes += size;
  }
  commit();
}
