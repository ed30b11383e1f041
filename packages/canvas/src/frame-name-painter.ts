// The names over the frames: on the overlay, as large on every screen.
import { fittingName, FRAME_NAME_PX, frameNameRoom, type FrameShape, toPage } from "@inkroom/shapes";
import type { OverlayPaint } from "./overlay-painter.ts";
import { toScreen } from "./screen.ts";
import { fontOf } from "./text-measurer.ts";
import { paintColor } from "./theme.ts";

export type FrameName = { readonly frame: FrameShape; /** It is selected, or under the pointer. */ readonly isLit: boolean };

export function paintFrameNames({ context, screen, theme }: OverlayPaint, names: readonly FrameName[]): void {
  // Setting a font costs something, and few boards have frames.
  if (names.length === 0) return;
  const { pixelRatio, camera } = screen;
  const { font, line, gap } = FRAME_NAME_PX;
  context.font = fontOf(font);
  context.textAlign = "left";
  context.textBaseline = "middle";
  for (const { frame, isLit } of names) {
    const corner = toScreen(screen, toPage(frame, { x: 0, y: 0 }));
    const [x, y] = [corner.x, corner.y].map((value) => Math.round(value * pixelRatio)) as [number, number];
    context.setTransform(pixelRatio, 0, 0, pixelRatio, x, y);
    context.rotate(frame.rotation);
    context.fillStyle = isLit ? theme.accent : paintColor(theme, { color: "grey", shade: "words" });
    const name = fittingName(frame.name, frameNameRoom(frame, camera.zoom), (text) => context.measureText(text).width);
    context.fillText(name, 0, -(gap + line / 2));
  }
}
