// Segments of an elbow that a hand has put somewhere: they stay there when what the arrow hangs on moves, and the way comes to them.
import * as v from "valibot";
import { MAX_PINS } from "../limits.ts";
import { coordinateSchema } from "../shape-base.ts";

const booleans = v.pipe(v.array(v.boolean()), v.maxLength(MAX_PINS));

/**
 * A run of neighbouring segments. `axis` of the first: x runs up and down at an x, y runs across at a y; they take turns. `at`: that x or
 * y of each, relative to the arrow's (x, y) as vertices are. `fixed`: was it put there by hand, or is it only held because it lies
 * between two that were? The first and the last were.
 */
export const pinsSchema = v.nullable(
  v.pipe(
    v.strictObject({
      axis: v.picklist(["x", "y"]),
      at: v.pipe(v.array(coordinateSchema), v.minLength(1), v.maxLength(MAX_PINS)),
      fixed: booleans,
    }),
    v.check(({ at, fixed }) => fixed.length === at.length && fixed[0] === true && fixed.at(-1) === true),
  ),
);
export type Pins = NonNullable<v.InferOutput<typeof pinsSchema>>;

/** Coordinates that differ by less lie on one line, page units. */
const NEAR = 0.01;

/** Which way the n-th of the held segments runs. */
export function axisOfPin({ axis }: Pins, n: number): "x" | "y" {
  return (n % 2 === 0) === (axis === "x") ? "x" : "y";
}

/** The same segments, seen from an origin that lies elsewhere: each coordinate through `move`. */
export function movedPins(pins: Pins, move: (at: number, axis: "x" | "y") => number): Pins {
  return { ...pins, at: pins.at.map((at, n) => move(at, axisOfPin(pins, n))) };
}

/**
 * What is written of an arrow's pins wherever its place is written, for they count from there: also that it has none, as of an elbow that
 * is seen without the ones that are stored.
 */
export function pinsProp(
  { route, pins }: { readonly route: string; readonly pins: Pins | null },
  move: (at: number, axis: "x" | "y") => number,
): { readonly pins?: Pins | null } {
  return route === "elbow" || pins !== null ? { pins: pins && movedPins(pins, move) } : {};
}

/**
 * By segment of an elbow as it is drawn, which of its pins it runs on; undefined for one that is free. A pin of which nothing is seen,
 * because the way crosses it straight, has no segment.
 */
export function pinsOfSegments({
  vertices,
  pins,
}: {
  readonly vertices: readonly number[];
  readonly pins: Pins | null;
}): (number | undefined)[] {
  let next = 0;
  return Array.from({ length: vertices.length / 2 - 1 }, (_, i) => {
    const [x = 0, y = 0, toX = 0, toY = 0] = vertices.slice(2 * i);
    for (let n = next; pins !== null && n < pins.at.length; n += 1) {
      const [from, to] = axisOfPin(pins, n) === "x" ? [x, toX] : [y, toY];
      const at = pins.at[n] ?? NaN;
      if (Math.abs(from - at) > NEAR || Math.abs(to - at) > NEAR) continue;
      next = n + 1;
      return n;
    }
    return undefined;
  });
}
