// The same strokes for every product: seeded, handwriting-sized, 60 to 120 points, spread so that about a thousand lie in one
// screen at 100 % and the rest around it.

/** Page units; `points` flat x, y from the stroke's own origin. */
export type BenchStroke = { readonly x: number; readonly y: number; readonly color: number; readonly points: readonly number[] };

/** Area per stroke, page units squared: 1440 x 900 holds about 1,000 of them. */
const AREA_PER_STROKE = 1_296;

/** Mulberry32: uniform numbers in [0, 1) from a 32-bit seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One stroke of a wandering hand. */
export function makeStroke(random: () => number, side: number): BenchStroke {
  const count = 60 + Math.floor(random() * 61);
  const points = [0, 0];
  let heading = random() * Math.PI * 2;
  let [x, y] = [0, 0];
  for (let i = 1; i < count; i += 1) {
    heading += (random() - 0.5) * 0.9;
    x += Math.cos(heading) * (1 + random() * 1.5);
    y += Math.sin(heading) * (1 + random() * 1.5);
    points.push(Math.round(x * 16) / 16, Math.round(y * 16) / 16);
  }
  return { x: (random() - 0.5) * side, y: (random() - 0.5) * side, color: Math.floor(random() * 6), points };
}

export function makeStrokes(count: number): BenchStroke[] {
  return [...strokesOf(count)];
}

/** The same one by one: a million of them are more than a heap of points. */
export function* strokesOf(count: number): Iterable<BenchStroke> {
  const random = randomFrom(20_261_125);
  const side = Math.sqrt(count * AREA_PER_STROKE);
  for (let i = 0; i < count; i += 1) yield makeStroke(random, side);
}
