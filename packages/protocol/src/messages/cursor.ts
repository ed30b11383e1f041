// Cursors: positions in whole page units, coalesced by the room per tick. Packed by hand in binary frames (packed-cursors.ts).
import * as v from "valibot";
import { positive, wholeCoordinate, type Frozen } from "./fields.ts";

/** cursor (client to server): where my pointer is; `at` absent when it left the board. */
export const cursorSchema = v.strictObject({
  t: v.literal("cursor"),
  at: v.optional(v.strictTuple([wholeCoordinate, wholeCoordinate])),
});
export type CursorMessage = Frozen<v.InferOutput<typeof cursorSchema>>;

/** cursors (server to client): [peer, x, y], or [peer] for a cursor that left. */
export const cursorsSchema = v.strictObject({
  t: v.literal("cursors"),
  list: v.array(v.union([v.strictTuple([positive, wholeCoordinate, wholeCoordinate]), v.strictTuple([positive])])),
});
export type CursorsMessage = Frozen<v.InferOutput<typeof cursorsSchema>>;
