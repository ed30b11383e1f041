// Snapping along one axis: edges and centres that could lie in line, and gaps that could be as wide as others. Works on spans, so
// that both axes are one piece of code.

/** A box along one axis, and across it. */
export type Span = { readonly from: number; readonly to: number; readonly crossFrom: number; readonly crossTo: number };
type Line = { readonly at: number; readonly span: Span };
type Gap = { readonly from: number; readonly to: number };
/** `by`: how far to move. */
export type AxisSnap = { readonly by: number; readonly lines: readonly Line[]; readonly gaps: readonly Gap[] };

/** Numbers nearer than this are the same place, page units. */
const SAME = 0.01;
/** Spans beside the moved one that are looked at for gaps; the nearest ones. */
const MAX_BESIDE = 24;

export class AxisSnapper {
  readonly #spans: readonly Span[];
  /** By place. */
  readonly #lines: readonly Line[];

  constructor(spans: readonly Span[]) {
    this.#spans = spans;
    this.#lines = spans
      .flatMap((span) => [span.from, (span.from + span.to) / 2, span.to].map((at) => ({ at, span })))
      .sort((a, b) => a.at - b.at);
  }

  /** Of these places on the moved thing, the one that is nearest to a line, within reach. */
  toLines(places: readonly number[], reach: number): AxisSnap | undefined {
    let best: number | undefined;
    for (const place of places) {
      for (const line of this.#around(place)) {
        const by = line.at - place;
        if (Math.abs(by) <= reach && (best === undefined || Math.abs(by) < Math.abs(best))) best = by;
      }
    }
    if (best === undefined) return undefined;
    const by = best;
    return { by, lines: places.flatMap((place) => this.#linesAt(place + by)), gaps: [] };
  }

  /** Makes a gap beside the moved span as wide as the one on its other side, or as the next one. */
  toGaps(moved: Span, reach: number): AxisSnap | undefined {
    const beside = this.#spans
      .filter((span) => span.crossFrom < moved.crossTo && span.crossTo > moved.crossFrom)
      .sort((a, b) => distanceTo(moved, a) - distanceTo(moved, b))
      .slice(0, MAX_BESIDE)
      .sort((a, b) => a.from - b.from);
    const size = moved.to - moved.from;
    let best: AxisSnap | undefined;
    const offer = (start: number, gaps: readonly Gap[]): void => {
      const by = start - moved.from;
      if (Math.abs(by) <= reach && (best === undefined || Math.abs(by) < Math.abs(best.by))) best = { by, lines: [], gaps };
    };
    for (const [i, left] of beside.entries()) {
      const right = beside[i + 1];
      if (right === undefined || right.from <= left.to) continue;
      const free = right.from - left.to;
      const inner = left.to + (free - size) / 2;
      if (free > size)
        offer(inner, [
          { from: left.to, to: inner },
          { from: inner + size, to: right.from },
        ]);
      const between = { from: left.to, to: right.from };
      offer(right.to + free, [between, { from: right.to, to: right.to + free }]);
      offer(left.from - free - size, [{ from: left.from - free, to: left.from }, between]);
    }
    return best;
  }

  /** The lines on both sides of a place. */
  #around(place: number): readonly Line[] {
    const at = this.#firstFrom(place);
    return [this.#lines[at - 1], this.#lines[at]].filter((line) => line !== undefined);
  }

  #linesAt(place: number): readonly Line[] {
    const found: Line[] = [];
    for (let at = this.#firstFrom(place - SAME); at < this.#lines.length; at += 1) {
      const line = this.#lines[at];
      if (line === undefined || line.at > place + SAME) break;
      found.push(line);
    }
    return found;
  }

  /** Index of the first line at or behind a place. */
  #firstFrom(place: number): number {
    let [low, high] = [0, this.#lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle]?.at ?? Infinity) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function distanceTo(moved: Span, other: Span): number {
  return Math.max(other.from - moved.to, moved.from - other.to, 0);
}
