// The dots of the paper: which ones are in view at a zoom. Zooming out, every second dot fades until a wider grid is left.
import { visibleBox } from "@inkroom/editor";
import { crisp, type Screen, toScreen } from "./screen.ts";

/** Distance of dots at 100 %, page units. */
const DOT_SPACING = 20;
/** Dots never stand nearer to each other on screen, CSS pixels; at twice this distance the next finer ones are in full. */
const MIN_SPACING_PX = 16;

/** Dots of one strength: flat x, y in CSS pixels. */
export type DotLevel = { readonly alpha: number; readonly points: readonly number[] };

/** The coarse dots in full, and the finer ones between them as far as they are faded in. */
export function paperDots(screen: Screen): readonly DotLevel[] {
  const { zoom } = screen.camera;
  const step = Math.ceil(Math.log2(MIN_SPACING_PX / (DOT_SPACING * zoom)));
  const fine = DOT_SPACING * 2 ** step;
  const share = (fine * zoom) / MIN_SPACING_PX - 1;
  const alpha = Math.min(1, share * 2);
  const levels: { alpha: number; points: number[] }[] = [
    { alpha: 1, points: [] },
    { alpha, points: [] },
  ];
  const box = visibleBox(screen.camera, screen.viewport);
  for (let row = Math.floor(box.y / fine); row * fine <= box.y + box.h; row += 1) {
    for (let column = Math.floor(box.x / fine); column * fine <= box.x + box.w; column += 1) {
      const at = toScreen(screen, { x: column * fine, y: row * fine });
      const level = levels[row % 2 === 0 && column % 2 === 0 ? 0 : 1];
      level?.points.push(crisp(at.x, screen.pixelRatio, 0), crisp(at.y, screen.pixelRatio, 0));
    }
  }
  return levels.filter((level) => level.alpha > 0 && level.points.length > 0);
}
