import { anyShape } from "@inkroom/model/testing";
import { markColor, pageFrameBounds, type Shape } from "@inkroom/shapes";
import { ALL_FIXTURES, fixture, NO_LABEL, NO_LINE_LABEL } from "@inkroom/shapes/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readExcalidraw } from "./read.ts";
import { writeExcalidraw } from "./write.ts";

let seeds = 0;
const write = (shapes: readonly Shape[]): string =>
  writeExcalidraw(shapes, { source: "https://board.example", newSeed: () => (seeds += 1), now: 1_760_000_000_000 });
const elementsOf = (shapes: readonly Shape[]): readonly Record<string, unknown>[] => JSON.parse(write(shapes)).elements;
const back = (shapes: readonly Shape[]) => {
  const reading = readExcalidraw(write(shapes), {
    measure: (_text, { maxWidth }) => ({ w: maxWidth ?? 60, h: 50 }),
    readPicture: () => undefined,
  });
  if (reading.kind !== "drawing") throw new Error("refused");
  return reading;
};

test("shapes that Excalidraw has come back as they were", () => {
  const shapes = [
    fixture("rect", { color: "teal", corners: "sharp", rotation: 0.5, opacity: 0.5 }),
    fixture("ellipse", { fill: "solid", color: "violet", dash: "dotted" }),
    fixture("ellipse", { fill: "solid", color: "#12ab9f", dash: "dotted" }),
    fixture("ellipse", { fill: "semi", color: "#12ab9f", fillColor: "#ffffff" }),
    fixture("ellipse", { fill: "dots", color: "red", fillColor: "#e03131" }),
    fixture("rect", { fill: "none", color: "#e03131", fillColor: "same" }),
    fixture("rect", { fill: "semi", color: "#e03131", fillColor: "yellow" }),
    fixture("rect", { fill: "hachure", roughness: "little" }),
    fixture("geo", { fill: "cross-hatch", color: "blue", ...NO_LABEL, roughness: "much" }),
    fixture("geo", { color: "orange", fill: "semi", ...NO_LABEL }),
    fixture("ellipse", { link: "https://ink.example/a?b#c" }),
    fixture("line", { size: "xl" }),
    fixture("text", { color: "pink" }),
    fixture("text", { color: "#abcdef" }),
    fixture("text", { font: "hand", align: "right" }),
    fixture("text", { font: "mono" }),
    fixture("draw", { color: "blue", size: "l" }),
  ];
  const { shapes: read, losses } = back(shapes);
  expect([...losses]).toEqual([]);
  const bare = ({ id: _id, index: _index, ...shape }: Shape): object =>
    shape.kind === "draw" ? { ...shape, points: "", quantum: 0, box: pageFrameBounds({ ...shape, id: "a", index: "a0" } as Shape) } : shape;
  expect(read.map(bare)).toEqual(shapes.map(bare));
});

test("the words on a shape are an element of their own, bound to it where Excalidraw can bind them", () => {
  const words = { text: "words", textW: 50, textH: 25 };
  const [rect, label] = elementsOf([fixture("rect", { id: "box", x: 0, y: 0, w: 200, h: 100, ...words })]);
  expect(rect).toMatchObject({ type: "rectangle", boundElements: [{ id: "box-label", type: "text" }] });
  expect(label).toMatchObject({ id: "box-label", type: "text", containerId: "box", originalText: "words", x: 75, y: 37.5, width: 50 });
  const [line, beside] = elementsOf([fixture("line", { ...words, x: 0, y: 0, vertices: [0, 0, 100, 0] })]);
  expect([line?.["type"], line?.["boundElements"], beside?.["containerId"], beside?.["x"]]).toEqual(["line", null, null, 25]);
});

