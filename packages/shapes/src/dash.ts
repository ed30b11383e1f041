// Dash patterns, in page units, in proportion to the line's width. Lines have round caps, which lengthen each dash.
import type { DashName } from "./style.ts";

/**
 * Dash lengths for a line; undefined for a solid one. The pattern is stretched a little to fit the `length` of the line:
 * an open line begins and ends with a whole dash, a closed one has no seam.
 */
export function dashPattern(
  dash: DashName,
  width: number,
  line: { readonly length: number; readonly closed: boolean },
): readonly number[] | undefined {
  if (dash === "solid") return undefined;
  // A dot is a dash of (almost) no length with round caps.
  const on = dash === "dashed" ? width * 2 : 0.01;
  const gap = dash === "dashed" ? width * 2.5 : width * 2;
  const repeats = Math.round((line.length - (line.closed ? 0 : on)) / (on + gap));
  if (repeats < 1) return [on, gap];
  const stretch = line.length / (repeats * (on + gap) + (line.closed ? 0 : on));
  return [on * stretch, gap * stretch];
}
