// How far apart the marks of a paper stand at a zoom: zooming out, every second one fades until a wider grid is left.

/** Marks never stand nearer to each other on screen, CSS pixels; at twice this distance the next finer ones are in full. */
const MIN_SPACING_PX = 16;

/**
 * The distance of the finest marks, page units, and how far they are faded in; every second of them is in full. `most`: how often
 * marks are halved when one zooms in.
 */
export function paperLevels(spacing: number, zoom: number, most = Infinity): { readonly fine: number; readonly alpha: number } {
  const fine = spacing * 2 ** Math.max(-most, Math.ceil(Math.log2(MIN_SPACING_PX / (spacing * zoom))));
  const share = (fine * zoom) / MIN_SPACING_PX - 1;
  return { fine, alpha: Math.min(1, share * 2) };
}
