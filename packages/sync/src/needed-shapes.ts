// What a transaction builds on: without these shapes on the board it changes nothing.
import type { Op, Txn } from "@inkroom/model";
import { PAGE_ID, type ShapeId } from "@inkroom/shapes";

/** Shapes that must be there, living or deleted, for the transaction to mean what it meant. */
export function neededShapes(txn: Txn): ReadonlySet<ShapeId> {
  const needed = new Set(txn.ops.flatMap(neededBy));
  needed.delete(PAGE_ID);
  return needed;
}

function neededBy(op: Op): readonly ShapeId[] {
  switch (op.op) {
    case "add":
      return [op.shape.parent];
    case "restore":
      return [op.shape.id, op.shape.parent];
    case "del":
      return op.ids;
    case "mv":
      return [op.id, op.parent];
    case "pts":
    case "set":
    case "txt":
      return [op.id];
    default:
      return op satisfies never;
  }
}
