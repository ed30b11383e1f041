// Pictures for a scene, as browsers decode them: for whoever has the bytes.
import { PictureCache, type PictureCachePorts } from "./picture-cache.ts";

export type { PictureCache } from "./picture-cache.ts";

export function createPictureCache(load: PictureCachePorts["load"]): PictureCache {
  return new PictureCache({
    load,
    decode: (bytes) => createImageBitmap(bytes),
    resize: (picture, resizeWidth, resizeHeight) => createImageBitmap(picture, { resizeWidth, resizeHeight, resizeQuality: "high" }),
  });
}
