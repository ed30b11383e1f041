// Field schemas that several messages share.
import type { Entry, Op } from "@inkroom/model";
import { MAX_COORDINATE } from "@inkroom/shapes";
import * as v from "valibot";

const safe = v.pipe(v.number(), v.safeInteger());
/** A whole number from 0. */
export const count = v.pipe(safe, v.minValue(0));
/** A whole number from 1. */
export const positive = v.pipe(safe, v.minValue(1));
/** Names, ids and codes: at most 64 UTF-16 code units. */
export const shortText = v.pipe(v.string(), v.maxLength(64));
/** A page coordinate rounded to whole units. `+ 0` turns -0 into 0. */
export const wholeCoordinate = v.pipe(
  safe,
  v.minValue(-MAX_COORDINATE),
  v.maxValue(MAX_COORDINATE),
  v.transform((value) => value + 0),
);

/** The coordinate that may be sent for one in page units: whole, and on the page. */
export function toWholeCoordinate(coordinate: number): number {
  return Math.round(Math.min(MAX_COORDINATE, Math.max(-MAX_COORDINATE, coordinate))) + 0;
}

/** A message as code sees it: nobody changes one. Byte strings and the model's own types stay as they are. */
export type Frozen<T> = T extends Uint8Array
  ? Uint8Array
  : T extends Entry | Op
    ? T
    : T extends object
      ? { readonly [K in keyof T]: Frozen<T[K]> }
      : T;
