// A freehand stroke. Points are packed (see ../packed-points.ts) and only ever grow at the end until `done`.
import * as v from "valibot";
import { MAX_BYTES_PER_POINT, MAX_STROKE_POINTS } from "../limits.ts";
import { baseEntries } from "../shape-base.ts";
import { colorSchema, fillColorSchema, fillSchema, nibSchema, sizeSchema } from "../style.ts";

const scale = v.pipe(v.number(), v.finite(), v.minValue(-1_000), v.maxValue(1_000));

export const drawSchema = v.strictObject({
  ...baseEntries,
  kind: v.literal("draw"),
  color: colorSchema,
  size: sizeSchema,
  /** True where the device reported pressure: each point then carries a third packed value, 0..255. */
  pressure: v.boolean(),
  /** Page units per step of a packed coordinate; a power of two, finer when drawn zoomed in. */
  quantum: v.pipe(v.number(), v.finite(), v.minValue(1 / 1024), v.maxValue(64)),
  /** Factors applied to the decoded points, for resizing without rewriting them. Negative mirrors. */
  scaleX: scale,
  scaleY: scale,
  /** Packed points relative to (x, y); the first point is (0, 0). */
  points: v.pipe(
    v.instance(Uint8Array),
    v.check((bytes) => bytes.length <= MAX_STROKE_POINTS * MAX_BYTES_PER_POINT),
  ),
  /** Number of points in `points`. */
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_STROKE_POINTS)),
  /** No more points follow. */
  done: v.boolean(),
  /** What it is drawn with; a pen where nothing is said, as in strokes from before there was another nib. */
  nib: v.optional(nibSchema, "pen"),
  /** Of a pen's stroke that has closed itself (see closed-ink.ts). */
  fill: v.optional(fillSchema, "none"),
  fillColor: fillColorSchema,
});
export type DrawShape = v.InferOutput<typeof drawSchema>;

/** `points` and `count` and `done` are written by the `pts` op only, never by `set`. */
export const DRAW_GROUPS: readonly (readonly string[])[] = [["scaleX", "scaleY"]];
