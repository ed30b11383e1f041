import { decodePoints, MAX_VERTICES, type Shape } from "@inkroom/shapes";
import { describe, expect, it, test } from "vitest";
import OLD from "./__fixtures__/old.excalidraw?raw";
import PLAN from "./__fixtures__/plan.excalidraw?raw";
import { readExcalidraw } from "./read.ts";
import { measure } from "./test-measure.ts";

const read = (text: string) => {
  const reading = readExcalidraw(text, { measure, readPicture: () => undefined });
  if (reading.kind !== "drawing") throw new Error(`refused: ${reading.reason}`);
  return { shapes: reading.shapes, losses: Object.fromEntries(reading.losses) };
};
const fileOf = (...elements: readonly object[]): string => JSON.stringify({ type: "excalidraw", version: 2, elements });
const one = (element: object): Shape => read(fileOf(element)).shapes[0] as Shape;

describe("a drawing", () => {
  const { shapes, losses } = read(PLAN);
  const [start, choice, arrow, round, ink, mouse, words, wrapped, path, frame, page] = shapes;

  it("has a shape for each element in its order, with what it looked like", () => {
    expect(shapes).toHaveLength(11);
    expect(shapes.map(({ index }) => index)).toEqual(shapes.map(({ index }) => index).toSorted());
    expect(start).toMatchObject({
      kind: "rect",
      x: 100,
      y: 100,
      w: 200,
      h: 80,
      color: "ink",
      fill: "solid",
      fillColor: "#a5d8ff",
      corners: "rounded",
      size: "s",
    });
    expect(choice).toMatchObject({
      kind: "geo",
      form: "diamond",
      rotation: 0.5,
      color: "#e03131",
      fill: "solid",
      fillColor: "same",
      corners: "rounded",
    });
    expect(round).toMatchObject({
      kind: "ellipse",
      x: 530,
      w: 90,
      h: 60,
      dash: "dashed",
      fill: "hachure",
      roughness: "little",
      color: "ink",
      fillColor: "#2f9e44",
      opacity: 0.5,
    });
    expect(path).toMatchObject({ kind: "line", vertices: [0, 0, 50, 40, 100, 0], dash: "dotted", size: "m" });
    expect(frame).toMatchObject({ kind: "frame", name: "Week 1", w: 560 });
    expect(page).toMatchObject({ kind: "card", link: "https://example.org/video", text: "Video" });
  });

  it("has arrows that hang on what they hung on, where they were drawn to end", () => {
    expect(arrow).toMatchObject({
      kind: "arrow",
      vertices: [0, 0, 40, -10, 95, 0],
      startHead: "none",
      endHead: "triangle",
      route: "curved",
    });
    expect(arrow).toMatchObject({ start: { id: start?.id, x: 1, y: 0.5 }, end: { id: choice?.id } });
  });

  it("has strokes with the pressure of a pen, and without that of a mouse", () => {
    if (ink?.kind !== "draw" || mouse?.kind !== "draw") throw new Error("no strokes");
    expect([...decodePoints(ink.points, ink)]).toEqual([0, 0, 26, 20, 10.5, 128, 40, -3.25, 191, 60, 20, 255]);
    expect([ink.pressure, ink.color, ink.size, mouse.pressure, mouse.count]).toEqual([true, "#1971c2", "m", false, 3]);
  });

  it("has texts as they were typed, measured anew about the side they are aligned to", () => {
    const box = measure("Zwei Zeilen\nλόγος", { fontSize: 28 });
    expect(words).toMatchObject({ text: "Zwei Zeilen\nλόγος", align: "right", rotation: -0.25, x: 300 - box.w, w: box.w, autoWidth: true });
    expect(words?.kind === "text" && words.scale * 32).toBe(28);
    expect(wrapped).toMatchObject({ text: "a text that is wrapped", autoWidth: false, w: 120 });
    expect(start).toMatchObject({ kind: "rect", text: "Start here", align: "center", textH: 20 });
  });

  it("tells what could not be carried over", () => {
    expect(losses).toEqual({ image: 1, unknown: 1, group: 2 });
    expect(words?.link).toBe("https://example.org/");
  });
});

