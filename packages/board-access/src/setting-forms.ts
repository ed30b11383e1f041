// How the text of a setting is read, in every host.
import * as v from "valibot";

/** A whole number in a range. */
export const whole = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^[0-9]{1,10}$/, `a whole number from ${min} to ${max}`),
    v.transform(Number),
    v.minValue(min, `at least ${min}`),
    v.maxValue(max, `at most ${max}`),
  );
/** One of these words. */
export const word = <const W extends readonly string[]>(words: W) => v.picklist(words, `one of ${words.join(", ")}`);
/** Any text but none. */
export const text = v.pipe(v.string(), v.minLength(1, "not empty"));

/** True for "http://host[:port]" or "https://host[:port]", without path, query or user. */
function isOrigin(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return (
    url !== undefined && (url.protocol === "http:" || url.protocol === "https:") && (url.origin === value || `${url.origin}/` === value)
  );
}
const ORIGIN_FORM = "an origin such as https://board.example.org, without a path";
/** One origin, or nothing. */
export const origin = v.union(
  [
    v.literal(""),
    v.pipe(
      v.string(),
      v.check(isOrigin, ORIGIN_FORM),
      v.transform((value) => new URL(value).origin),
    ),
  ],
  ORIGIN_FORM,
);
/** Origins, comma-separated. */
export const origins = v.pipe(
  v.string(),
  v.transform((value) =>
    value
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ),
  v.array(
    v.pipe(
      v.string(),
      v.check(isOrigin, `a comma-separated list, each ${ORIGIN_FORM}`),
      v.transform((value) => new URL(value).origin),
    ),
  ),
);
