// The size of an AVIF: the largest that its boxes state, since a file may hold several pictures and a grid of them.
import { fourChars } from "./picture-bytes.ts";
import type { PictureSize } from "./picture-header.ts";

const BRANDS: ReadonlySet<string | undefined> = new Set(["avif", "avis"]);
/** Boxes that hold boxes, on the way to the sizes, with the bytes before their first. */
const HOLDERS: ReadonlyMap<string | undefined, number> = new Map([
  ["meta", 4],
  ["iprp", 0],
  ["ipco", 0],
]);

type Box = { readonly type: string | undefined; readonly from: number; readonly to: number };

/** Undefined for other files of this family (videos, HEIC), and where the boxes do not fit into one another. */
export function avifSize(view: DataView): PictureSize | undefined {
  const [first, ...rest] = boxesIn(view, 0, view.byteLength);
  if (first === undefined || !isAvif(view, first)) return undefined;
  const sizes = rest.flatMap((box) => sizesIn(view, box));
  if (sizes.length === 0) return undefined;
  return sizes.reduce((most, size) => (size.width * size.height > most.width * most.height ? size : most));
}

function isAvif(view: DataView, { from, to }: Box): boolean {
  if (BRANDS.has(fourChars(view, from))) return true;
  for (let at = from + 8; at + 4 <= to; at += 4) if (BRANDS.has(fourChars(view, at))) return true;
  return false;
}

function sizesIn(view: DataView, { type, from, to }: Box): PictureSize[] {
  if (type === "ispe") return from + 12 > to ? [] : [{ width: view.getUint32(from + 4), height: view.getUint32(from + 8) }];
  const before = HOLDERS.get(type);
  return before === undefined ? [] : boxesIn(view, from + before, to).flatMap((box) => sizesIn(view, box));
}

/** Boxes side by side; none after one that reaches beyond `end`. A length of 1 means that it follows in 8 bytes, 0 the rest. */
function boxesIn(view: DataView, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end;) {
    const short = view.getUint32(at);
    const isLong = short === 1 && at + 16 <= end;
    const length = short === 0 ? end - at : isLong ? Number(view.getBigUint64(at + 8)) : short;
    const head = isLong ? 16 : 8;
    if (length < head || at + length > end) return boxes;
    boxes.push({ type: fourChars(view, at + 4), from: at + head, to: at + length });
    at += length;
  }
  return boxes;
}
