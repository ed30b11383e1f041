// The points of a stroke as a board file has them: a list of whole numbers, each point by its difference to the one before.
import { decodePoints, type DrawShape, encodePoints, type InkPoint } from "@inkroom/shapes";

/** x, y and with pressure p of each point, less those of the point before; x and y in steps of the stroke's quantum. */
export function writeSteps({ points, quantum, pressure }: Pick<DrawShape, "points" | "quantum" | "pressure">): number[] {
  const flat = decodePoints(points, { quantum, pressure });
  const stride = pressure ? 3 : 2;
  return Array.from(flat, (value, i) => {
    const step = value - (i < stride ? 0 : (flat[i - stride] ?? 0));
    return i % stride === 2 ? step : step / quantum;
  });
}

/** Packed points and their number. Undefined where `steps` is no list of whole points. */
export function readSteps(
  steps: unknown,
  format: { readonly quantum: number; readonly pressure: boolean },
): { readonly points: Uint8Array; readonly count: number } | undefined {
  const stride = format.pressure ? 3 : 2;
  if (!Array.isArray(steps) || steps.length % stride !== 0 || !steps.every(Number.isSafeInteger)) return undefined;
  const list: readonly number[] = steps;
  const points: InkPoint[] = [];
  let [x, y, p] = [0, 0, 0];
  for (let i = 0; i < list.length; i += stride) {
    x += list[i] ?? 0;
    y += list[i + 1] ?? 0;
    if (format.pressure) p += list[i + 2] ?? 0;
    points.push({ x: x * format.quantum, y: y * format.quantum, p });
  }
  try {
    return { points: encodePoints(points, format), count: points.length };
  } catch {
    // A point off the page: the stroke is no stroke, as with any other bad value.
    return undefined;
  }
}
