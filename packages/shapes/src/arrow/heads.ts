// What the heads of arrows look like: corners in shares of a head's length, along the arrow from its tip back, and across it.
import type { Vec } from "@inkroom/geometry";
import type { HeadName } from "./schema.ts";

/** Ink of a head. `corners`: along, across, ... in shares of the length; in local space flat x, y. */
export type HeadInk = { readonly corners: readonly number[]; readonly closed: boolean; readonly filled: boolean };
/** `trim`: where the shaft ends, as a share of the length from the tip. */
type Head = { readonly trim: number; readonly ink: readonly HeadInk[] };

/** Half the width of a head as a share of its length, and of the marks that say how many. */
const HALF = 0.42;
const MARK_HALF = 0.48;
/** Where the back of the plain head is notched; the way from there to the tip is what every head lies along. */
export const HEAD_NOTCH = 0.76;
const DOT_RADIUS = 0.32;
const RING_RADIUS = 0.24;
const RING_CORNERS = 24;

const filled = (...corners: number[]): HeadInk => ({ corners, closed: true, filled: true });
const outlined = (...corners: number[]): HeadInk => ({ corners, closed: true, filled: false });
const stroked = (...corners: number[]): HeadInk => ({ corners, closed: false, filled: false });
const bar = (along: number): HeadInk => stroked(along, MARK_HALF, along, -MARK_HALF);
/** Three toes, of which the shaft is the middle one. */
const toes = (length: number): HeadInk => stroked(0, MARK_HALF, length, 0, 0, -MARK_HALF);

/** How long the toes are, and what of the shaft goes on behind a ring. */
const TOES = 0.85;
const stem = stroked(0, 0, TOES, 0);

function ring(along: number, radius: number): readonly number[] {
  return Array.from({ length: RING_CORNERS }, (_, i) => (i / RING_CORNERS) * 2 * Math.PI).flatMap((angle) => [
    along + radius * Math.cos(angle),
    radius * Math.sin(angle),
  ]);
}

const TRIANGLE = [0, 0, 1, HALF, 1, -HALF] as const;
const DIAMOND = [0, 0, 0.5, HALF * 0.8, 1, 0, 0.5, -HALF * 0.8] as const;

const HEADS: Readonly<Record<Exclude<HeadName, "none">, Head>> = {
  arrow: { trim: HEAD_NOTCH, ink: [filled(0, 0, 1, HALF, HEAD_NOTCH, 0, 1, -HALF)] },
  open: { trim: 0, ink: [stroked(0.9, HALF, 0, 0, 0.9, -HALF)] },
  triangle: { trim: 0.9, ink: [filled(...TRIANGLE)] },
  "triangle-outline": { trim: 1, ink: [outlined(...TRIANGLE)] },
  dot: { trim: DOT_RADIUS, ink: [filled(...ring(DOT_RADIUS, DOT_RADIUS))] },
  "dot-outline": { trim: 2 * DOT_RADIUS, ink: [outlined(...ring(DOT_RADIUS, DOT_RADIUS))] },
  diamond: { trim: 0.5, ink: [filled(...DIAMOND)] },
  "diamond-outline": { trim: 1, ink: [outlined(...DIAMOND)] },
  bar: { trim: 0, ink: [bar(0)] },
  one: { trim: 0, ink: [bar(0.5)] },
  many: { trim: 0, ink: [toes(TOES)] },
  "one-or-many": { trim: 0, ink: [toes(TOES), bar(1.15)] },
  "exactly-one": { trim: 0, ink: [bar(0.5), bar(0.9)] },
  "zero-or-one": { trim: TOES + 2 * RING_RADIUS, ink: [stem, bar(0.45), outlined(...ring(TOES + RING_RADIUS, RING_RADIUS))] },
  "zero-or-many": { trim: TOES + 2 * RING_RADIUS, ink: [stem, toes(TOES), outlined(...ring(TOES + RING_RADIUS, RING_RADIUS))] },
};

/** Where the shaft ends behind a head, as a share of its length. */
export function headTrim(name: HeadName): number {
  return name === "none" ? 0 : HEADS[name].trim;
}

/** The ink of a head in local space. `from`: a point of the shaft behind the tip, which says where the arrow comes from. */
export function headInk(name: HeadName, { tip, from, length }: { tip: Vec; from: Vec; length: number }): readonly HeadInk[] {
  if (name === "none") return [];
  const reach = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const ux = (tip.x - from.x) / reach;
  const uy = (tip.y - from.y) / reach;
  return HEADS[name].ink.map((ink) => ({ ...ink, corners: placed(ink.corners) }));

  function placed(corners: readonly number[]): readonly number[] {
    const flat: number[] = [];
    for (let i = 0; i + 1 < corners.length; i += 2) {
      const along = length * (corners[i] as number);
      const across = length * (corners[i + 1] as number);
      flat.push(tip.x - ux * along - uy * across, tip.y - uy * along + ux * across);
    }
    return flat;
  }
}
