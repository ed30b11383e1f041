// The outlines of geometric shapes, in shares of their box: (0, 0) is its top left corner, (1, 1) the bottom right one.
import type { Box } from "@inkroom/geometry";
import type { FormName } from "./schema.ts";

/** Corners joined by straight lines, clockwise, flat x, y. */
export const CORNERS: Readonly<Record<Exclude<FormName, "cloud">, readonly number[]>> = {
  diamond: [0.5, 0, 1, 0.5, 0.5, 1, 0, 0.5],
  triangle: [0.5, 0, 1, 1, 0, 1],
  parallelogram: [0.2, 0, 1, 0, 0.8, 1, 0, 1],
  trapezoid: [0.2, 0, 0.8, 0, 1, 1, 0, 1],
  // Regular where the box has their proportions: stretched to touch all four sides.
  pentagon: [0.5, 0, 1, 0.382, 0.809, 1, 0.191, 1, 0, 0.382],
  hexagon: [0.25, 0, 0.75, 0, 1, 0.5, 0.75, 1, 0.25, 1, 0, 0.5],
  octagon: [0.293, 0, 0.707, 0, 1, 0.293, 1, 0.707, 0.707, 1, 0.293, 1, 0, 0.707, 0, 0.293],
  star: [0.5, 0, 0.618, 0.382, 1, 0.382, 0.691, 0.618, 0.809, 1, 0.5, 0.764, 0.191, 1, 0.309, 0.618, 0, 0.382, 0.382, 0.382],
  "block-arrow": [0, 0.25, 0.6, 0.25, 0.6, 0, 1, 0.5, 0.6, 1, 0.6, 0.75, 0, 0.75],
};

/** Where the bumps of a cloud meet, and the two control points of the curve to the next one: x, y, c1x, c1y, c2x, c2y. */
export const CLOUD_BUMPS: readonly (readonly [number, number, number, number, number, number])[] = [
  [0.093, 0.448, -0.096, 0.323, 0.159, 0.031],
  [0.298, 0.212, 0.253, -0.071, 0.723, -0.071],
  [0.677, 0.212, 0.804, 0.037, 1.053, 0.307],
  [0.878, 0.43, 1.075, 0.433, 1.016, 0.774],
  [0.83, 0.706, 0.97, 0.88, 0.649, 1.074],
  [0.572, 0.862, 0.581, 1.07, 0.242, 1.029],
  [0.298, 0.829, 0.19, 0.993, -0.046, 0.759],
  [0.108, 0.64, -0.023, 0.675, -0.043, 0.437],
];

/** Where words have room inside of each outline. */
export const LABEL_AREAS: Readonly<Record<FormName, Box>> = {
  diamond: { x: 0.25, y: 0.25, w: 0.5, h: 0.5 },
  triangle: { x: 0.26, y: 0.48, w: 0.48, h: 0.52 },
  parallelogram: { x: 0.2, y: 0, w: 0.6, h: 1 },
  trapezoid: { x: 0.16, y: 0.1, w: 0.68, h: 0.9 },
  pentagon: { x: 0.18, y: 0.26, w: 0.64, h: 0.7 },
  hexagon: { x: 0.16, y: 0.14, w: 0.68, h: 0.72 },
  octagon: { x: 0.1465, y: 0.1465, w: 0.707, h: 0.707 },
  star: { x: 0.3, y: 0.36, w: 0.4, h: 0.36 },
  "block-arrow": { x: 0, y: 0.25, w: 0.8, h: 0.5 },
  cloud: { x: 0.16, y: 0.2, w: 0.7, h: 0.62 },
};
