export {
  type Box,
  boxBetween,
  boxCenter,
  boxContainsBox,
  boxContainsPoint,
  boxCorners,
  boxesIntersect,
  boxOfPoints,
  expandBox,
  normalizeBox,
  rotatedBoxBounds,
  unionBoxes,
} from "./box.ts";
export type { Heading } from "./elbow-grid.ts";
export { type ElbowEnd, type ElbowLine, elbowRoute } from "./elbow-route.ts";
export { isInConvex, segmentInConvex } from "./convex-clip.ts";
export { distanceToEllipse, ellipsePolygon, isInEllipse, nearestOnEllipse } from "./ellipse.ts";
export {
  distanceToPolyline,
  type FlatPoints,
  isEnclosed,
  isInPolygon,
  isNearPolyline,
  isSegmentNearPolyline,
  pointAt,
  pointCount,
  polylineBounds,
  polylineLength,
} from "./polyline.ts";
export { crossingShare, distanceToSegment, nearestOnSegment, segmentDistance, segmentsIntersect } from "./segment.ts";
export { segmentInReach } from "./segment-in-reach.ts";
export { simplifyPolyline } from "./simplify.ts";
export { middleOfSmooth, smoothLine } from "./smooth-line.ts";
export { type PlacedValue, SpatialIndex } from "./spatial-index.ts";
export { smoothClosedPath } from "./smooth-closed-path.ts";
export { drawSmoothClosed, smoothOpenPath, STROKE_REACH, strokeMiddle, strokeOutline, type StrokeOptions } from "./stroke-outline.ts";
export { addVec, distance, lerpVec, rotateVec, scaleVec, subVec, type Vec } from "./vec.ts";
