// What a press on the slide means: a finger swipes or taps, a mouse clicks. Screen pixels.

export type Press = { readonly x: number; readonly y: number };

/** So far aside makes a swipe; so little makes a tap. */
const SWIPE_PX = 48;
const TAP_PX = 10;
/** The part of the width, at its beginning, where a tap goes back. */
const BACK_PART = 1 / 3;

/** Slides on (1), back (-1), or nowhere (0). `isFinger`: only fingers go back by a tap, mice have other ways. */
export function stepOfPress(
  from: Press,
  to: Press,
  { width, isFinger }: { readonly width: number; readonly isFinger: boolean },
): 1 | -1 | 0 {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.abs(dx) >= SWIPE_PX && Math.abs(dx) > Math.abs(dy) && isFinger) return dx < 0 ? 1 : -1;
  if (Math.hypot(dx, dy) > TAP_PX) return 0;
  return isFinger && to.x < width * BACK_PART ? -1 : 1;
}
