// Canvases without a place in the page: where the browser can, OffscreenCanvas, which a worker has too.

export type Sheet = OffscreenCanvas | HTMLCanvasElement;
/** The 2D context of a sheet or of a canvas in the page. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export function createSheet(w: number, h: number): Sheet {
  if (typeof OffscreenCanvas !== "undefined") return new OffscreenCanvas(w, h);
  return Object.assign(document.createElement("canvas"), { width: w, height: h });
}

/** Throws where the browser gives no 2D canvas at all. */
export function penOf(sheet: Sheet): Pen {
  const pen = sheet.getContext("2d") as Pen | null;
  if (pen === null) throw new Error("this browser gives no 2D canvas");
  return pen;
}
