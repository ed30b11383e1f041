// The paper of a board: what is printed on it. There is one, under a fixed id, once somebody has chosen; it is no thing on the board, and
// whoever shows shapes does not meet it (model's drawn store). The base fields say nothing.
import * as v from "valibot";
import { baseEntries } from "../shape-base.ts";

/** In the order they are offered. */
export const PATTERN_NAMES = ["none", "dots", "squares", "ruled", "isometric"] as const;
export type PatternName = (typeof PATTERN_NAMES)[number];

/** What a board has on which nobody has chosen. */
export const DEFAULT_PATTERN: PatternName = "dots";

/** No other shape has this id, and a paper no other. */
export const PAPER_ID = "paper";

export const paperSchema = v.strictObject({ ...baseEntries, kind: v.literal("paper"), pattern: v.picklist(PATTERN_NAMES) });
export type PaperShape = v.InferOutput<typeof paperSchema>;
