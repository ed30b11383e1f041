// Where a frame's name stands: above its top left corner, as large on every screen. The editor hits what the canvas paints.
import { type Box, boxContainsPoint, type Vec } from "@inkroom/geometry";
import { toLocal } from "../page-space.ts";
import type { FrameShape } from "./schema.ts";

/** Font size, height of the line and space to the frame, screen pixels. */
export const FRAME_NAME_PX = { font: 12, line: 20, gap: 4 } as const;
/** A name is cut off where the frame ends, but not shorter than this, screen pixels. */
const LEAST_WIDTH_PX = 40;

/** How wide the name may be, screen pixels. `zoom`: screen pixels per page unit. */
export function frameNameRoom({ w }: Pick<FrameShape, "w">, zoom: number): number {
  return Math.max(LEAST_WIDTH_PX, w * zoom);
}

/** The place of a name so wide, in the frame's local space. */
export function frameNameBox(frame: FrameShape, zoom: number, widthPx: number): Box {
  const { line, gap } = FRAME_NAME_PX;
  return { x: 0, y: -(line + gap) / zoom, w: Math.min(widthPx, frameNameRoom(frame, zoom)) / zoom, h: line / zoom };
}

/** The name, or as much of it as there is room for; `widthOf` in the unit of the room. */
export function fittingName(name: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(name) <= room) return name;
  const letters = [...name];
  while (letters.length > 0 && widthOf(`${letters.join("")}…`) > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** Does a press at a page point take the frame by its name? */
export function isOnFrameName(frame: FrameShape, pagePoint: Vec, zoom: number, widthPx: number): boolean {
  return frame.name !== "" && boxContainsPoint(frameNameBox(frame, zoom, widthPx), toLocal(frame, pagePoint));
}