test("a drawing of years ago is read too", () => {
  const { shapes, losses } = read(OLD);
  expect(shapes.map(({ kind }) => kind)).toEqual(["rect", "line", "arrow", "text", "arrow"]);
  expect(shapes[0]).toMatchObject({ corners: "sharp", color: "#000000", fill: "none" });
  expect(shapes[2]).toMatchObject({ end: { id: shapes[0]?.id, x: 1, y: 0.5 }, endHead: "dot" });
  expect(shapes[3]).toMatchObject({ text: "old words", size: "m", scale: 1 });
  expect(shapes[4]).toMatchObject({ vertices: [0, 0, 50, 50], end: null });
  expect(losses).toEqual({});
});

test("the clipboard of Excalidraw is a drawing", () => {
  for (const type of ["excalidraw/clipboard", "excalidraw-api/clipboard"]) {
    expect(read(JSON.stringify({ type, elements: [{ type: "ellipse", width: 5, height: 6 }], files: {} })).shapes).toHaveLength(1);
  }
});

describe("a picture", () => {
  const picture = { blob: "c".repeat(64), mime: "image/png", width: 200, height: 100 } as const;
  const element = { type: "image", id: "i", fileId: "f", x: 10, y: 20, width: 100, height: 50, angle: 0.5, opacity: 40 };
  const readWith = (files: unknown, ...elements: readonly object[]) => {
    const asked: string[] = [];
    const readPicture = (address: string) => {
      asked.push(address);
      return address === "data:cat" ? picture : undefined;
    };
    const reading = readExcalidraw(JSON.stringify({ type: "excalidraw", elements, files }), { measure, readPicture });
    if (reading.kind !== "drawing") throw new Error("refused");
    return { ...reading, losses: Object.fromEntries(reading.losses), asked };
  };

  it("has its box, its file's bytes, its mirroring and its crop", () => {
    const crop = { x: 50, y: 0, width: 100, height: 25, naturalWidth: 200, naturalHeight: 100 };
    const { shapes, losses, asked } = readWith({ f: { dataURL: "data:cat" } }, element, { ...element, id: "j", scale: [-1, 1], crop });
    expect(shapes[0]).toMatchObject({ kind: "image", x: 10, y: 20, w: 100, h: 50, rotation: 0.5, opacity: 0.4, pixelW: 200, cropW: 1 });
    expect(shapes[1]).toMatchObject({ blob: picture.blob, flipX: true, flipY: false, cropX: 0.25, cropY: 0, cropW: 0.5, cropH: 0.25 });
    expect([losses, asked]).toEqual([{}, ["data:cat"]]);
  });

  it.each([
    ["no files", undefined],
    ["files that are none", 5],
    ["no such file", {}],
    ["a file without a picture", { f: { dataURL: 5 } }],
    ["a file that is no picture", { f: { dataURL: "data:dog" } }],
    ["a prototype for a file", JSON.parse('{"__proto__":{"f":{"dataURL":"data:cat"}}}')],
  ])("is left out, and told, where the drawing has %s", (_what, files) => {
    expect(readWith(files, element)).toMatchObject({ shapes: [], losses: { image: 1 } });
  });

  it("has a crop that lies within it, whatever the file says", () => {
    const crop = { x: 150, y: -5, width: 1e9, height: 10, naturalWidth: 200, naturalHeight: 100 };
    const { shapes } = readWith({ f: { dataURL: "data:cat" } }, { ...element, crop }, { ...element, crop: { ...crop, naturalWidth: 0 } });
    expect(shapes).toMatchObject([
      { cropX: 0.75, cropY: 0, cropW: 0.25 },
      { cropX: 0, cropW: 1 },
    ]);
  });
});

