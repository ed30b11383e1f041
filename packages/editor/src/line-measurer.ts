// How wide a line is, by the port that measures whole texts.
import type { LineMeasurer } from "@inkroom/shapes";
import type { TextMeasurer } from "./text-measurer.ts";

/** Measured so many times as large: the port gives whole page units, and letters may be smaller than one. */
const ENLARGED = 64;

export function lineMeasurer(measureText: TextMeasurer): LineMeasurer {
  return (line, fontSize, face) => measureText(line, { fontSize: fontSize * ENLARGED, face }).w / ENLARGED;
}
