// Pictures as shapes, before they have a place: at their own size where that fits the view, side by side.
import { type ImageShape, NO_CROP, PAGE_ID, type PictureHeader } from "@inkroom/shapes";

export type NamedPicture = PictureHeader & { readonly hash: string; /** Pixels of it for each page unit. */ readonly density: number };

/** Share of the view that one picture takes at the most, and all that come together. */
const VIEW_SHARE = 0.6;
const VIEW_SHARE_OF_ALL = 0.9;
/** Between two pictures, as a share of their height. */
const GAP = 0.06;
/** More than this many in a row would be too small to see. */
const MAX_IN_ROW = 4;

/** `view`: what is seen of the page, page units. Ids and places in the stack mean nothing yet. */
export function pictureShapes(pictures: readonly NamedPicture[], view: { readonly w: number; readonly h: number }): readonly ImageShape[] {
  const rows: NamedPicture[][] = [];
  const perRow = pictures.length <= MAX_IN_ROW ? pictures.length : Math.ceil(Math.sqrt(pictures.length));
  for (let at = 0; at < pictures.length; at += perRow) rows.push(pictures.slice(at, at + perRow));
  if (pictures.length === 1) {
    const [only] = pictures as [NamedPicture];
    const scale = Math.min(1 / only.density, (view.w * VIEW_SHARE) / only.width, (view.h * VIEW_SHARE) / only.height);
    return [shapeOf(only, 0, { x: 0, y: 0, w: only.width * scale, h: only.height * scale })];
  }
  // All as high as each other, as high as the highest of them wants to be and the view allows.
  const wanted = Math.max(...pictures.map(({ height, density }) => height / density));
  const widest = Math.max(...rows.map((row) => row.reduce((sum, { width, height }) => sum + width / height, GAP * (row.length - 1))));
  const high = rows.length + GAP * (rows.length - 1);
  const h = Math.min(wanted, (view.w * VIEW_SHARE_OF_ALL) / widest, (view.h * VIEW_SHARE_OF_ALL) / high);
  return rows.flatMap((row, y) => {
    let x = 0;
    return row.map((picture, i) => {
      const w = (h * picture.width) / picture.height;
      const shape = shapeOf(picture, y * perRow + i, { x, y: y * h * (1 + GAP), w, h });
      x += w + h * GAP;
      return shape;
    });
  });
}

type Place = Pick<ImageShape, "x" | "y" | "w" | "h">;

function shapeOf({ hash, mime, width, height }: NamedPicture, number: number, place: Place): ImageShape {
  return {
    id: `picture-${number}`,
    kind: "image",
    parent: PAGE_ID,
    index: "a0",
    rotation: 0,
    opacity: 1,
    locked: false,
    link: "",
    ...place,
    blob: hash,
    mime,
    pixelW: width,
    pixelH: height,
    flipX: false,
    flipY: false,
    ...NO_CROP,
    altText: "",
  };
}
