import { boundArrow, MAX_COORDINATE, type Shape } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, it, test } from "vitest";
import { VERSION_1 } from "../__golden__/version-1.ts";
import { MAX_FILE_DEPTH, MAX_FILE_SHAPES } from "./format.ts";
import { type BoardFileContent, readBoardFile } from "./read.ts";
import { writeBoardFile } from "./write.ts";

const fileOf = (shapes: readonly unknown[], more: object = {}): string =>
  JSON.stringify({ type: "inkroom/board", version: 1, shapes, ...more });
const read = (text: string): BoardFileContent => {
  const reading = readBoardFile(text);
  if (reading.kind !== "board") throw new Error(`refused: ${reading.reason}`);
  return reading;
};
const rect = (id: string, more: Partial<Shape> = {}): Shape => ({ ...fixture("rect", { id }), ...more }) as Shape;

test("a file of version 1 is read as it always was", () => {
  const { shapes, name, unreadable } = read(VERSION_1);
  expect([name, unreadable]).toEqual(["Plan for spring", 0]);
  expect(shapes.map((shape) => ({ ...shape, index: "" }))).toMatchObject([
    { id: "rect", kind: "rect", w: 120, h: 80, fill: "semi", parent: "page" },
    { id: "draw", kind: "draw", count: 3, quantum: 0.125, pressure: true, done: true },
    { id: "arrow", kind: "arrow", end: { id: "rect", x: 0.5, y: 0 }, start: null },
    { id: "text", kind: "text", text: "two\nlines" },
    { id: "ellipse", kind: "ellipse", w: 90 },
    { id: "line", kind: "line", vertices: [0, 0, -40, 30] },
  ]);
});

