// Which of the others' pointers can be seen. Pure.
import type { Vec } from "@inkroom/geometry";
import type { PeerCursor } from "./overlay-model.ts";
import { type Screen, toScreen } from "./screen.ts";

/** How far a pointer and its name reach to the right of and below its tip, and to the other sides, CSS pixels. */
const REACH: Vec = { x: 192, y: 48 };
/** The same with what they say. */
const REACH_SAYING: Vec = { x: 256, y: 144 };
const HALO_PX = 8;

/** Of more pointers than this only so many are named: names side by side would cover the board. */
const MAX_NAMED = 40;

/**
 * Those whose picture meets the canvas, with where their tips are, CSS pixels. In a crowd those who came last have no name,
 * until the view has fewer in it.
 */
export function cursorsInView(
  screen: Screen,
  cursors: readonly PeerCursor[],
): readonly { readonly cursor: PeerCursor; readonly at: Vec }[] {
  const { w, h } = screen.viewport;
  const seen = cursors.flatMap((cursor) => {
    const at = toScreen(screen, cursor.at);
    const reach = cursor.say === "" ? REACH : REACH_SAYING;
    const isSeen = at.x > -reach.x && at.y > -reach.y && at.x < w + HALO_PX && at.y < h + HALO_PX;
    return isSeen ? [{ cursor, at }] : [];
  });
  return seen.map((each, i) => (i < MAX_NAMED || each.cursor.say !== "" ? each : { ...each, cursor: { ...each.cursor, name: "" } }));
}
