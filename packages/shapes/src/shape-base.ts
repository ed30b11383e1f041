// The fields every shape has, as a schema and a type.
import * as v from "valibot";
import { linkSchema } from "./link.ts";
import { MAX_COORDINATE, MAX_EXTENT, MAX_INDEX_LENGTH } from "./limits.ts";

/** Shape ids are made by the client that adds the shape; unique on the board for ever, deleted ones included. */
export const shapeIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,32}$/));
export type ShapeId = string;

/** Parent of a shape that lies directly on the page. */
export const PAGE_ID = "page";

// `+ 0` turns -0 into 0, so that two replicas never differ in a sign that no one can see.
const finite = v.pipe(v.number(), v.finite());
const normalised = v.transform((value: number) => value + 0);

/** A page coordinate, in page units. */
export const coordinateSchema = v.pipe(finite, v.minValue(-MAX_COORDINATE), v.maxValue(MAX_COORDINATE), normalised);
/** A width or a height, in page units. */
export const extentSchema = v.pipe(finite, v.minValue(0), v.maxValue(MAX_EXTENT), normalised);
/** An angle in radians, clockwise as seen on screen (y grows downwards). */
export const angleSchema = v.pipe(finite, v.minValue(-7), v.maxValue(7), normalised);
/** A share of something, 0..1. */
export const shareSchema = v.pipe(finite, v.minValue(0), v.maxValue(1), normalised);
export const opacitySchema = v.pipe(shareSchema);
/** A fractional index: base-62 string, compared byte by byte; ties are broken by shape id. */
export const indexSchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z]+$/), v.maxLength(MAX_INDEX_LENGTH));

/** Entries of the base fields, to be spread into a kind's strict object schema. */
export const baseEntries = {
  id: shapeIdSchema,
  parent: shapeIdSchema,
  index: indexSchema,
  /** Origin of the shape on the page, in page units, whatever its parent is. */
  x: coordinateSchema,
  y: coordinateSchema,
  /** Rotation about the centre of the shape's own (unrotated) bounds. */
  rotation: angleSchema,
  opacity: opacitySchema,
  /** True: it is not taken by a hand, until somebody unlocks it. */
  locked: v.optional(v.boolean(), false),
  /** What a click on its badge opens. */
  link: linkSchema,
} as const;

/**
 * Property groups that mean something only together; whoever writes one member writes all of them, so that concurrent
 * edits never mix one person's x with another's y. Place and parent are two groups on purpose: positions are the page's,
 * so either may be written without the other and the shape still lies where somebody has put it.
 */
export const BASE_GROUPS: readonly (readonly string[])[] = [
  ["x", "y", "rotation"],
  ["parent", "index"],
];

/** The size of a box: one thing, or a resize that keeps proportions would lose them to another one. */
export const SIZE_GROUP: readonly string[] = ["w", "h"];
