import { describe, expect, it } from "vitest";
import { readPlace, writePlace } from "./board-place.ts";

describe("the address of a place", () => {
  it.each(["shape=a", "shape=V1StGXR8_Z5j", "shape=a,b,c", "view=0,0,1280,800", "view=-12.5,40.25,640,400.75"])(
    "%s is read and written",
    (text) => {
      const place = readPlace(text);
      expect(place && writePlace(place)).toBe(text);
    },
  );

  it.each([
    "",
    "shape=",
    "shape=a,",
    "shape=a b",
    "shape=<img>",
    `shape=${"a".repeat(33)}`,
    `shape=${Array(17).fill("a").join()}`,
    "view=1,2,3",
    "view=1,2,3,4,5",
    "view=NaN,0,1,1",
    "view=1e9,0,1,1",
    "view=0,0,0,100",
    "view=0,0,-5,100",
    "view=2000000,0,5,5",
    "view=0,0,100001,5",
    "javascript:alert(1)",
    "view=0,0,1,1&shape=a",
  ])("%j says no place", (text) => {
    expect(readPlace(text)).toBeUndefined();
  });

  it("keeps a part of the page on the page, and numbers short", () => {
    expect(writePlace({ kind: "view", box: { x: -0.001, y: 1 / 3, w: 1e9, h: 0 } })).toBe("view=0,0.33,100000,0.01");
    expect(readPlace(writePlace({ kind: "view", box: { x: -9e9, y: 9e9, w: 5, h: 5 } }))).toMatchObject({ box: { x: -1e6, y: 1e6 } });
  });
});
