// The colours of the board as CSS that follows the theme.
import { paintColor, THEMES } from "@inkroom/canvas";
import type { Paint } from "@inkroom/shapes";

export function cssColor(paint: Paint): string {
  return `light-dark(${paintColor(THEMES.light, paint)}, ${paintColor(THEMES.dark, paint)})`;
}
