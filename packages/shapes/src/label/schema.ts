// The words on a shape that is not a text itself. They belong to its record, and are edited letter by letter as a text is.
import * as v from "valibot";
import { extentSchema, shareSchema } from "../shape-base.ts";
import { faceEntries } from "../text/font.ts";
import { alignSchema, wordsSchema } from "../text/schema.ts";

/** Entries of the label's fields, to be spread into a kind's strict object schema. A shape has no label where nothing is said. */
export const labelEntries = {
  text: v.optional(wordsSchema, ""),
  /** How wide and how high the lines are together, page units, as measured by who wrote last. */
  textW: v.optional(extentSchema, 0),
  textH: v.optional(extentSchema, 0),
  ...faceEntries,
} as const;

/** Where the words of a line stand that nobody has moved: half way along it. */
export const MIDDLE = 0.5;

/** Also of a line: where along it its words stand, as a share of its length. */
export const lineLabelEntries = { ...labelEntries, labelPosition: v.optional(shareSchema, MIDDLE) } as const;

/** Also of a shape that is a box: which side its words keep to. */
export const boxLabelEntries = { ...labelEntries, align: v.optional(alignSchema, "center") } as const;

export const LABEL_GROUPS: readonly (readonly string[])[] = [["textW", "textH"]];
