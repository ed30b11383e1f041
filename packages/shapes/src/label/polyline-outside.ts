// A chain of straight segments without what lies in a box: a line stops before the words on it and goes on behind them.
import { type Box, lerpVec, pointAt, pointCount, type Vec } from "@inkroom/geometry";

/** The pieces of the chain (flat x, y) outside of the box, in order; the whole chain where it misses the box. */
export function polylineOutside(flat: readonly number[], box: Box): readonly (readonly number[])[] {
  const pieces: number[][] = [];
  let piece: number[] = [];
  const end = (): void => {
    if (piece.length >= 4) pieces.push(piece);
    piece = [];
  };
  for (let i = 0; i + 1 < pointCount(flat); i += 1) {
    const from = pointAt(flat, i);
    const to = pointAt(flat, i + 1);
    if (piece.length === 0) piece.push(from.x, from.y);
    const inside = insideShare(from, to, box);
    if (inside === undefined) {
      piece.push(to.x, to.y);
      continue;
    }
    const [enter, leave] = inside;
    if (enter > 0) pushPoint(piece, lerpVec(from, to, enter));
    end();
    if (leave < 1) piece.push(...flatOf(lerpVec(from, to, leave)), to.x, to.y);
  }
  end();
  return pieces;
}

function pushPoint(piece: number[], point: Vec): void {
  piece.push(...flatOf(point));
}

function flatOf({ x, y }: Vec): [number, number] {
  return [x, y];
}

/** From which to which share of its length a segment lies in the box (Liang and Barsky's clipping); undefined where it does not. */
function insideShare(from: Vec, to: Vec, { x, y, w, h }: Box): readonly [number, number] | undefined {
  let enter = 0;
  let leave = 1;
  for (const [start, step, low, high] of [
    [from.x, to.x - from.x, x, x + w],
    [from.y, to.y - from.y, y, y + h],
  ] as const) {
    if (step === 0) {
      if (start < low || start > high) return undefined;
      continue;
    }
    const [a, b] = [(low - start) / step, (high - start) / step];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter < leave ? [enter, leave] : undefined;
}
