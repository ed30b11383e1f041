// Where the pen is that draws a stroke: the page position of its last point, drafts included. It stands for the cursor of
// the one who draws, so that no cursor frames are needed beside the drafts.
import { type DrawShape, scanPoints, toPage } from "@inkroom/shapes";
import type { CursorPoint } from "./peer-store.ts";

/** In whole page units, as cursors are told. `tail`: packed points that continue the record's. */
export function draftTip(stroke: DrawShape, tail: Uint8Array): CursorPoint | undefined {
  const { pressure, quantum, scaleX, scaleY } = stroke;
  const drawn = scanPoints(stroke.points, pressure);
  const last = drawn && scanPoints(tail, pressure, drawn.last)?.last;
  if (last === undefined) return undefined;
  const { x, y } = toPage(stroke, { x: last.x * quantum * scaleX, y: last.y * quantum * scaleY });
  return { x: Math.round(x) + 0, y: Math.round(y) + 0 };
}