describe("hostile drawings", () => {
  test.each([
    ["", "not_a_board"],
    ["[", "not_a_board"],
    ["null", "not_a_board"],
    ['{"type":"excalidraw"}', "not_a_board"],
    ['{"type":"inkroom/board","version":1,"shapes":[]}', "not_a_board"],
    ["[".repeat(100_000), "not_a_board"],
  ])("%.20s is refused", (text, reason) => {
    expect(readExcalidraw(text, { measure, readPicture: () => undefined })).toEqual({ kind: "refused", reason });
  });

  it("give nothing that a room would refuse", () => {
    const elements = [
      null,
      5,
      {},
      { type: "rectangle", x: 1e300, width: 10 },
      { type: "rectangle", width: 1e9 },
      {
        type: "line",
        points: [
          [0, 0],
          [80_000, 0],
        ],
      },
      {
        type: "freedraw",
        points: [
          [0, 0],
          [1e12, 0],
        ],
      },
      { type: "freedraw", points: [] },
      { type: "text", text: "x", fontSize: 1e300 },
    ];
    expect(read(fileOf(...(elements as object[])))).toEqual({ shapes: [], losses: { broken: 9 } });
  });

  it("keep what makes sense of an element", () => {
    expect(
      one({ type: "rectangle", x: "1", width: 10, height: -20, angle: 1e9, opacity: 900, strokeColor: "url(http://x)" }),
    ).toMatchObject({
      x: 0,
      y: -20,
      h: 20,
      opacity: 1,
      color: "ink",
    });
    expect(one({ type: "line", width: 30, height: 40, points: [[0, 0], null, ["x", 1]] })).toMatchObject({ vertices: [0, 0, 30, 40] });
    expect(
      one({
        type: "freedraw",
        simulatePressure: false,
        pressures: [9],
        points: [
          [0, 0],
          [1, 1],
        ],
      }),
    ).toMatchObject({ pressure: false });
  });
});

test("a line of very many points keeps as many as a line may have, and its ends", () => {
  const points = Array.from({ length: 3_000 }, (_, i) => [i, 40 * Math.sin(i / 4)]);
  const line = one({ type: "line", points });
  if (line.kind !== "line") throw new Error("no line");
  expect(line.vertices.length).toBeLessThanOrEqual(2 * MAX_VERTICES);
  expect([line.vertices.slice(0, 2), line.vertices.at(-2)]).toEqual([[0, 0], 2_999]);
});

test("a stroke of very many points goes on in more shapes without a gap, turned as one", () => {
  const points = Array.from({ length: 9_000 }, (_, i) => [i / 4, 0]);
  const { shapes } = read(fileOf({ type: "freedraw", x: 100, y: 100, angle: Math.PI / 2, points }));
  const ends = shapes.map((shape) => {
    if (shape.kind !== "draw") throw new Error("no stroke");
    const flat = decodePoints(shape.points, shape);
    return [shape.x, shape.y, shape.x + (flat.at(-2) ?? 0), shape.y + (flat.at(-1) ?? 0)].map(Math.round);
  });
  expect(ends).toHaveLength(3);
  expect(ends.slice(1).map((end) => end.slice(0, 2))).toEqual(ends.slice(0, -1).map((end) => end.slice(2)));
  expect([ends[0]?.[1], ends[2]?.[3], new Set(ends.map(([x]) => x)).size]).toEqual([100 - 1_125, 100 + 1_125, 1]);
});

const boxOf = (strokeColor: unknown, backgroundColor: unknown, more: object = {}) =>
  read(fileOf({ type: "rectangle", width: 10, height: 10, strokeColor, backgroundColor, ...more }));

test.each([
  ["#1e1e1e", "ink"],
  ["#1E1E1E", "ink"],
  ["#e03131", "#e03131"],
  ["#ABCDEF", "#abcdef"],
  ["#0f0", "#00ff00"],
  ["#000", "#000000"],
  ["white", "#ffffff"],
  ["tomato", "#ff6347"],
  ["rgb(18, 52, 86)", "#123456"],
  ["hsl(210deg 65% 20%)", "#123354"],
])("the colour %s stays what it is: %s", (css, color) => {
  expect(boxOf(css, "transparent")).toMatchObject({ shapes: [{ color, fill: "none", fillColor: "same" }], losses: {} });
  expect(boxOf("#111111", css)).toMatchObject({ shapes: [{ color: "#111111", fill: "solid", fillColor: color }], losses: {} });
});

test.each(["transparent", "#00000000", "rgba(1, 2, 3, 0)"])("%s is no colour, of an outline or a background", (css) => {
  expect(boxOf(css, "#ff8800")).toMatchObject({ shapes: [{ color: "#ff8800", fill: "solid", fillColor: "same" }], losses: {} });
  expect(boxOf("#ff8800", css)).toMatchObject({ shapes: [{ color: "#ff8800", fill: "none" }], losses: {} });
});

