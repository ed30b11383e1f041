// The union of the seven operations. One op = one file beside this one with its schema, apply and invert.
import * as v from "valibot";
import { type AddOp, addSchema } from "./add.ts";
import { type DelOp, delSchema } from "./del.ts";
import { type MvOp, mvSchema } from "./mv.ts";
import { type PtsOp, ptsSchema } from "./pts.ts";
import { type RestoreOp, restoreSchema } from "./restore.ts";
import { type SetOp, setSchema } from "./set.ts";
import { type TxtOp, txtSchema } from "./txt.ts";

/** What a client may ask for. Applying an op is total: one that cannot take effect changes nothing, on every replica. */
export type Op = AddOp | DelOp | MvOp | PtsOp | RestoreOp | SetOp | TxtOp;

/** Everything about an op that needs no board; check-op.ts has the rest. The output is a fresh object with known keys. */
export const opSchema: v.GenericSchema<unknown, Op> = v.variant("op", [
  addSchema,
  delSchema,
  mvSchema,
  ptsSchema,
  restoreSchema,
  setSchema,
  txtSchema,
]);
