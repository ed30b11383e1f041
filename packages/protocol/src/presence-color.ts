// The colours that people are shown in: names of the ink palette, without the two greys that would read as "nobody".
import type { ColorName } from "@inkroom/shapes";

/** In the order they are handed out: neighbours differ well. */
export const PRESENCE_COLORS = [
  "blue",
  "orange",
  "green",
  "violet",
  "red",
  "teal",
  "pink",
  "yellow",
] as const satisfies readonly ColorName[];
export type PresenceColor = (typeof PRESENCE_COLORS)[number];

/** The colour of a peer that chose none, by its number (1, 2, 3, ...). */
export function presenceColor(peer: number): PresenceColor {
  return PRESENCE_COLORS[(Math.max(1, Math.trunc(peer)) - 1) % PRESENCE_COLORS.length] ?? "blue";
}

/** True for a name of PRESENCE_COLORS; a room replaces any other by presenceColor. */
export function isPresenceColor(name: string): name is PresenceColor {
  return PRESENCE_COLORS.some((color) => color === name);
}