test.each(["#12345", "url(x)", "var(--x)", "", "javascript:alert(1)", "constructor"])("%s is no colour, which is told", (css) => {
  expect(boxOf(css, "transparent")).toMatchObject({ shapes: [{ color: "ink" }], losses: { color: 1 } });
});

test("a colour that can be seen through is as it was on white, which is told", () => {
  expect(boxOf("#ff000080", "transparent")).toMatchObject({ shapes: [{ color: "#ff8080" }], losses: { color: 1 } });
});

test("a pattern has the colour of the background", () => {
  expect(boxOf("#1e1e1e", "#a5d8ff", { fillStyle: "zigzag" })).toMatchObject({
    shapes: [{ color: "ink", fill: "hachure", fillColor: "#a5d8ff" }],
  });
});

test("what a board has written down of its colours counts until somebody changes them", () => {
  const customData = { inkroom: { color: "red", fill: "semi", fillColor: "blue" } };
  expect(boxOf("#e03131", "#a5d8ff", { customData }).shapes).toMatchObject([{ color: "red", fill: "semi", fillColor: "blue" }]);
  expect(boxOf("#e03131", "#a5d8fe", { customData }).shapes).toMatchObject([{ color: "#e03131", fill: "solid", fillColor: "#a5d8fe" }]);
  const hostile = { inkroom: { color: "url(x)", fill: 5 } };
  expect(boxOf("#e03131", "transparent", { customData: hostile }).shapes).toMatchObject([{ color: "#e03131" }]);
});

describe("a link", () => {
  const linkOf = (link: unknown, ...more: readonly object[]) => {
    const { shapes, losses } = read(fileOf({ type: "rectangle", id: "one", width: 9, height: 9, link }, ...more));
    return [shapes[0]?.link, losses];
  };

  it("of an element is that of its shape, as browsers write it", () => {
    expect(linkOf("https://example.org/a?b#c")).toEqual(["https://example.org/a?b#c", {}]);
    expect(linkOf(" https://example.org/gr\u00FC\u00DFe x")).toEqual(["https://example.org/gr%C3%BC%C3%9Fe%20x", {}]);
    expect(linkOf("mailto:ann@example.org")).toEqual(["mailto:ann@example.org", {}]);
    expect([linkOf(null), linkOf(undefined), linkOf(7)]).toEqual(Array(3).fill(["", {}]));
  });

  it.each(["javascript:alert(1)", "example.org", "file:///x", "\uD800", "https://", `https://example.org/${"x".repeat(2_048)}`])(
    "%j is left out and told, and the shape stays",
    (link) => expect(linkOf(link)).toEqual(["", { link: 1 }]),
  );

  it("to another element leads to its shape, and to one that is not there where it led", () => {
    const other = { type: "ellipse", id: "two-2", width: 9, height: 9 };
    const { shapes } = read(fileOf({ type: "rectangle", id: "one", width: 9, height: 9 }, other));
    const id = shapes[1]?.id;
    expect(linkOf("https://excalidraw.com/?element=two-2", other)).toEqual([`#shape=${id}`, {}]);
    expect(linkOf("#shape=two-2", other)).toEqual([`#shape=${id}`, {}]);
    expect(linkOf("https://excalidraw.com/?element=three")).toEqual(["https://excalidraw.com/?element=three", {}]);
  });
});

describe("an embedded page", () => {
  const embed = { type: "embeddable", id: "e", x: 10, y: 20, width: 560, height: 315, angle: 0.5, opacity: 50 };

  it("is a card in its place, with a title from its address", () => {
    const { shapes, losses } = read(fileOf({ ...embed, link: "https://www.example.org/videos/my-first-video" }));
    expect(shapes).toMatchObject([
      { kind: "card", x: 10, y: 20, w: 560, h: 315, rotation: 0.5, opacity: 0.5, text: "My first video", bold: true },
    ]);
    expect(losses).toEqual({});
  });

  it("that leads nowhere is a box, which is told", () => {
    for (const link of [null, "javascript:alert(1)"]) {
      const { shapes, losses } = read(fileOf({ ...embed, link }));
      expect([shapes[0]?.kind, shapes[0]?.link, losses["embed"]]).toEqual(["rect", "", 1]);
    }
  });
});
