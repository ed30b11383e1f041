import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { codePicture, type CodePicture } from "./code-path.ts";

/** Paints the path as a browser would, so large that a reader sees every square. */
function painted({ side, path }: CodePicture): { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray } {
  const SCALE = 4;
  const width = side * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x = "", y = "", length = ""] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let down = 0; down < SCALE; down += 1) {
      const from = ((Number(y) * SCALE + down) * width + Number(x) * SCALE) * 4;
      for (let at = from; at < from + Number(length) * SCALE * 4; at += 4) data.fill(0, at, at + 3);
    }
  }
  return { width, height: width, data };
}

test.each(["https://board.example/b/A1b2C3d4E5f6G7h8I9j0Kl#0123456789abcdefghijkl", "http://localhost:3000/b/x#y", "ö € 你好"])(
  "a reader finds in the picture what was put into it: %s",
  (text) => {
    expect(decodeQR(painted(codePicture(text)))).toBe(text);
  },
);

test("there are four squares of white on every side, and no two pieces that touch in a row", () => {
  const { side, path } = codePicture("https://board.example/b/A1b2C3d4E5f6G7h8I9j0Kl#0123456789abcdefghijkl");
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [Number(x), Number(y), Number(length)] as const);
  expect(Math.min(...runs.map(([x]) => x))).toBe(4);
  expect(Math.max(...runs.map(([x, , length]) => x + length))).toBe(side - 4);
  const ends = new Set(runs.map(([x, y, length]) => `${x + length} ${y}`));
  expect(runs.filter(([x, y]) => ends.has(`${x} ${y}`))).toEqual([]);
});

test("what is too long for a code is refused", () => {
  expect(() => codePicture("x".repeat(3_000))).toThrow();
});
