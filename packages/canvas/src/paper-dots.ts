// The dots of the paper: which ones are in view at a zoom.
import { visibleBox } from "@inkroom/editor";
import { paperLevels } from "./paper-levels.ts";
import { crisp, type Screen, toScreen } from "./screen.ts";

/** Distance of dots at 100 %, page units. */
const DOT_SPACING = 20;

/** Marks of one strength: flat x, y in CSS pixels. */
export type DotLevel = { readonly alpha: number; readonly points: readonly number[] };

/** The coarse dots in full, and the finer ones between them as far as they are faded in. */
export function paperDots(screen: Screen): readonly DotLevel[] {
  const { fine, alpha } = paperLevels(DOT_SPACING, screen.camera.zoom);
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
