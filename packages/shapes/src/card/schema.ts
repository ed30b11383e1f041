// A card that stands for what it leads to: a mark, the host, a title and the address, all but the title made from its link; (x, y) is
// the top left corner of its unrotated box.
import * as v from "valibot";
import { labelEntries } from "../label/schema.ts";
import { baseEntries, extentSchema } from "../shape-base.ts";
import { colorSchema } from "../style.ts";

export const cardSchema = v.strictObject({
  ...baseEntries,
  kind: v.literal("card"),
  /** Width and height of the box, in page units. */
  w: extentSchema,
  h: extentSchema,
  /** Of the mark. */
  color: colorSchema,
  /** The title. */
  ...labelEntries,
});
export type CardShape = v.InferOutput<typeof cardSchema>;
