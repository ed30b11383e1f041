import { describe, expect, it, test } from "vitest";
import type { DisplayList, TextItem } from "../display-list.ts";
import { fixture } from "../fixtures.ts";
import { fittedNote } from "../note/label.ts";
import { shapeKindOf } from "../registry.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import type { Shape } from "../shape.ts";
import { caretBox, selectionBoxes } from "./caret-place.ts";
import { blockOfText } from "./display-list.ts";
import { textExtent } from "./layout.ts";

/** Every letter is 10 wide at the usual size. */
const measure: LineMeasurer = (line, fontSize) => line.length * fontSize * 0.5;

const text = (words: string, changes: object = {}) => {
  const { w, h } = textExtent(words, { fontSize: 20 }, measure);
  return fixture("text", { text: words, size: "m", scale: 1, align: "left", autoWidth: true, w, h, ...changes });
};
const listOf = (shape: Shape): DisplayList => shapeKindOf(shape).displayList(shape, measure);
const textsOf = (shape: Shape): readonly TextItem[] => listOf(shape).filter((item) => item.kind === "text");
const linesOf = (shape: Shape) => textsOf(shape).flatMap(({ lines }) => lines.map(({ text: said, x, y }) => [said, x, y]));
const pathsOf = (shape: Shape): number => listOf(shape).filter((item) => item.kind === "path").length;

const SHAPES: Readonly<Record<string, Shape>> = {
  bullets: text("Buy\n- milk\n    - oat\n        - plain\n            - bread"),
  numbers: text(Array.from({ length: 10 }, (_, i) => `${i + 1}. item`).join("\n")),
  checks: text("[ ] open\n[x] done\n- [ ] open too"),
  wrapped: text("- one two three four\n    [x] five six seven", { autoWidth: false, w: 120, h: 150 }),
  "from the right": text("- שלום עולם\n1. hello\n[x] עולם"),
  "in the middle": fixture("note", { text: "[ ] a\n[x] bcd", textW: 70, textH: 50, align: "center" }),
  "on the right": fixture("rect", { text: "- a\n- bcd", textW: 50, textH: 50, align: "right", fill: "solid" }),
  links: text("see https://a.example/b, or www.c.example"),
  "wrapped link": text("- https://a.example/b now", { autoWidth: false, w: 120, h: 75, align: "center" }),
  "link on a solid shape": fixture("rect", { text: "www.a.example", textW: 130, textH: 25, fill: "solid", w: 200 }),
};

test.each(Object.entries(SHAPES))("lists and links look as recorded: %s", async (name, shape) => {
  const rounded = JSON.stringify(listOf(shape), (_, value: unknown) => (typeof value === "number" ? Math.round(value * 100) / 100 : value));
  const lines = rounded.replaceAll('{"kind"', '\n{"kind"').replaceAll('{"text"', '\n  {"text"');
  await expect(`${lines}\n`).toMatchFileSnapshot(`./__golden__/marked/${name.replaceAll(" ", "-")}.json`);
});

describe("an item", () => {
  it("says what it said where its letters stood, behind its sign", () => {
    expect(linesOf(text("- milk\n    - oat"))).toEqual([
      ["milk", 20, expect.anything()],
      ["oat", 60, expect.anything()],
    ]);
    expect(pathsOf(text("- milk\n    - oat"))).toBe(2);
  });

  it("goes on under what it says, not under its sign", () => {
    const shape = text("- one two three", { autoWidth: false, w: 100 });
    expect(linesOf(shape).map(([said, x]) => [said, x])).toEqual([
      ["one two ", 20],
      ["three", 20],
    ]);
  });

  it("that is ticked stands where it stood", () => {
    const [open, done] = ["[ ] a", "[x] a"].map((words) => linesOf(text(words)));
    expect(done).toEqual(open);
    expect([pathsOf(text("[ ] a")), pathsOf(text("[x] a"))]).toEqual([1, 2]);
  });

  it("with a number begins where those with wider numbers do", () => {
    const lines = linesOf(text("9. nine\n10. ten"));
    expect(lines.filter(([said]) => String(said).endsWith("n") || said === "nine").map(([, x]) => x)).toEqual([40, 40]);
    expect(lines.filter(([said]) => String(said).endsWith(".")).map(([said, x]) => [said, x])).toEqual([
      ["9.", 10],
      ["10.", 0],
    ]);
  });

  it("is read from the right where its first letter is", () => {
    const shape = text("- שלום\n- hello");
    const items = textsOf(shape);
    expect(items.map(({ align, isRtl }) => [align, isRtl])).toEqual([
      ["right", true],
      ["left", undefined],
    ]);
    // As wide as the wider one: 20 for the sign and 50 for five letters.
    expect(items.map(({ lines }) => lines[0]?.x)).toEqual([50, 20]);
  });

  it("leaves room for letters, however deep it lies in however narrow a text", () => {
    const shape = text(`${"\t".repeat(8)}- a b`, { autoWidth: false, w: 60 });
    for (const [, x] of linesOf(shape)) expect(x).toBeLessThanOrEqual(30);
  });
});

