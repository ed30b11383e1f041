// A geometric shape's outline in its box: as a path, and as the polygon that stands in for it in hit tests.
import { type FlatPoints, pointAt, pointCount } from "@inkroom/geometry";
import type { PathData } from "../display-list.ts";
import { roundedPolygonPath } from "../rounded-polygon.ts";
import { CLOUD_BUMPS, CORNERS } from "./outlines.ts";
import type { FormName, GeoShape } from "./schema.ts";

type Outlined = Pick<GeoShape, "form" | "w" | "h" | "corners">;

/** Straight pieces that stand in for one bump of a cloud: off by less than a hundredth of its size. */
const PIECES_PER_BUMP = 8;

/** The outline as it is drawn, local space. A cloud has no corners to be round or sharp. */
export function geoPath({ form, w, h, corners }: Outlined): PathData {
  if (form === "cloud") return cloudPath(w, h);
  return roundedPolygonPath(scaled(CORNERS[form], w, h), corners === "rounded");
}

/** The outline as a closed chain of straight lines, flat x, y; corners are taken as sharp. */
export function geoPolygon({ form, w, h }: Pick<Outlined, "form" | "w" | "h">): readonly number[] {
  const corners = scaled(form === "cloud" ? CLOUD_POLYGON : CORNERS[form], w, h);
  return [...corners, ...corners.slice(0, 2)];
}

function scaled(shares: FlatPoints, w: number, h: number): number[] {
  return Array.from({ length: pointCount(shares) }, (_, i) => pointAt(shares, i)).flatMap(({ x, y }) => [x * w, y * h]);
}

function cloudPath(w: number, h: number): PathData {
  const path: PathData[number][] = [];
  for (const [i, [x, y, c1x, c1y, c2x, c2y]] of CLOUD_BUMPS.entries()) {
    const [toX, toY] = nextBump(i);
    if (i === 0) path.push("M", x * w, y * h);
    path.push("C", c1x * w, c1y * h, c2x * w, c2y * h, toX * w, toY * h);
  }
  return [...path, "Z"];
}

function nextBump(i: number): readonly [number, number] {
  const [x = 0, y = 0] = CLOUD_BUMPS[(i + 1) % CLOUD_BUMPS.length] ?? [];
  return [x, y];
}

const CLOUD_POLYGON: readonly number[] = CLOUD_BUMPS.flatMap(([x, y, c1x, c1y, c2x, c2y], i) => {
  const [toX, toY] = nextBump(i);
  return Array.from({ length: PIECES_PER_BUMP }, (_, piece) => {
    const t = piece / PIECES_PER_BUMP;
    return [cubic(x, c1x, c2x, toX, t), cubic(y, c1y, c2y, toY, t)];
  }).flat();
});

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/** The outline in a box of one unit's side, sharp: what a picture of the form is drawn from. */
export function formPath(form: FormName, side: number): PathData {
  return geoPath({ form, w: side, h: side, corners: "sharp" });
}
