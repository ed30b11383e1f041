// key (server to client): the board's links were made anew, and this secret of the same role is the client's from now on.
import * as v from "valibot";
import { shortText, type Frozen } from "./fields.ts";

export const keySchema = v.strictObject({ t: v.literal("key"), secret: shortText });
export type KeyMessage = Frozen<v.InferOutput<typeof keySchema>>;