describe("a text with items", () => {
  it("is one block, which keeps to the side that the text is aligned to", () => {
    const xs = (["left", "center", "right"] as const).map((align) => {
      const rect = fixture("rect", { text: "plain\n- item", textW: 60, textH: 50, w: 216, h: 100, align });
      return linesOf(rect).map(([, x]) => x);
    });
    expect(xs).toEqual([
      [8, 28],
      [78, 98],
      [148, 168],
    ]);
  });

  it("is measured with the room of its signs", () => {
    expect(textExtent("- abc", { fontSize: 20 }, measure)).toEqual({ w: 50, h: 25 });
    expect(textExtent("9. a\n10. b", { fontSize: 20 }, measure).w).toBe(50);
    expect(textExtent("- one two three", { fontSize: 20, maxWidth: 100 }, measure)).toEqual({ w: 90, h: 50 });
  });

  it("on a note leaves its longest word room beside the sign", () => {
    const note = fixture("note", { text: "- pneumonoultramicro", size: "m" });
    const fitted = fittedNote(note, (words, font) => textExtent(words, font, measure));
    expect(fitted).toMatchObject({ textW: expect.any(Number), textH: expect.any(Number) });
    expect(fitted.scale).toBe(Math.floor((172 / 200) * 100) / 100);
  });

  it("on a note is not made smaller for a web address, which may break anywhere", () => {
    const note = fixture("note", { text: "[ ] see https://a.example/bcdefghijklmnop", size: "m" });
    expect(fittedNote(note, (words, font) => textExtent(words, font, measure)).scale).toBe(1);
  });

  it("shows carets and selections where its letters are", () => {
    const block = blockOfText(text("- ab\n    - cd"));
    const at = (offset: number) => caretBox(block, offset, measure);
    expect([at(0).x, at(2).x, at(4).x, at(5).y, at(11).x, at(12).x]).toEqual([20, 20, 40, 25, 60, 70]);
    expect(selectionBoxes(block, 3, 12, measure)).toMatchObject([
      { x: 30, y: 0, w: 10 },
      { x: 60, y: 25, w: 10 },
    ]);
    const fromRight = blockOfText(text("- שלום"));
    expect([2, 4, 6].map((offset) => caretBox(fromRight, offset, measure).x)).toEqual([40, 20, 0]);
  });
});

describe("a link", () => {
  it("is set apart from what stands around it, and underlined", () => {
    const items = listOf(text("see https://a.example/b now"));
    expect(items.map((item) => item.kind)).toEqual(["path", "text", "text"]);
    expect(items[0]).toMatchObject({ path: ["M", 40, expect.any(Number), "L", 230, expect.any(Number)] });
    expect(items[1]).toMatchObject({
      lines: [
        { text: "see ", x: 0 },
        { text: " now", x: 230 },
      ],
    });
    expect(items[2]).toMatchObject({ href: "https://a.example/b", paint: { shade: "link" }, lines: [{ x: 40 }] });
  });

  it("that was wrapped is one link in each of its lines", () => {
    const links = textsOf(text("https://a.example/bcdefgh", { autoWidth: false, w: 100 })).filter(({ href }) => href !== undefined);
    expect(links.map(({ href, lines }) => [href, lines.map(({ text: said }) => said)])).toEqual([
      ["https://a.example/bcdefgh", ["https://a.", "example/bc", "defgh"]],
    ]);
  });

  it("in a line that is read from the right stands in its place, or is as the rest where letters beside it are read from the left", () => {
    const [apart, together] = ["- שלום https://a.example עולם", "- שלום abc https://a.example"].map((words) => textsOf(text(words)));
    expect(apart?.map(({ isRtl, href, lines }) => [isRtl, href, lines.map(({ x }) => x)])).toEqual([
      [true, undefined, [270, 50]],
      [true, "https://a.example", [220]],
    ]);
    expect(together?.map(({ href }) => href)).toEqual([undefined]);
  });
});

test("a text without lists and links is one item, for which nothing is measured", () => {
  let measured = 0;
  const counting: LineMeasurer = (...args) => {
    measured += 1;
    return measure(...args);
  };
  for (const align of ["left", "center"] as const) {
    const plain = text("two\nlines - and 1. more", { align });
    expect(shapeKindOf(plain).displayList(plain, counting)).toHaveLength(1);
  }
  expect(measured).toBe(0);
});
