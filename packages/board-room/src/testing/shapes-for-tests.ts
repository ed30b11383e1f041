// Small ops for the tests of this package.
import type { Op } from "@inkroom/model";
import { encodePoints, type Shape } from "@inkroom/shapes";
import { PLAIN_RECT } from "@inkroom/shapes/testing";

export function rect(id: string, fields: Partial<Extract<Shape, { kind: "rect" }>> = {}): Shape {
  return {
    id,
    kind: "rect",
    ...PLAIN_RECT,
    parent: "page",
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
    ...fields,
  };
}

export function stroke(id: string, points: readonly { readonly x: number; readonly y: number }[]): Shape {
  const bytes = new Uint8Array(encodePoints(points, { quantum: 1, pressure: false }));
  return {
    id,
    kind: "draw",
    nib: "pen",
    fill: "none",
    fillColor: "same",
    parent: "page",
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
    points: bytes,
    count: points.length,
    done: true,
  };
}

export function add(id: string, fields?: Parameters<typeof rect>[1]): Op {
  return { op: "add", shape: rect(id, fields) };
}

export function move(id: string, x: number, y = 0): Op {
  return { op: "set", id, props: { x, y, rotation: 0 } };
}

export function del(...ids: string[]): Op {
  return { op: "del", ids };
}
