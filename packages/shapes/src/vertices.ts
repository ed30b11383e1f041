// The vertex list shared by lines and arrows: a flat [x0, y0, x1, y1, ...] relative to the shape's (x, y).
import * as v from "valibot";
import { MAX_VERTICES } from "./limits.ts";
import { coordinateSchema } from "./shape-base.ts";

export const verticesSchema = v.pipe(
  v.array(coordinateSchema),
  v.minLength(4),
  v.maxLength(MAX_VERTICES * 2),
  v.check((flat) => flat.length % 2 === 0),
);
