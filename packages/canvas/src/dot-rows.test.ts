import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DotRows } from "./dot-rows.ts";
import { paperDots } from "./paper-dots.ts";
import type { Pen } from "./tiles/sheet.ts";

type Mark = readonly [x: number, y: number, w: number, h: number];

/** A canvas that keeps where squares were put, and where the marks of other canvases were. */
class FakeCanvas {
  marks: Mark[] = [];
  put = 0;
  width: number;
  height: number;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }
  getContext(): unknown {
    const mark = (...at: Mark): void => void this.marks.push(at);
    return {
      canvas: this,
      beginPath: () => {},
      fill: () => {},
      clearRect: () => (this.marks = []),
      rect: mark,
      roundRect: (x: number, y: number, w: number, h: number) => mark(x, y, w, h),
      drawImage: (strip: FakeCanvas, x: number, y: number) => {
        this.put += 1;
        for (const [left, top, w, h] of strip.marks) mark(x + left, y + top, w, h);
      },
    };
  }
}

beforeEach(() => vi.stubGlobal("OffscreenCanvas", FakeCanvas));
afterEach(() => vi.unstubAllGlobals());

test("each dot is where a path would have it, from a few strips of them, whatever the zoom", () => {
  const rows = new DotRows();
  for (const zoom of [0.13, 0.8, 1, 1.37, 5]) {
    const screen = { camera: { x: -37.5, y: 911.25, zoom }, viewport: { w: 640, h: 480 }, pixelRatio: 2 };
    for (const { points } of paperDots(screen)) {
      for (const size of [2, 3]) {
        const paper = new FakeCanvas(1_280, 960);
        const device = points.map((css) => css * 2);
        // reason: the fake has what is used of a pen.
        rows.paint(paper.getContext() as Pen, { points: device, size, color: "red" });
        const expected = Array.from({ length: device.length / 2 }, (_, i) => [
          Math.round((device[2 * i] as number) - size / 2),
          Math.round((device[2 * i + 1] as number) - size / 2),
          size,
          size,
        ]);
        expect(paper.marks).toEqual(expected);
        const rowCount = new Set(device.filter((_, i) => i % 2 === 1)).size;
        expect(paper.put).toBe(rowCount);
      }
    }
  }
});

test("no dots are no work", () => {
  const paper = new FakeCanvas(10, 10);
  new DotRows().paint(paper.getContext() as Pen, { points: [], size: 2, color: "red" });
  expect(paper.put).toBe(0);
});
