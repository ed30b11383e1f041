// How unsteady the hand is that draws a line.
import { type RoughnessName, type SizeName, STROKE_WIDTHS } from "../style.ts";

/** Page units: how far the ends of a line may lie from where they belong, along each axis; and how far it may bend to a side. */
export type Unsteadiness = { readonly jitter: number; readonly bow: number };

const LEVELS: Readonly<Record<Exclude<RoughnessName, "none">, Unsteadiness>> = {
  little: { jitter: 1.5, bow: 3 },
  much: { jitter: 3.2, bow: 6 },
};

/** A broad line needs more of it to be seen. Undefined: as with a ruler. */
export function unsteadiness(roughness: RoughnessName, width: number): Unsteadiness | undefined {
  if (roughness === "none") return undefined;
  const { jitter, bow } = LEVELS[roughness];
  const grown = 0.75 + width / 8;
  return { jitter: jitter * grown, bow: bow * grown };
}

/** As far as a line of a shape may be from where a ruler would have drawn it, page units. */
export function roughReach({ roughness, size }: { readonly roughness: RoughnessName; readonly size: SizeName }): number {
  const hand = unsteadiness(roughness, STROKE_WIDTHS[size]);
  return hand === undefined ? 0 : hand.jitter * Math.SQRT2 + hand.bow;
}