test("a picture goes along as a file and comes back as it was; one that cannot be had is left out", () => {
  const shape = fixture("image", { altText: "", rotation: 0.25, flipX: true, cropX: 0.25, cropY: 0.5, cropW: 0.5, cropH: 0.5 });
  const options = { source: "", newSeed: () => 1, now: 7 };
  const pictureOf = (blob: string): string | undefined => (blob === shape.blob ? "data:image/png;base64,AAAA" : undefined);
  const text = writeExcalidraw([shape, fixture("image", { id: "gone", blob: "e".repeat(64) })], { ...options, pictureOf });
  const file = JSON.parse(text) as { readonly elements: readonly object[]; readonly files: object };
  expect(file.elements).toMatchObject([
    { type: "image", fileId: shape.blob, status: "saved", scale: [-1, 1], crop: { x: 160, y: 240, width: 320 } },
  ]);
  expect(file.files).toEqual({
    [shape.blob]: { id: shape.blob, mimeType: "image/png", dataURL: "data:image/png;base64,AAAA", created: 7, lastRetrieved: 7 },
  });
  const { blob, mime, pixelW: width, pixelH: height } = shape;
  const reading = readExcalidraw(text, { measure: () => ({ w: 1, h: 1 }), readPicture: () => ({ blob, mime, width, height }) });
  expect(reading).toMatchObject({ kind: "drawing", shapes: [{ ...shape, id: "e0", index: expect.any(String) }] });
  expect(JSON.parse(writeExcalidraw([shape], options))).toMatchObject({ elements: [], files: {} });
});

test("an arrow and what it hangs on name each other", () => {
  const rect = fixture("rect", { id: "box" });
  const arrow = fixture("arrow", { ...NO_LINE_LABEL, end: { id: "box", x: 0.5, y: 0 }, start: { id: "gone", x: 0, y: 0 } });
  const [box, line] = elementsOf([rect, arrow]);
  expect(box).toMatchObject({ id: "box", boundElements: [{ id: "arrow", type: "arrow" }] });
  expect(line).toMatchObject({
    startBinding: null,
    endBinding: { elementId: "box", fixedPoint: [0.5, 0], mode: "orbit" },
    endArrowhead: "arrow",
  });
  expect(back([rect, arrow]).shapes[1]).toMatchObject({ end: { id: "e0", x: 0.5, y: 0 }, start: null });
});

test("a form that Excalidraw does not have is a closed line along it", () => {
  const [star] = elementsOf([fixture("geo", { form: "star", corners: "sharp", x: 10, y: 20, w: 100, h: 80 })]);
  const points = star?.["points"] as readonly (readonly number[])[];
  expect([star?.["type"], star?.["x"], star?.["y"], points.length]).toEqual(["line", 60, 20, 11]);
  expect(points.at(-1)).toEqual([0, 0]);
});

test("what is for the clipboard says so, and is read again", () => {
  const text = writeExcalidraw([fixture("rect")], { source: "", newSeed: () => 1, now: 0, isForClipboard: true });
  expect(JSON.parse(text)).toMatchObject({ type: "excalidraw/clipboard", elements: [{ type: "rectangle" }] });
  expect(readExcalidraw(text, { measure: () => ({ w: 1, h: 1 }), readPicture: () => undefined })).toMatchObject({
    kind: "drawing",
    shapes: [{ kind: "rect" }],
  });
});

test("every element has what Excalidraw's own files have, and numbers that are numbers", () => {
  const base = [
    "id",
    "type",
    "x",
    "y",
    "width",
    "height",
    "angle",
    "strokeColor",
    "backgroundColor",
    "fillStyle",
    "strokeWidth",
    "seed",
    "version",
  ];
  fc.assert(
    fc.property(fc.uniqueArray(anyShape, { selector: ({ id }) => id, maxLength: 6 }), (shapes) => {
      for (const element of elementsOf([...shapes, ...ALL_FIXTURES])) {
        expect(base.filter((field) => !(field in element))).toEqual([]);
        for (const value of Object.values(element)) if (typeof value === "number") expect(value).toBeTypeOf("number");
        expect(JSON.stringify(element)).not.toContain("null,null");
      }
    }),
  );
});

test("groups are told by their members, from the inside out, and a lock is kept", () => {
  const shapes = [
    fixture("group", { id: "outer" }),
    fixture("group", { id: "inner", parent: "outer" }),
    fixture("rect", { id: "a", parent: "inner", locked: true }),
    fixture("rect", { id: "b", parent: "outer" }),
  ];
  const text = writeExcalidraw(shapes, { source: "here", newSeed: () => 1, now: 0 });
  // reason: written just above
  const { elements } = JSON.parse(text) as { elements: { id: string; groupIds: string[]; locked: boolean }[] };
  expect(elements.map(({ id, groupIds, locked }) => [id, groupIds, locked])).toEqual([
    ["a", ["inner", "outer"], true],
    ["b", ["outer"], false],
  ]);
});

