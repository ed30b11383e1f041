// Path commands along a chain of straight segments.
import type { FlatPoints } from "@inkroom/geometry";
import type { PathCommand, PathData } from "./display-list.ts";

export function polylinePath(flat: FlatPoints, closed = false): PathData {
  const path: (PathCommand | number)[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) path.push(i === 0 ? "M" : "L", flat[i] as number, flat[i + 1] as number);
  if (closed) path.push("Z");
  return path;
}
