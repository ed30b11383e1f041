// What touches a text: its whole box.
import { boxContainsPoint, boxCorners, expandBox, segmentsIntersect, type Vec } from "@inkroom/geometry";
import { textFrame } from "./geometry.ts";
import type { TextShape } from "./schema.ts";

export function hitText(shape: TextShape, point: Vec, slack: number): boolean {
  return boxContainsPoint(expandBox(textFrame(shape), slack), point);
}

export function hitTextSegment(shape: TextShape, from: Vec, to: Vec, slack: number): boolean {
  const box = expandBox(textFrame(shape), slack);
  if (boxContainsPoint(box, from)) return true;
  const corners = boxCorners(box);
  return corners.some((corner, i) => segmentsIntersect(from, to, corner, corners[(i + 1) % corners.length] ?? corner));
}
