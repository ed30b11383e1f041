// A path in another place.
import type { PathData } from "./display-list.ts";

/** By page units. Numbers of a path without curves of one coordinate come in pairs. */
export function movedPath(path: PathData, dx: number, dy: number): PathData {
  let isX = false;
  return path.map((part) => {
    if (typeof part !== "number") return part;
    isX = !isX;
    return part + (isX ? dx : dy);
  });
}
