// The points of the stroke under the pen: smooths, quantises and packs them, and remembers what has been sent as a
// draft and what has been committed. Coordinates are page units relative to the stroke's origin.
import type { Vec } from "@inkroom/geometry";
import { encodePoints, type InkPoint, type PointFormat, type QuantisedPoint, quantisePoint } from "@inkroom/shapes";

export type StrokePart = { readonly off: number; readonly count: number; readonly bytes: Uint8Array<ArrayBuffer> };
type Mark = Readonly<{ bytes: number; count: number }>;

/** Page units per packed step: the power of two nearest to a quarter of a screen pixel, within what a stroke may have. */
export function quantumFor(zoom: number): number {
  return Math.min(64, Math.max(1 / 1024, 2 ** Math.round(Math.log2(0.25 / zoom))));
}

/**
 * Records one stroke. A point is smoothed with its two neighbours, so it is fixed when its successor comes; until then it
 * is the tip, which is shown where the pen is. Nothing shown ever lags behind the pen.
 */
export class StrokeRecorder {
  readonly #format: PointFormat;
  readonly #minStep: number;
  #buffer = new Uint8Array(1024);
  #end: Mark = { bytes: 0, count: 0 };
  #drafted: Mark = { bytes: 0, count: 0 };
  #committed: Mark = { bytes: 0, count: 0 };
  #last: QuantisedPoint | undefined;
  #before: InkPoint;
  #tip: InkPoint | undefined;

  /** `minStep`: points nearer to the one before are left out, page units. The first point is (0, 0). */
  constructor(format: PointFormat, minStep: number, pressure: number) {
    this.#format = format;
    this.#minStep = Math.max(minStep, format.quantum);
    this.#before = { x: 0, y: 0, p: pressure };
    this.#fix(this.#before);
  }

  /** Points that are fixed. */
  get count(): number {
    return this.#end.count;
  }

  get uncommitted(): number {
    return this.#end.count - this.#committed.count;
  }

  /** Where the pen is, as far as recorded. */
  get tip(): Vec {
    return this.#tip ?? this.#before;
  }

  /** Takes the next position of the pen. */
  add(point: InkPoint): void {
    const near = this.#tip ?? this.#before;
    if (Math.hypot(point.x - near.x, point.y - near.y) < this.#minStep) return;
    if (this.#tip !== undefined) {
      this.#fix(smoothed(this.#before, this.#tip, point));
      this.#before = this.#tip;
    }
    this.#tip = point;
  }

  /** Fixes the tip where it is. */
  fixTip(): void {
    if (this.#tip === undefined) return;
    this.#fix(this.#tip);
    this.#before = this.#tip;
    this.#tip = undefined;
  }

  /** Appends points as they are, after the tip. */
  addExact(points: readonly InkPoint[]): void {
    this.fixTip();
    for (const point of points) {
      this.#fix(point);
      this.#before = point;
    }
  }

  /** All points, the tip and further ones included, for the local echo. */
  echo(extra: readonly InkPoint[] = []): { readonly points: Uint8Array<ArrayBuffer>; readonly count: number } {
    const loose = this.#tip === undefined ? extra : [this.#tip, ...extra];
    const tail = encodePoints(loose, { ...this.#format, from: this.#last });
    const points = new Uint8Array(this.#end.bytes + tail.length);
    points.set(this.#buffer.subarray(0, this.#end.bytes));
    points.set(tail, this.#end.bytes);
    return { points, count: this.#end.count + loose.length };
  }

  /** The fixed points since the last call, undefined if there are none. */
  takeDraft(): StrokePart | undefined {
    const part = this.#partSince(this.#drafted);
    this.#drafted = this.#end;
    return part.count > 0 ? part : undefined;
  }

  /** The fixed points since the last call; the first call gives the stroke's beginning. */
  takeCommit(): StrokePart {
    const part = this.#partSince(this.#committed);
    this.#committed = this.#end;
    return part;
  }

  #partSince(mark: Mark): StrokePart {
    return { off: mark.count, count: this.#end.count - mark.count, bytes: this.#buffer.slice(mark.bytes, this.#end.bytes) };
  }

  #fix(point: InkPoint): void {
    const bytes = encodePoints([point], { ...this.#format, from: this.#last });
    this.#last = quantisePoint(point, this.#format);
    const length = this.#end.bytes + bytes.length;
    if (length > this.#buffer.length) {
      const grown = new Uint8Array(this.#buffer.length * 2);
      grown.set(this.#buffer);
      this.#buffer = grown;
    }
    this.#buffer.set(bytes, this.#end.bytes);
    this.#end = { bytes: length, count: this.#end.count + 1 };
  }
}

function smoothed(before: InkPoint, point: InkPoint, after: InkPoint): InkPoint {
  return { x: (before.x + 2 * point.x + after.x) / 4, y: (before.y + 2 * point.y + after.y) / 4, p: point.p };
}
