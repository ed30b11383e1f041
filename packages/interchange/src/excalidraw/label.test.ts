import { hasText, type Shape } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, test } from "vitest";
import LABELS from "./__fixtures__/labels.excalidraw?raw";
import REOPENED from "./__fixtures__/reopened.excalidraw?raw";
import { readExcalidraw } from "./read.ts";
import { measure } from "./test-measure.ts";
import { writeExcalidraw } from "./write.ts";

type Element = Readonly<Record<string, unknown>>;
const read = (text: string) => {
  const reading = readExcalidraw(text, { measure, readPicture: () => undefined });
  if (reading.kind !== "drawing") throw new Error("refused");
  return { shapes: reading.shapes, losses: Object.fromEntries(reading.losses) };
};
const written = (shapes: readonly Shape[]): string => writeExcalidraw(shapes, { source: "", newSeed: () => 1, now: 0 });
const elementsOf = (text: string): readonly Element[] => (JSON.parse(text) as { readonly elements: readonly Element[] }).elements;
const fileOf = (...elements: readonly object[]): string => JSON.stringify({ type: "excalidraw", elements });
const words = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => (hasText(shape) && shape.text !== "" ? [[shape.kind, shape.text]] : []));
/** The shapes with their places for ids. */
const numbered = (shapes: readonly Shape[]): unknown =>
  shapes.reduce((text, { id }, place) => text.replaceAll(`"${id}"`, `"#${place}"`), JSON.stringify(shapes));
const bound = (containerId: string, more: object = {}): object => ({
  type: "text",
  id: `t-${containerId}`,
  containerId,
  text: "words",
  ...more,
});

describe("words that are bound to a shape", () => {
  const { shapes, losses } = read(LABELS);

  test("are written on it, in a file that Excalidraw has made, and only texts that are bound to nothing are texts", () => {
    expect(words(shapes)).toEqual([
      ["rect", "Order received"],
      ["geo", "In stock?"],
      ["ellipse", "Back\norder"],
      ["arrow", "next"],
      ["arrow", "no"],
      ["text", "Shop"],
      ["rect", "a long label that has to wrap in its box"],
    ]);
    expect(shapes).toHaveLength(7);
    expect(shapes[2]).toMatchObject({ kind: "ellipse", align: "left", font: "hand", size: "s", color: "#2f9e44" });
    // Measured in the letters that go with the shape.
    expect(shapes[0]).toMatchObject({ textW: 204, textH: 20, w: 220, h: 90 });
    expect(shapes[3]).toMatchObject({ kind: "arrow", start: { id: shapes[0]?.id }, end: { id: shapes[1]?.id }, textH: 20 });
  });

  test("are told where their letters are of quite another size, or of another colour", () => {
    expect(losses).toEqual({ letters: 1, color: 1 });
  });

  test("are words bound to it again when they go out, and come back as they were", () => {
    const text = written(shapes);
    const elements = elementsOf(text);
    const labels = elements.filter(({ type, containerId }) => type === "text" && containerId !== null);
    expect(labels).toHaveLength(6);
    for (const { id, containerId } of labels) {
      const container = elements.find((element) => element["id"] === containerId);
      expect(container?.["boundElements"]).toContainEqual({ id, type: "text" });
    }
    const again = read(text);
    expect(again.losses).toEqual({});
    // Ids hold within one reading.
    expect(numbered(again.shapes)).toEqual(numbered(shapes));
  });

  test("and pinned segments are what they were in a file of ours that Excalidraw has opened and saved", () => {
    const { shapes: back, losses: lost } = read(REOPENED);
    expect(words(back)).toEqual([
      ["rect", "two words"],
      ["ellipse", "two words"],
      ["geo", "two words"],
      ["arrow", "two words"],
    ]);
    expect(back.map((shape) => hasText(shape) && shape.font)).toEqual(["sans", "mono", "hand", "sans"]);
    const arrow = back[3];
    if (arrow?.kind !== "arrow") throw new Error("no arrow");
    expect(arrow).toMatchObject({ route: "elbow", start: { id: back[0]?.id, x: 1 }, end: { id: back[1]?.id, x: 0 } });
    expect(arrow.pins?.fixed).toEqual([true, false, true]);
    expect(arrow.pins?.at.map((at, i) => Math.round(at + (i === 1 ? arrow.y : arrow.x)))).toEqual([220, 180, 400]);
    expect(lost).toEqual({});
  });

  test("make it higher where they would not fit", () => {
    const [box] = read(
      fileOf({ id: "r", type: "rectangle", width: 60, height: 20 }, bound("r", { text: "many words in a narrow box" })),
    ).shapes;
    expect(box).toMatchObject({ kind: "rect", w: 60, textW: 44, textH: 100, h: 116 });
  });

  test("come before it or after it, and with the link that they have", () => {
    const link = "https://example.org/";
    for (const elements of [
      [bound("r", { link }), { id: "r", type: "rectangle", width: 200, height: 100 }],
      [{ id: "r", type: "rectangle", width: 200, height: 100 }, bound("r", { link })],
    ])
      expect(read(fileOf(...elements)).shapes).toMatchObject([{ kind: "rect", text: "words", link }]);
  });

  test("stay a text of their own in the middle of what holds none, and second words on what has some", () => {
    const two = read(fileOf({ id: "r", type: "rectangle", width: 200, height: 100 }, bound("r"), bound("r", { id: "more", text: "more" })));
    expect(words(two.shapes)).toEqual([
      ["rect", "words"],
      ["text", "more"],
    ]);
    const frame = read(fileOf({ id: "f", type: "frame", width: 200, height: 100 }, bound("f")));
    expect(frame.shapes).toMatchObject([{ kind: "frame" }, { kind: "text", text: "words", x: 75 }]);
    expect([two.losses, frame.losses]).toMatchObject([{ label: 1 }, { label: 1 }]);
  });

  test("on a stroke that was made of several shapes, on nothing and on themselves harm nobody", () => {
    const odd = read(fileOf(bound("gone"), { ...bound("self"), id: "self" }, { id: "i", type: "freedraw", points: [[0, 0]] }, bound("i")));
    expect(words(odd.shapes)).toEqual([
      ["text", "words"],
      ["text", "words"],
      ["text", "words"],
    ]);
  });

  test("of each kind come back, be they handwritten, monospaced or to one side", () => {
    const look = { text: "two words", textW: 90, textH: 25 };
    const all = [
      fixture("rect", { ...look, font: "hand", align: "right" }),
      fixture("ellipse", { ...look, font: "mono", align: "left" }),
      fixture("geo", { ...look, form: "diamond" }),
      fixture("arrow", { ...look, end: null }),
      fixture("rect", { ...look, id: "full", fill: "solid", color: "teal" }),
      fixture("note", look),
    ];
    const { shapes: back, losses: lost } = read(written(all));
    const bare = ({ kind, ...shape }: Shape): object =>
      "text" in shape ? { kind, text: shape.text, font: shape.font, align: "align" in shape && shape.align, color: shape.color } : {};
    expect(back.map(bare)).toEqual(all.map(bare));
    expect(lost).toEqual({});
  });
});
