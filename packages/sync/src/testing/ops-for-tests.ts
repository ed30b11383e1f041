// Small ops and transactions.
import type { LoggedTxn, Op } from "@inkroom/model";
import { encodePoints, type DrawShape, PAGE_ID, type RectShape } from "@inkroom/shapes";
import { PLAIN_RECT } from "@inkroom/shapes/testing";

export const ME = "client_me";
export const OTHER = "client_other";

export function rect(id: string, props: Partial<RectShape> = {}): RectShape {
  return {
    kind: "rect",
    ...PLAIN_RECT,
    id,
    parent: PAGE_ID,
    index: "a0",
    x: 0,
    y: 0,
    rotation: 0,
    opacity: 1,
    locked: false,
    link: "",
    w: 10,
    h: 10,
    color: "ink",
    fill: "none",
    dash: "solid",
    size: "m",
    ...props,
  };
}

export const add = (id: string, props: Partial<RectShape> = {}): Op => ({ op: "add", shape: rect(id, props) });
export const paint = (id: string, color: string): Op => ({ op: "set", id, props: { color } });
export const fade = (id: string, opacity: number): Op => ({ op: "set", id, props: { opacity } });
export const del = (...ids: string[]): Op => ({ op: "del", ids });
export const nest = (id: string, parent: string): Op => ({ op: "mv", id, parent, index: "a1" });

/** An open stroke of `count` points without pressure, two bytes each. */
export function stroke(id: string, count: number): DrawShape {
  return {
    kind: "draw",
    nib: "pen",
    fill: "none",
    fillColor: "same",
    id,
    parent: PAGE_ID,
    index: "a0",
    x: 0,
    y: 0,
    rotation: 0,
    opacity: 1,
    locked: false,
    link: "",
    color: "ink",
    size: "m",
    pressure: false,
    quantum: 1,
    scaleX: 1,
    scaleY: 1,
    points: new Uint8Array(points(0, count)),
    count,
    done: false,
  };
}

/** Points number `from` to `to` - 1 of the line (1, 1), (2, 2) ... */
export function points(from: number, to: number): Uint8Array {
  const line = Array.from({ length: to - from }, (_, i) => ({ x: from + i + 1, y: from + i + 1 }));
  return encodePoints(line, { quantum: 1, pressure: false, from: { x: from, y: from, p: 0 } });
}

export const grow = (id: string, from: number, to: number, done?: true): Op => ({
  op: "pts",
  id,
  off: from,
  count: to - from,
  bytes: points(from, to),
  ...(done ? { done } : {}),
});

export function logged(seq: number, client: string, n: number, ...ops: Op[]): LoggedTxn {
  return { seq, client, n, ts: seq, ops };
}