describe("writing", () => {
  it("gives one line to each shape, and the points of a stroke as whole steps", () => {
    const text = writeBoardFile([fixture("line", { index: "a1" }), fixture("draw", { index: "a0" })], { name: 'a "b"' });
    const lines = text.split("\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe('{"type":"inkroom/board","version":1,"name":"a \\"b\\"","shapes":[');
    expect(lines[1]).toContain('"points":[0,0,48,64,48,64,48,-96,');
    expect(lines[2]).toContain('"kind":"line"');
  });

  it("has the pictures that can be had, each once and after the shapes, and gives those that shapes name to whoever reads it", () => {
    const [cat, dog] = ["c".repeat(64), "d".repeat(64)];
    const shapes = ["a", "b"].map((id) => fixture("image", { id, blob: cat }));
    const text = writeBoardFile([...shapes, fixture("image", { id: "c", blob: dog })], {
      pictureOf: (blob) => (blob === cat ? "data:image/png;base64,AAAA" : undefined),
    });
    const lines = text.split("\n");
    expect(lines.slice(4)).toEqual(['],"pictures":{', `"${cat}":"data:image/png;base64,AAAA"`, "}}", ""]);
    const asked: string[] = [];
    const readPicture = (address: string): undefined => void asked.push(address);
    const more = text.replace('"pictures":{', `"pictures":{"${dog}":5,"${"e".repeat(64)}":"data:image/png;base64,BBBB",`);
    const reading = readBoardFile(more, { readPicture });
    expect([reading.kind === "board" && reading.shapes.length, asked]).toEqual([3, ["data:image/png;base64,AAAA"]]);
  });

  it("keeps links, and a reader takes no shape whose link would run", () => {
    const text = writeBoardFile([rect("a", { link: "https://ink.example/x" }), rect("b", { link: "#shape=a" })]);
    expect(read(text).shapes.map(({ link }) => link)).toEqual(["https://ink.example/x", "#shape=a"]);
    const { shapes, unreadable } = read(text.replace("https://ink.example/x", "javascript:alert(1)"));
    expect([shapes.map(({ id }) => id), unreadable]).toEqual([["b"], 1]);
  });

  it("says what is printed on the paper, which is none of the shapes", () => {
    const text = writeBoardFile([rect("a")], { pattern: "isometric" });
    expect(text.split("\n")[0]).toBe('{"type":"inkroom/board","version":1,"paper":"isometric","shapes":[');
    expect(read(text)).toMatchObject({ pattern: "isometric", unreadable: 0 });
    expect(read(writeBoardFile([rect("a")])).pattern).toBeUndefined();
    for (const paper of ["graph", 5, null, { a: 1 }]) expect(read(fileOf([], { paper })).pattern).toBeUndefined();
    const { index: _index, ...paper } = fixture("paper");
    expect(read(fileOf([paper, { ...paper, id: "other" }]))).toMatchObject({ shapes: [], unreadable: 2, pattern: undefined });
  });

  it("ends an arrow where it is seen to end if what it hangs on stays behind", () => {
    const target = rect("rect", { x: 300, y: 300 });
    const arrow = fixture("arrow", { x: 360, y: 0, vertices: [0, 0, 10, 10], start: null, end: { id: "rect", x: 0.5, y: 0 } });
    const seen = boundArrow(new Map([target, arrow].map((shape) => [shape.id, shape])), arrow);
    expect(read(writeBoardFile([seen])).shapes).toMatchObject([{ end: null, vertices: [0, 0, 0, 293] }]);
    expect(read(writeBoardFile([seen, target])).shapes).toMatchObject([{ end: { id: "rect" }, vertices: [0, 0, 0, 293] }, {}]);
  });

  it("puts what lies in something else on the page if that stays behind", () => {
    expect(read(writeBoardFile([rect("in", { parent: "out" })])).shapes).toMatchObject([{ parent: "page" }]);
    expect(read(writeBoardFile([rect("in", { parent: "out" }), rect("out")])).shapes).toMatchObject([{ parent: "out" }, {}]);
  });
});

describe("a file is refused as a whole", () => {
  test.each([
    ["that is empty", "", "not_a_board"],
    ["that is cut off", VERSION_1.slice(0, 200), "not_a_board"],
    ["that is something else", JSON.stringify({ type: "excalidraw", version: 2, elements: [] }), "not_a_board"],
    ["that is a list", "[]", "not_a_board"],
    ["with a version that is no number", fileOf([], { version: "1" }), "not_a_board"],
    ["with version 0", fileOf([], { version: 0 }), "not_a_board"],
    ["of a later version", fileOf([], { version: 2 }), "newer"],
    ["with more shapes than a file may have", fileOf(Array.from({ length: MAX_FILE_SHAPES + 1 }, () => 0)), "too_large"],
    ["that nests deeper than any parser should", "[".repeat(200_000), "not_a_board"],
  ])("%s", (_what, text, reason) => {
    expect(readBoardFile(text)).toEqual({ kind: "refused", reason });
  });

  it("but not one with exactly as many shapes", () => {
    expect(read(fileOf(Array.from({ length: MAX_FILE_SHAPES }, () => 0))).unreadable).toBe(MAX_FILE_SHAPES);
  });
});

describe("a record is left out, and counted", () => {
  const stroke = { ...fixture("draw"), points: [0, 0, 8, 8] };
  test.each<[string, unknown]>([
    ["of an unknown kind", { ...rect("a"), kind: "hologram" }],
    ["with an unknown property", { ...rect("a"), glow: 1 }],
    ["that lies off the page", rect("a", { x: MAX_COORDINATE + 1 })],
    ["with a number that is none", { ...rect("a"), w: "120" }],
    ["with a colour that is markup", { ...rect("a"), color: "red;}</style>" }],
    ["that names its prototype", JSON.parse(`{"__proto__":{"role":"edit"},${JSON.stringify(rect("a")).slice(1)}`)],
    ["with an id that is no id", rect("../../etc")],
    ["that is its own parent", rect("a", { parent: "a" })],
    ["with half a point", { ...stroke, points: [0, 0, 8] }],
    ["with points between the steps", { ...stroke, points: [0, 0, 0.5, 8] }],
    ["with points off the page", { ...stroke, points: [0, 0, 2 ** 31, 0] }],
    ["with points that are no list", { ...stroke, points: "AAAA" }],
    ["with a step that is no power of two", { ...stroke, quantum: 0.3 }],
    ["that is null", null],
  ])("%s", (_what, record) => {
    const { shapes, unreadable } = read(fileOf([record, rect("good")]));
    expect([shapes.map(({ id }) => id), unreadable]).toEqual([["good"], 1]);
  });

  it("whose id there is already", () => {
    const { shapes, unreadable } = read(fileOf([rect("a", { x: 1 }), rect("a", { x: 2 })]));
    expect([shapes.map(({ x }) => x), unreadable]).toEqual([[1], 1]);
  });
});

it("a chain of parents is cut where it is deeper than anybody groups", () => {
  const chain = Array.from({ length: 1_000 }, (_, i) => rect(`s${i}`, { parent: i === 0 ? "page" : `s${i - 1}` }));
  const { shapes } = read(fileOf(chain.reverse()));
  expect(shapes.filter(({ parent }) => parent === "page")).toHaveLength(Math.ceil(1_000 / MAX_FILE_DEPTH));
});

it("records of an older version go through every step up to this one", () => {
  const rename = (from: string, to: string) => (records: readonly unknown[]) =>
    records.map((record) => {
      const { [from]: value, ...rest } = record as Record<string, unknown>;
      return { ...rest, [to]: value };
    });
  const { w, ...old } = fixture("rect");
  const migrations = [rename("breite", "width"), rename("width", "w")];
  const shapesOf = (version: number, record: object) => {
    const reading = readBoardFile(fileOf([record], { version }), { migrations });
    return reading.kind === "board" ? reading.shapes.map((shape) => ({ ...shape, index: "a0" })) : reading.reason;
  };
  expect(shapesOf(1, { ...old, breite: w })).toEqual([fixture("rect")]);
  expect(shapesOf(2, { ...old, width: w })).toEqual([fixture("rect")]);
  expect(shapesOf(3, { ...old, w })).toEqual([fixture("rect")]);
  expect(shapesOf(4, { ...old, w })).toBe("newer");
});
