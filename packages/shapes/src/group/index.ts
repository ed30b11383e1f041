// The group as a kind of shape: a name that others have as their parent. Nothing of it is seen or hit.
import { unseenKind } from "../unseen-kind.ts";
import { type GroupShape, groupSchema } from "./schema.ts";

export const groupKind = unseenKind<GroupShape>("group", groupSchema.entries);
