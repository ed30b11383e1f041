// Where a stroke ends at the moment. Remembered per point array, so that checking a `pts` op costs its own points and
// not the whole stroke; point arrays are immutable and the memory goes with them.
import { type DrawShape, type QuantisedPoint, scanPoints } from "@inkroom/shapes";

const ENDS = new WeakMap<Uint8Array, QuantisedPoint>();

/** The last point in whole steps of the stroke's quantum; (0, 0) while it has none. */
export function strokeEnd(shape: DrawShape): QuantisedPoint {
  const known = ENDS.get(shape.points);
  if (known !== undefined) return known;
  const end = scanPoints(shape.points, shape.pressure)?.last ?? { x: 0, y: 0, p: 0 };
  ENDS.set(shape.points, end);
  return end;
}

/** `joined` is the shape's points followed by `bytes`. Does nothing where the end of the shape was never asked for. */
export function rememberEnd(shape: DrawShape, bytes: Uint8Array, joined: Uint8Array): void {
  const from = ENDS.get(shape.points);
  const scan = from === undefined ? undefined : scanPoints(bytes, shape.pressure, from);
  if (scan !== undefined) ENDS.set(joined, scan.last);
}
