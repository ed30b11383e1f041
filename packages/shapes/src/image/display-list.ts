// What a picture looks like: the part of it that fills the box.
import type { DisplayList } from "../display-list.ts";
import type { ImageShape } from "./schema.ts";

export function imageDisplayList({ w, h, blob, flipX, flipY, cropX, cropY, cropW, cropH }: ImageShape): DisplayList {
  const source = { x: cropX, y: cropY, w: cropW, h: cropH };
  return [{ kind: "image", blob, source, target: { x: 0, y: 0, w, h }, flipX, flipY }];
}
