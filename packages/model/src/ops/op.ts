// The union of the six operations. One op = one file beside this one with its schema, apply and invert.
import type { AddOp } from "./add.ts";
import type { DelOp } from "./del.ts";
import type { MvOp } from "./mv.ts";
import type { PtsOp } from "./pts.ts";
import type { RestoreOp } from "./restore.ts";
import type { SetOp } from "./set.ts";

/** What a client may ask for. Applying an op is total: one that cannot take effect changes nothing, on every replica. */
export type Op = AddOp | DelOp | MvOp | PtsOp | RestoreOp | SetOp;
