// Scrolls by most of a screen.
import { panBy } from "../camera.ts";
import type { Command } from "./command.ts";

/** Share of the viewport that one press scrolls. */
const SCREEN_SHARE = 0.8;
const DIRECTIONS = [
  { name: "up", key: "PageUp", shift: false, x: 0, y: 1 },
  { name: "down", key: "PageDown", shift: false, x: 0, y: -1 },
  { name: "left", key: "PageUp", shift: true, x: 1, y: 0 },
  { name: "right", key: "PageDown", shift: true, x: -1, y: 0 },
] as const;

export const pageScrolls: readonly Command[] = DIRECTIONS.map(({ name, key, shift, x, y }) => ({
  id: `view.page-${name}`,
  keys: [shift ? { key, shift } : { key }],
  isEnabled: () => true,
  run(context) {
    const { camera, viewport } = context.state;
    context.editor.setCamera(panBy(camera, x * viewport.w * SCREEN_SHARE, y * viewport.h * SCREEN_SHARE));
  },
}));
