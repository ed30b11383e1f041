// Plain shapes for tests.
import { PLAIN_FACE, encodePoints, type Shape } from "@inkroom/shapes";
import { PLAIN_RECT } from "@inkroom/shapes/testing";

const base = {
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
} as const;

export function rect(fields: object = {}): Shape {
  return { id: "r1", kind: "rect", ...PLAIN_RECT, ...base, w: 10, h: 10, fill: "none", dash: "solid", ...fields };
}

export function text(fields: object = {}): Shape {
  return {
    id: "t1",
    kind: "text",
    ...base,
    text: "hello",
    w: 50,
    h: 20,
    autoWidth: true,
    scale: 1,
    align: "left",
    ...PLAIN_FACE,
    ...fields,
  };
}

export function draw(fields: object = {}): Shape {
  const points = new Uint8Array(
    encodePoints(
      [
        { x: 0, y: 0 },
        { x: 5, y: 5 },
      ],
      { quantum: 1, pressure: false },
    ),
  );
  return {
    id: "d1",
    kind: "draw",
    nib: "pen",
    fill: "none",
    fillColor: "same",
    ...base,
    pressure: false,
    quantum: 1,
    scaleX: 1,
    scaleY: 1,
    points,
    count: 2,
    done: true,
    ...fields,
  };
}
