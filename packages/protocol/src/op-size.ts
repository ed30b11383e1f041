// The size of an op as MAX_OP_BYTES counts it: its bytes in a body, whatever form the frame had.
import type { Op } from "@inkroom/model";
import { encodeOps } from "./body.ts";

const BODY_OVERHEAD = 2;

/** Bytes of one op. As much work as encoding it. */
export function opBytes(op: Op): number {
  return encodeOps([op]).length - BODY_OVERHEAD;
}
