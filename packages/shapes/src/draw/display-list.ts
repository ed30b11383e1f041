// What a freehand stroke looks like: the filled outline of the mark a pen leaves.
import { smoothClosedPath, strokeOutline } from "@inkroom/geometry";
import type { DisplayList } from "../display-list.ts";
import { penSize, strokePoints } from "./geometry.ts";
import type { DrawShape } from "./schema.ts";

export function drawDisplayList(shape: DrawShape): DisplayList {
  const outline = strokeOutline(strokePoints(shape), { size: penSize(shape), simulatePressure: !shape.pressure });
  const path = smoothClosedPath(outline);
  return path.length === 0 ? [] : [{ kind: "path", path, fill: { color: shape.color, shade: "full" } }];
}
