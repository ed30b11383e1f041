// The paper as a kind of shape: a record on the board of which nothing is hit, and which is painted under everything by other means.
import { unseenKind } from "../unseen-kind.ts";
import { type PaperShape, paperSchema } from "./schema.ts";

export const paperKind = unseenKind<PaperShape>("paper", paperSchema.entries);
