// The words on a line under a hand that slides them along it.
import { polylineLength, type Vec } from "@inkroom/geometry";
import type { ArrowShape } from "../arrow/schema.ts";
import { drawnLine } from "../drawn-line.ts";
import type { LineShape } from "../line/schema.ts";
import { toLocal } from "../page-space.ts";
import { shareNearest } from "./along-line.ts";
import { isOnLabel, lineGap } from "./label-block.ts";
import { MIDDLE } from "./schema.ts";

/** Words so near to the middle of the line are in it, screen pixels (as tldraw has it). */
const SNAP_PX = 10;

/** Is a page point on the words of the line? */
export function isOnLineLabel(shape: ArrowShape | LineShape, pagePoint: Vec): boolean {
  return isOnLabel(lineGap(shape), toLocal(shape, pagePoint), 0);
}

/** The `labelPosition` with which the words are as near to a page point as the line comes. `zoom`: screen pixels per page unit. */
export function slidTo(shape: ArrowShape | LineShape, pagePoint: Vec, zoom: number): number {
  const line = drawnLine(shape);
  const share = shareNearest(line, toLocal(shape, pagePoint));
  return Math.abs(share - MIDDLE) * polylineLength(line) * zoom <= SNAP_PX ? MIDDLE : share;
}
