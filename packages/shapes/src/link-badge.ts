// Where the badge of a linked shape stands: beside its top right corner, as large on every screen. The editor hits what the canvas paints.
import type { Box, Vec } from "@inkroom/geometry";
import { clipOf, clippedBox } from "./clip.ts";
import { pageFrameBounds } from "./page-space.ts";
import type { Shape } from "./shape.ts";

/** Radius as painted, how far its centre lies beside and above the corner, and how near a press takes it; screen pixels. */
export const LINK_BADGE_PX = { radius: 10, beside: 12, reach: { fine: 11, coarse: 20 } } as const;
/** A shape that is smaller than this on the screen has none: the badge would be larger than what it belongs to. */
const LEAST_SIDE_PX = 16;

/** The centre of the badge on the page; undefined for a shape that leads nowhere, or of which too little is seen. `zoom`: screen pixels per page unit. */
export function linkBadgeAt(shape: Shape, zoom: number): Vec | undefined {
  if (shape.link === "" || shape.kind === "group") return undefined;
  const { x, y, w, h } = shownBounds(shape);
  if (Math.max(w, h) * zoom < LEAST_SIDE_PX) return undefined;
  const beside = LINK_BADGE_PX.beside / zoom;
  return { x: x + w + beside, y: y - beside };
}

/** Does a press at a page point take the badge? */
export function isOnLinkBadge(shape: Shape, point: Vec, zoom: number, pointer: "fine" | "coarse"): boolean {
  const at = linkBadgeAt(shape, zoom);
  return at !== undefined && Math.hypot(point.x - at.x, point.y - at.y) * zoom <= LINK_BADGE_PX.reach[pointer];
}

/** As far as frames show it. */
function shownBounds(shape: Shape): Box {
  const bounds = pageFrameBounds(shape);
  const clip = clipOf(shape);
  return clip === undefined ? bounds : clippedBox(bounds, clip);
}
