// Splits a list of ops so that each commit fits into one push of the wire.
import type { Op } from "@inkroom/model";
import { hasText } from "@inkroom/shapes";

/** Ops in one commit; the wire takes no more in one push. */
export const MAX_OPS_PER_COMMIT = 200;
/** Rough size of one commit, in bytes: well below the largest frame. */
const TARGET_COMMIT_BYTES = 96 * 1024;
/** Estimate for an op without packed points or text, in bytes. */
const PLAIN_OP_BYTES = 200;

/** The same ops in the same order, in groups of which each fits into one commit. */
export function splitCommit(ops: readonly Op[]): Op[][] {
  const groups: Op[][] = [];
  let group: Op[] = [];
  let bytes = 0;
  for (const op of ops) {
    const size = roughBytes(op);
    if (group.length > 0 && (group.length === MAX_OPS_PER_COMMIT || bytes + size > TARGET_COMMIT_BYTES)) {
      groups.push(group);
      group = [];
      bytes = 0;
    }
    group.push(op);
    bytes += size;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function roughBytes(op: Op): number {
  switch (op.op) {
    case "add":
    case "restore": {
      const { shape } = op;
      if (shape.kind === "draw") return PLAIN_OP_BYTES + shape.points.length;
      const textBytes = hasText(shape) ? 3 * shape.text.length : 0;
      return PLAIN_OP_BYTES + textBytes + ("vertices" in shape ? 9 * shape.vertices.length : 0);
    }
    case "set": {
      const { text, vertices } = op.props;
      const textBytes = typeof text === "string" ? 3 * text.length : 0;
      return PLAIN_OP_BYTES + textBytes + (Array.isArray(vertices) ? 9 * vertices.length : 0);
    }
    case "pts":
      return PLAIN_OP_BYTES + op.bytes.length;
    case "del":
      return PLAIN_OP_BYTES + 34 * op.ids.length;
    case "mv":
      return PLAIN_OP_BYTES;
    case "txt": {
      const said = [op.ins?.text ?? "", ...(op.live ?? []).map(({ text }) => text)];
      return PLAIN_OP_BYTES + said.reduce((sum, text) => sum + 3 * text.length + 20, 0) + 20 * (op.del?.length ?? 0);
    }
    default:
      return op satisfies never;
  }
}
