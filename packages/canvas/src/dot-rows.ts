// Paints thousands of dots in rows: each kind of row is painted once, on a strip of its own, and the strip is put down for every
// row of the kind. A path of as many dots takes several times as long, in every frame in which the paper moves.
import { createSheet, type Pen, penOf, type Sheet } from "./tiles/sheet.ts";

export type Dots = {
  /** Flat x, y of the dots' middles, device pixels, row by row. */
  readonly points: ArrayLike<number>;
  /** Side of a dot, whole device pixels. */
  readonly size: number;
  readonly color: string;
};

export class DotRows {
  /** Reused from frame to frame. */
  readonly #strips: Sheet[] = [];

  /** Paints with the context's alpha; its transform has to be the identity. */
  paint(context: Pen, { points, size, color }: Dots): void {
    const { width } = context.canvas;
    const kinds = new Map<string, Sheet>();
    for (let start = 0; start < points.length;) {
      const y = points[start + 1] as number;
      let end = start + 2;
      while (end < points.length && points[end + 1] === y) end += 2;
      const kind = `${points[start]} ${end - start}`;
      let strip = kinds.get(kind);
      if (strip === undefined) {
        strip = this.#strip(kinds.size, width, size);
        paintRow(strip, points, start, end, size, color);
        kinds.set(kind, strip);
      }
      context.drawImage(strip, 0, Math.round(y - size / 2));
      start = end;
    }
  }

  #strip(number: number, width: number, height: number): Sheet {
    const known = this.#strips[number];
    if (known === undefined) {
      const made = createSheet(width, height);
      this.#strips[number] = made;
      return made;
    }
    if (known.width !== width || known.height !== height) Object.assign(known, { width, height });
    return known;
  }
}

function paintRow(strip: Sheet, points: ArrayLike<number>, start: number, end: number, size: number, color: string): void {
  const pen = penOf(strip);
  pen.clearRect(0, 0, strip.width, strip.height);
  pen.fillStyle = color;
  pen.beginPath();
  for (let i = start; i < end; i += 2) {
    const left = Math.round((points[i] as number) - size / 2);
    // Up to two device pixels a square is as round as it gets.
    if (size > 2) pen.roundRect(left, 0, size, size, size / 2);
    else pen.rect(left, 0, size, size);
  }
  pen.fill();
}
