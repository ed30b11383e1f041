// The geometric shape as a kind of shape.
import { boxBounds, boxFrame, resizeBox } from "../box-shape.ts";
import { boxLabel } from "../label/label-block.ts";
import { LABEL_GROUPS } from "../label/schema.ts";
import { BASE_GROUPS, SIZE_GROUP } from "../shape-base.ts";
import { settableProps } from "../settable.ts";
import type { ShapeKind } from "../shape-kind.ts";
import { geoDisplayList } from "./display-list.ts";
import { geoPolygon } from "./geometry.ts";
import { hitGeo, hitGeoSegment } from "./hit-test.ts";
import { type GeoShape, geoSchema } from "./schema.ts";

export const geoKind: ShapeKind<GeoShape> = {
  kind: "geo",
  groups: [...BASE_GROUPS, SIZE_GROUP, ...LABEL_GROUPS],
  bindable: true,
  settable: settableProps(geoSchema.entries),
  localBounds: boxBounds,
  hitTest: hitGeo,
  hitSegment: hitGeoSegment,
  displayList: geoDisplayList,
  resize: resizeBox,
  frame: boxFrame,
  outline: geoPolygon,
  textBlock: boxLabel,
};