test("a sticky note is a rectangle with its words, and comes back as a note", () => {
  const note = fixture("note", { id: "n", x: 0, y: 0, color: "green", size: "l", author: "Ann", text: "to do", textW: 60, textH: 50 });
  const [paper, words, ...others] = elementsOf([note]);
  expect(others).toEqual([]);
  expect(paper).toMatchObject({ type: "rectangle", strokeColor: "transparent", backgroundColor: "#b2f2bb", width: 200 });
  expect(words).toMatchObject({ type: "text", containerId: "n", text: "to do", strokeColor: "#1e1e1e", fontSize: 32 });
  const { shapes, losses } = back([
    note,
    fixture("note", { color: "ink", text: "", author: "" }),
    fixture("note", { color: "#b2f2bb", text: "", author: "" }),
    fixture("note", { color: "#101820", text: "", author: "" }),
  ]);
  expect([...losses]).toEqual([]);
  expect(shapes).toMatchObject([
    { kind: "note", color: "green", size: "l", author: "Ann", text: "to do", textH: 50, w: 200, h: 200 },
    { kind: "note", color: "ink", author: "", text: "" },
    { kind: "note", color: "#b2f2bb" },
    { kind: "note", color: "#101820" },
  ]);
});

test("a frame is one there and here, and what lies in it or in a group in it belongs to it", () => {
  const shapes = [
    fixture("frame", { id: "f", name: "Week 1" }),
    fixture("group", { id: "g", parent: "f" }),
    fixture("rect", { id: "in", parent: "g" }),
    fixture("line", { id: "free" }),
  ];
  const [frame, rect, line] = elementsOf(shapes);
  expect(frame).toMatchObject({ type: "frame", name: "Week 1", frameId: null });
  expect([rect?.["frameId"], line?.["frameId"]]).toEqual(["f", null]);
  const { shapes: read } = back(shapes);
  const [first] = read;
  expect(first).toMatchObject({ kind: "frame", name: "Week 1", w: 320, h: 180 });
  expect(read.map(({ parent }) => parent)).toEqual(["page", first?.id, "page"]);
});

test("a link to a shape of the drawing leads to it when it is read again; words on a shape have no link of their own", () => {
  const words = { text: "words", textW: 50, textH: 25 };
  const shapes = [fixture("rect", { id: "one", link: "#shape=two", ...words }), fixture("ellipse", { id: "two", index: "a1" })];
  expect(elementsOf(shapes).map(({ type, link }) => [type, link])).toEqual([
    ["rectangle", "#shape=two"],
    ["text", null],
    ["ellipse", null],
  ]);
  const read = back(shapes).shapes;
  expect(read.find(({ kind }) => kind === "rect")?.link).toBe(`#shape=${String(read.find(({ kind }) => kind === "ellipse")?.id)}`);
});

test("a card is an embedded page with its title beside it, and comes back as it was", () => {
  const card = fixture("card", { text: "My own title", color: "#123456", rotation: 0.25 });
  expect(elementsOf([card])).toMatchObject([{ type: "embeddable", link: card.link, width: 320, height: 84, boundElements: null }]);
  const reading = readExcalidraw(write([card]), { measure: () => ({ w: card.textW, h: card.textH }), readPicture: () => undefined });
  expect(reading).toMatchObject({ kind: "drawing", shapes: [{ ...card, id: "e0", index: expect.any(String) }] });
  expect(reading.kind === "drawing" && [...reading.losses]).toEqual([]);
  const hostile = write([card]).replace('"My own title"', "5").replace('"#123456"', '"url(x)"');
  expect(readExcalidraw(hostile, { measure: () => ({ w: 1, h: 20 }), readPicture: () => undefined })).toMatchObject({
    shapes: [{ kind: "card", text: "How to draw", color: markColor(card.link) }],
  });
});
